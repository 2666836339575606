import { type Answer, ask, type Brain, type Request } from './brain.ts'

/**
 * Asks a brain for drafts, under the limits of an answer. One that fails, is late or answers by itself has none; what has
 * no words, or what it says itself is no answer, is no draft.
 */
export async function suggest(
  brain: Brain,
  request: Omit<Request, 'signal'>,
  count: number,
  onError: (error: unknown) => void,
): Promise<Answer[]> {
  let drafts: Answer[] = []
  const drafting: Brain = {
    async answer(asked) {
      const found = brain.suggest ? await brain.suggest(asked, count) : [await brain.answer(asked)]
      drafts = found.filter((draft) => draft !== null)
      return null
    },
  }
  const failure = await ask(drafting, request, onError)
  if (failure) return []
  const isDraft = ({ text, answered }: Answer) => text.trim() !== '' && answered !== false
  const byText = new Map(
    drafts
      .filter(isDraft)
      .toReversed()
      .map((draft) => [draft.text.trim(), draft]),
  )
  return drafts.filter((draft) => byText.get(draft.text.trim()) === draft).slice(0, count)
}

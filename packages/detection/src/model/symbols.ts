import type { WordClass } from '../phrases/language.ts'
import { knownWords, type Reading, type View } from '../reading.ts'

/** For each token the part that the phrase plays which begins there (`noSymbol` without one), and where that ends. */
export type Symbols = { classes: Uint8Array; ends: Uint16Array }

export const noSymbol = 0

/** In order of importance: where several phrases begin at one word, the first of these decides. */
const symbolClasses: readonly WordClass[] = [
  'mention',
  'human',
  'staff',
  'boss',
  'somebody',
  'bot',
  'refusal',
  'request',
  'challenge',
  'transfer',
  'talk',
  'exists',
  'evenSo',
  'not',
  'notAfter',
  'want',
  'own',
  'thing',
  'thingBefore',
  'withdraws',
  'unclear',
]
export const symbolCount = symbolClasses.length

/** What the words of a text do in a request, as the language sees it that knows most of them. */
export function symbolsOf({ tokens, views }: Reading): Symbols {
  const symbols = { classes: new Uint8Array(tokens.length), ends: new Uint16Array(tokens.length) }
  const view = likeliest(views)
  if (view === undefined) return symbols
  for (const [index, wordClass] of symbolClasses.entries()) {
    for (const { from, to } of view.hits[wordClass] ?? []) {
      if (symbols.classes[from] !== noSymbol) continue
      symbols.classes[from] = index + 1
      symbols.ends[from] = to
    }
  }
  return symbols
}

function likeliest(views: readonly View[]): View | undefined {
  let best: View | undefined
  let most = -1
  for (const view of views) {
    const known = knownWords(view.hits)
    if (known > most) [best, most] = [view, known]
  }
  return best
}

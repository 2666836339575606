import type { Turn } from '@baton/detection'
import type { Brain } from './brain.ts'

/**
 * A brain that reads words and no files. Asked with files alone it does not guess what is in them: it has no answer, and
 * says so, which hands over.
 */
export function needsWords(brain: Brain): Brain {
  const { suggest } = brain
  return {
    async answer(request) {
      if (hasWords(request.turns)) return brain.answer(request)
      return { text: '', answered: false, confidence: null }
    },
    ...(suggest
      ? { suggest: async (request, count) => (hasWords(request.turns) ? suggest(request, count) : []) }
      : {}),
  }
}

/** Whether there are words in what the contact has sent since the bot spoke last. */
function hasWords(turns: readonly Turn[]): boolean {
  const since = turns.findLastIndex(({ from }) => from !== 'contact') + 1
  const burst = turns.slice(since)
  return burst.length === 0 || burst.some(({ text }) => text.trim() !== '')
}

import type { Brain as BrainSettings } from '@baton/contract'
import type { Brain } from './brain.ts'

/**
 * Fixed answers, for trials and tests: the first whose `match` occurs in the contact's newest message, in
 * any case. Without one: `otherwise`, and where that is missing too, an answer that says it has none.
 */
export function scriptedBrain(script: Extract<BrainSettings, { kind: 'scripted' }>): Brain {
  return {
    async answer({ turns }) {
      const asked =
        turns.findLast((turn) => turn.from === 'contact' && turn.text !== '')?.text.toLowerCase() ?? ''
      const found = script.answers.find((answer) => asked.includes(answer.match.toLowerCase()))
      if (found)
        return {
          text: found.text,
          answered: found.answered ?? null,
          confidence: found.confidence ?? null,
        }
      return { text: script.otherwise ?? '', answered: script.otherwise ? null : false, confidence: null }
    },
  }
}

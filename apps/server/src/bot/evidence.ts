import type { Evidence } from '@baton/contract'
import type { Evidence as DetectorEvidence } from '@baton/detection'
import type { TurnContext } from './read-turn.ts'

/**
 * Detection points at turns; what is kept points at messages. An answer that was never sent has no number:
 * its `seq` is null.
 */
export function evidenceOf(context: TurnContext, evidence: DetectorEvidence[]): Evidence[] {
  return evidence.map(({ turn, ...rest }) => ({ seq: context.messages[turn]?.seq ?? null, ...rest }))
}

/** The first words of the contact that spoke for the scenario. */
export function quoteOf(context: TurnContext, evidence: DetectorEvidence[]): string | null {
  for (const { turn, start, end, speaks } of evidence) {
    const text = context.turns[turn]?.text.slice(start, end).trim()
    if (speaks === 'for' && text) return text
  }
  return null
}

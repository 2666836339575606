import { createDetector } from '../src/index.ts'
import type { IntentRow } from './rows.ts'

const PHRASES = 10
const ASKED = 20
const OTHERS_OF_EACH = 2

export type FewShotFigures = { intents: number; recall: number; falseAlarms: number }

/**
 * How far ten phrases make a custom scenario: for every intent, its first ten rows are the example phrases, others of
 * it should fire, and some rows of every other intent should not.
 */
export function scoreFewShot(rows: readonly IntentRow[]): FewShotFigures {
  const byIntent = Map.groupBy(rows, ({ intent }) => intent)
  let [fired, wanted, falselyFired, unwanted] = [0, 0, 0, 0]
  for (const [intent, own] of byIntent) {
    const examplePhrases = own.slice(0, PHRASES).map(({ text }) => text)
    const detector = createDetector({ scenarios: [{ id: intent, kind: 'custom', examplePhrases }] })
    const fires = ({ text }: IntentRow) =>
      detector.assess([{ from: 'contact', text }]).decision === 'hand_over'
    const asked = own.slice(PHRASES, PHRASES + ASKED)
    const others = [...byIntent]
      .filter(([other]) => other !== intent)
      .flatMap(([, of]) => of.slice(PHRASES, PHRASES + OTHERS_OF_EACH))
    fired += asked.filter(fires).length
    wanted += asked.length
    falselyFired += others.filter(fires).length
    unwanted += others.length
  }
  return { intents: byIntent.size, recall: fired / wanted, falseAlarms: falselyFired / unwanted }
}

import { createDetector } from '../src/index.ts'
import type { IntentRow } from './rows.ts'

const PHRASES = 10
const OTHERS_OF_EACH = 4

/**
 * How far ten phrases make a custom scenario: for every intent, its first ten rows are the example phrases, the rest
 * should fire, and some rows of each other intent of the same domain should not.
 */
export function measureIntents(rows: readonly IntentRow[]): void {
  const byIntent = Map.groupBy(rows, ({ intent }) => intent)
  let [fired, wanted, falselyFired, unwanted] = [0, 0, 0, 0]
  for (const [intent, own] of byIntent) {
    if (own.length <= PHRASES) continue
    const examplePhrases = own.slice(0, PHRASES).map(({ text }) => text)
    const detector = createDetector({ scenarios: [{ id: intent, kind: 'custom', examplePhrases }] })
    const fires = ({ text }: IntentRow) =>
      detector.assess([{ from: 'contact', text }]).decision === 'hand_over'
    const asked = own.slice(PHRASES)
    const others = [...byIntent]
      .filter(([other, [first]]) => other !== intent && first?.domain === own[0]?.domain)
      .flatMap(([, of]) => of.slice(PHRASES, PHRASES + OTHERS_OF_EACH))
    fired += asked.filter(fires).length
    wanted += asked.length
    falselyFired += others.filter(fires).length
    unwanted += others.length
  }
  console.log(`custom scenarios of ${PHRASES} phrases, ${byIntent.size} intents:`)
  console.log(
    `recall ${((100 * fired) / wanted).toFixed(1)} %, false alarms ${((100 * falselyFired) / unwanted).toFixed(1)} %`,
  )
}

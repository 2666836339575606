import { createDetector, presets, type Turn } from '../src/index.ts'
import type { ConversationRow } from './rows.ts'
import { describeTimes, timed } from './timing.ts'

/** Plays conversations turn by turn until something fires, and prints what did: to be judged by eye. */
export function measureConversations(rows: readonly ConversationRow[]): void {
  const detector = createDetector({ scenarios: presets.map((preset) => ({ ...preset, id: preset.kind })) })
  const times: number[] = []
  const handovers = new Map<string, number>()
  for (const { id, turns } of rows) {
    const given = turns.map(toTurn)
    for (const at of given.keys()) {
      const { decision, scores } = timed(times, () => detector.assess(given.slice(0, at + 1)))
      const fired = scores.find((score) => score.fired)
      if (decision !== 'hand_over' || fired === undefined) continue
      handovers.set(fired.kind, (handovers.get(fired.kind) ?? 0) + 1)
      const words = fired.evidence.map(
        ({ turn, start, end, reason }) => `${reason} "${given[turn]?.text.slice(start, end)}"`,
      )
      console.log(`${id}  turn ${at}  ${fired.kind}  ${words.join(', ')}`)
      break
    }
  }
  console.log(`${rows.length} conversations; handed over:`, Object.fromEntries(handovers))
  console.log(`one assessment: ${describeTimes(times)}`)
}

function toTurn({ from, text }: ConversationRow['turns'][number]): Turn {
  return { from: from === 'contact' || from === 'bot' ? from : 'user', text }
}

import { createDetector, presets } from '../src/index.ts'
import type { DialogueRow } from './rows.ts'

export type DialogueFigures = {
  dialogues: number
  right: number
  /** Wrong ones, and in what way. */
  wrong: { id: string; expected: string; found: string }[]
  byScenario: Map<string, { right: number; of: number }>
}

/** Plays dialogues turn by turn until something fires. Right is the right scenario at the right turn, or nothing. */
export function scoreDialogues(rows: readonly DialogueRow[]): DialogueFigures {
  const detector = createDetector({ scenarios: presets.map((preset) => ({ ...preset, id: preset.kind })) })
  const figures: DialogueFigures = { dialogues: rows.length, right: 0, wrong: [], byScenario: new Map() }
  for (const { id, turns, expect } of rows) {
    const expected = expect === null ? 'nothing' : `${expect.scenario} at turn ${expect.turn}`
    const found = firstFired(turns, detector)
    const isRight = expected === found
    const kind = expect?.scenario ?? 'nothing'
    const counted = figures.byScenario.get(kind) ?? { right: 0, of: 0 }
    figures.byScenario.set(kind, { right: counted.right + (isRight ? 1 : 0), of: counted.of + 1 })
    if (isRight) figures.right += 1
    else figures.wrong.push({ id, expected, found })
  }
  return figures
}

function firstFired(turns: DialogueRow['turns'], detector: ReturnType<typeof createDetector>): string {
  for (const at of turns.keys()) {
    const fired = detector.assess(turns.slice(0, at + 1)).scores.find((score) => score.fired)
    if (fired !== undefined) return `${fired.kind} at turn ${at}`
  }
  return 'nothing'
}

import { type Reading, read } from './reading.ts'
import type { AssessOptions, NotAsked, Turn } from './types.ts'

/** The turns that are given to the detector, with what it needs to know about them. Each text is read once. */
export type Conversation = {
  turns: readonly Turn[]
  /** Index of the judged turn, or -1 without turns. */
  judged: number
  watermark: number
  /** Why nothing can fire, if so. */
  silence: NotAsked | undefined
  /** The contact's turns that are judged together, oldest first; empty when the judged turn is not a contact's. */
  burst: readonly number[]
  /** The bot's turn right before the burst. */
  before: number | undefined
  reading(turn: number): Reading
}

export function openConversation(turns: readonly Turn[], options: AssessOptions): Conversation {
  const judged = turns.length - 1
  const watermark = Math.max(0, options.watermark ?? 0)
  const burst = burstOf(turns, watermark)
  const before = (burst[0] ?? 0) - 1
  const readings = new Map<number, Reading>()
  return {
    turns,
    judged,
    watermark,
    silence: silenceOf(turns, watermark),
    burst,
    before: turns[before]?.from === 'bot' ? before : undefined,
    reading(turn) {
      const known = readings.get(turn)
      if (known !== undefined) return known
      const reading = read(turns[turn]?.text ?? '')
      readings.set(turn, reading)
      return reading
    },
  }
}

function burstOf(turns: readonly Turn[], watermark: number): number[] {
  const first = turns.findLastIndex((turn, index) => turn.from !== 'contact' || index < watermark) + 1
  return Array.from({ length: turns.length - first }, (_, offset) => first + offset)
}

function silenceOf(turns: readonly Turn[], watermark: number): NotAsked | undefined {
  const judged = turns.at(-1)
  if (judged === undefined) return 'no_turns'
  if (turns.length - 1 < watermark) return 'before_watermark'
  return judged.from === 'user' ? 'user_spoke' : undefined
}

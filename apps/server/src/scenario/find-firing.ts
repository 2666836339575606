import type { Evidence } from '@baton/contract'
import type { Detector, Turn } from '@baton/detection'

/** A message of a conversation that is over, as the contact saw it. */
export type PastMessage = {
  seq: number
  author: 'contact' | 'bot' | 'user'
  kind: 'message' | 'final'
  text: string
  answered: boolean | null
  confidence: number | null
}

export type Firing = {
  seq: number
  scenarioId: string
  score: number
  threshold: number
  evidence: Evidence[]
}

/**
 * The first message of a past conversation, oldest first, at which a scenario fires. Judged is what a bot would have
 * had before it: its own answers, and what the contact wrote to it. What the contact wrote to a person is context.
 */
export function findFiring(detector: Detector, messages: readonly PastMessage[]): Firing | null {
  const turns: Turn[] = messages.map(toTurn)
  let watermark = 0
  for (const [at, message] of messages.entries()) {
    const { author, kind } = message
    // The final message is said because a scenario fired, so it is nothing to judge.
    if (kind === 'final' || author === 'user') {
      watermark = at + 1
      continue
    }
    if (author === 'contact' && !isForTheBot(messages, at, watermark)) continue
    const assessment = detector.assess(turns.slice(0, at + 1), { watermark })
    if (assessment.decision !== 'hand_over') continue
    const score = assessment.scores.find((entry) => entry.scenarioId === assessment.scenarioId)
    if (!score) continue
    const { scenarioId, threshold } = score
    const evidence = score.evidence.map(({ turn, ...mark }) => ({
      seq: messages[turn]?.seq ?? null,
      ...mark,
    }))
    return { seq: message.seq, scenarioId, score: score.score, threshold, evidence }
  }
  return null
}

/** The last of a burst that the bot answered or, where nobody has, that came while the bot had the conversation. */
function isForTheBot(messages: readonly PastMessage[], at: number, watermark: number): boolean {
  const next = messages[at + 1]
  if (next?.author === 'contact') return false
  if (next?.author === 'bot') return true
  return watermark === 0 || messages.slice(watermark, at).some((message) => message.author === 'bot')
}

function toTurn({ author, text, answered, confidence }: PastMessage): Turn {
  return {
    from: author,
    text,
    ...(answered === null ? {} : { answered }),
    ...(confidence === null ? {} : { confidence }),
  }
}

import type { TrialInput, TrialResult } from '@baton/contract'

/** What the contact said in a trial, and what the bot would have done with it. */
export type Exchange = {
  id: number
  said: string
  /** When it was said, and done. */
  at: string
  /** Null: it is on its way, or failed. */
  result: TrialResult | null
  /** Why there is no result. */
  failure: string | null
  /** The bot woke after it. What stands before triggers nothing any more. */
  woke: boolean
}

export type TrialTurn = TrialInput['turns'][number]

const mostTurns = 50

/** The turns of a trial up to an exchange, as the bot reads them: the newest 50, and from where on they may trigger. */
export function turnsUpTo(
  log: readonly Exchange[],
  id: number,
): { turns: TrialTurn[]; watermark: number; dropped: number } {
  const turns: TrialTurn[] = []
  let watermark = 0
  for (const exchange of log) {
    turns.push({ from: 'contact', text: exchange.said })
    if (exchange.id === id) break
    const reply = replyIn(exchange)
    if (reply) turns.push(reply)
    if (exchange.woke) watermark = turns.length
  }
  const dropped = Math.max(0, turns.length - mostTurns)
  return { turns: turns.slice(dropped), watermark: Math.max(0, watermark - dropped), dropped }
}

/** What the contact heard of the bot. Null: nothing. */
function replyIn({ result }: Exchange): TrialTurn | null {
  if (!result) return null
  if (result.handover?.pausesBot)
    return result.handover.finalMessage === null ? null : { from: 'bot', text: result.handover.finalMessage }
  if (!result.answer) return null
  const { text, answered, confidence } = result.answer
  return {
    from: 'bot',
    text,
    ...(answered === null ? {} : { answered }),
    ...(confidence === null ? {} : { confidence }),
  }
}

/** What put the bot to sleep, if it sleeps. */
export function sleepIn(log: readonly Exchange[]): TrialResult | null {
  const last = log.at(-1)
  if (!last?.result || last.woke) return null
  const { outcome } = last.result
  return outcome === 'hands_over' || outcome === 'opted_out' ? last.result : null
}

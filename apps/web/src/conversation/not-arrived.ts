import type { Message } from '@baton/contract'
import type { Outgoing } from './outbox.ts'

/** The server's clock and this one may differ by so much. */
const clockSlackMs = 120_000

/**
 * What of the outbox is not in the log yet. The event of a message may be quicker than the answer to sending it: until that
 * answer comes it would stand there twice. Each message stands for one that was sent.
 */
export function notArrived(outbox: readonly Outgoing[], messages: readonly Message[]): Outgoing[] {
  const taken = new Set<string>()
  return outbox.filter((entry) => {
    if (entry.state === 'failed') return true
    const since = Date.parse(entry.at) - clockSlackMs
    const arrived = messages.findLast(
      ({ id, author, kind, userId, text, attachments = [], createdAt }) =>
        author === 'user' &&
        userId === entry.userId &&
        (kind === 'note') === (entry.kind === 'note') &&
        text === entry.text &&
        attachments.length === (entry.files?.length ?? 0) &&
        Date.parse(createdAt) >= since &&
        !taken.has(id),
    )
    if (arrived) taken.add(arrived.id)
    return arrived === undefined
  })
}

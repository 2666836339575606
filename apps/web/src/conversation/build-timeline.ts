import type { Evidence, Handover, Message } from '@baton/contract'

/** Who was in control when something was said. `unknown`: nobody can tell any more. */
type Span = 'bot' | 'human' | 'waiting' | 'unknown'

export type TimelineItem =
  | { kind: 'day'; key: string; at: string; span: Span }
  | { kind: 'message'; key: string; message: Message; span: Span; begins: boolean; evidence: Evidence[] }
  | { kind: 'handover'; key: string; handover: Handover; newest: boolean }
  | { kind: 'back'; key: string; handover: Handover }

type Moment =
  | { at: number; order: number; message: Message }
  | { at: number; order: number; began: Handover }
  | { at: number; order: number; ended: Handover }

/**
 * The messages and changes of control of a conversation in the order in which they happened. The final message
 * stands above the band of its handover. `hasBot`: a bot answers on this channel.
 */
export function buildTimeline(
  messages: readonly Message[],
  handovers: readonly Handover[],
  hasBot: boolean,
): TimelineItem[] {
  const first = messages[0] ? Date.parse(messages[0].createdAt) : 0
  const shown = handovers.filter((handover) => Date.parse(handover.beganAt) >= first)
  const newest = shown.toSorted((one, other) => Date.parse(other.beganAt) - Date.parse(one.beganAt))[0]
  const items: TimelineItem[] = []
  let span: Span = hasBot ? 'bot' : 'unknown'
  let day = ''
  let before: Span | null = null
  for (const moment of inOrder(messages, shown)) {
    const date = new Date(moment.at).toDateString()
    if (date !== day)
      items.push({ kind: 'day', key: `day-${date}`, at: new Date(moment.at).toISOString(), span })
    day = date
    if ('began' in moment) {
      items.push({
        kind: 'handover',
        key: `began-${moment.began.id}`,
        handover: moment.began,
        newest: moment.began === newest,
      })
      span = moment.began.claimedAt === null && moment.began.repliedAt === null ? 'waiting' : 'human'
      before = null
    } else if ('ended' in moment) {
      items.push({ kind: 'back', key: `ended-${moment.ended.id}`, handover: moment.ended })
      span = 'bot'
      before = null
    } else {
      span = spanAfter(span, moment.message)
      const { message } = moment
      items.push({
        kind: 'message',
        key: `message-${message.seq}`,
        message,
        span,
        begins: span !== before,
        evidence: evidenceIn(message, shown),
      })
      before = span
    }
  }
  return items
}

/** A person who writes has control; a bot that writes, too: it could not otherwise. */
function spanAfter(span: Span, { author, kind }: Message): Span {
  if (kind === 'note' || author === 'contact') return span
  return author === 'user' ? 'human' : 'bot'
}

function inOrder(messages: readonly Message[], handovers: readonly Handover[]): Moment[] {
  const moments: Moment[] = messages.map((message) => ({
    at: Date.parse(message.createdAt),
    order: message.seq,
    message,
  }))
  for (const handover of handovers) {
    moments.push({ at: Date.parse(handover.beganAt), order: Number.MAX_SAFE_INTEGER, began: handover })
    const back = handover.outcome === 'handed_back' || handover.outcome === 'woken'
    if (handover.endedAt && back)
      moments.push({ at: Date.parse(handover.endedAt), order: 0, ended: handover })
  }
  return moments.sort((one, other) => one.at - other.at || one.order - other.order)
}

function evidenceIn(message: Message, handovers: readonly Handover[]): Evidence[] {
  return handovers.flatMap(({ evidence }) => evidence.filter(({ seq }) => seq === message.seq))
}

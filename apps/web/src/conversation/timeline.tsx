import type { Handover, Message } from '@baton/contract'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { loadEarlier } from '../api/conversations.ts'
import type { MessageLog } from '../api/messages.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Avatar, type Party } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { dayName } from '../ui/date-time.tsx'
import { Announcer } from './announcer.tsx'
import { buildTimeline, type TimelineItem } from './build-timeline.ts'
import { BackBand, HandoverBand } from './handover-band.tsx'
import { MessageBubble, OutgoingBubble } from './message-bubble.tsx'
import { notArrived } from './not-arrived.ts'
import { type Outgoing, useOutbox } from './outbox.ts'
import { type OpenConversation, useUserName } from './use-conversation.ts'

const words = texts.conversation
const nearEndPx = 80

type Row = TimelineItem | { kind: 'outgoing'; key: string; entry: Outgoing }

type TimelineProps = {
  open: OpenConversation
  log: MessageLog
  /** The message whose *Why?* is open. */
  whySeq: number | undefined
  onWhy: (seq: number) => void
  onEdit: (text: string) => void
}

/** What was said and done, oldest first, with the rail of who was in control. Only what is seen is rendered. */
export function Timeline({ open, log, whySeq, onWhy, onEdit }: TimelineProps) {
  const outbox = useOutbox(open.conversation.id)
  const rows = useMemo<Row[]>(
    () => [
      ...buildTimeline(log.messages, open.handovers, open.bot !== null),
      ...notArrived(outbox, log.messages).map((entry) => ({
        kind: 'outgoing' as const,
        key: entry.key,
        entry,
      })),
    ],
    [log.messages, open.handovers, open.bot, outbox],
  )
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) =>
      ({ day: 40, message: 76, handover: 260, back: 84, outgoing: 76 })[rows[index]?.kind ?? 'message'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
    paddingStart: 12,
    paddingEnd: 16,
  })
  const { atEnd, toEnd } = useStickToEnd(scroller, virtualizer.getTotalSize(), rows.at(-1)?.key)
  const whyIndex = rows.findIndex((row) => row.kind === 'message' && row.message.seq === whySeq)
  useEffect(() => {
    if (whyIndex !== -1) virtualizer.scrollToIndex(whyIndex, { align: 'center' })
  }, [whyIndex, virtualizer])
  // What is looked at stays where it is while older messages come in above it.
  const fromEnd = useRef<number | null>(null)
  const showEarlier = () => {
    fromEnd.current = virtualizer.getTotalSize() - (scroller.current?.scrollTop ?? 0)
    void loadEarlier(open.conversation.id)
  }
  const firstSeq = log.messages[0]?.seq
  // biome-ignore lint/correctness/useExhaustiveDependencies: when older ones came
  useLayoutEffect(() => {
    if (fromEnd.current !== null) virtualizer.scrollToOffset(virtualizer.getTotalSize() - fromEnd.current)
    fromEnd.current = null
  }, [firstSeq])
  const seen = useSeen(atEnd, log.messages.at(-1)?.seq ?? 0)
  const arrived = useArrivals(open.handovers)
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        className="min-h-0 flex-1 overflow-auto"
        tabIndex={-1}
        role="log"
        aria-live="off"
        aria-label={words.label}
      >
        {log.hasEarlier && (
          <div className="grid justify-items-center pt-3">
            <Button size="sm" variant="quiet" onClick={showEarlier}>
              {words.earlier}
            </Button>
          </div>
        )}
        <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index]
            if (!row) return null
            return (
              <div
                key={key}
                data-index={index}
                ref={virtualizer.measureElement}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <RowView
                  row={row}
                  last={index === rows.length - 1}
                  open={open}
                  messages={log.messages}
                  isNew={row.kind === 'handover' && arrived.has(row.handover.id)}
                  whySeq={whySeq}
                  onWhy={onWhy}
                  onEdit={onEdit}
                />
              </div>
            )
          })}
        </div>
      </div>
      {!atEnd && seen.unseen > 0 && (
        <Button
          size="sm"
          variant="primary"
          iconAfter="down"
          className="absolute bottom-3 left-1/2 -translate-x-1/2 shadow-3"
          onClick={toEnd}
        >
          {words.newMessages(seen.unseen)}
        </Button>
      )}
      <Announcer open={open} messages={log.messages} />
    </div>
  )
}

type RowProps = Omit<TimelineProps, 'log'> & {
  row: Row
  last: boolean
  messages: readonly Message[]
  isNew: boolean
}

function RowView({ row, last, open, messages, isNew, whySeq, onWhy, onEdit }: RowProps) {
  const nameOf = useUserName()
  const me = useMe().user
  switch (row.kind) {
    case 'day':
      return (
        <div className="flex items-center gap-3 px-5 pt-1 pb-3 text-12 font-medium text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {dayName(row.at)}
        </div>
      )
    case 'handover': {
      const seq =
        row.handover.evidence.find(({ seq }) => seq !== null)?.seq ??
        seqBefore(messages, row.handover.beganAt)
      return (
        <div className="py-px">
          <HandoverBand
            handover={row.handover}
            messages={messages}
            newest={row.newest}
            isNew={isNew}
            wakesAt={
              row.handover.id === open.openHandover?.id ? open.conversation.control.bot.wakesAt : undefined
            }
            onWhy={seq === undefined || row.handover.cause !== 'scenario' ? undefined : () => onWhy(seq)}
          />
        </div>
      )
    }
    case 'back':
      return (
        <div className="py-px">
          <BackBand handover={row.handover} />
        </div>
      )
    case 'outgoing':
      return (
        <div className={cx('control-span', spanClass('human'))}>
          <OutgoingBubble entry={row.entry} onEdit={onEdit} />
        </div>
      )
    case 'message': {
      const { message, span, begins, evidence } = row
      const author = authorOf(message, open, nameOf, me.id)
      return (
        <div className={cx('control-span', spanClass(span), last && 'pb-2')}>
          {begins && span !== 'unknown' && (
            <span className="control-who">
              <Avatar party={partyOf(span, message, open, nameOf)} size="sm" />
            </span>
          )}
          <div className={cx(begins && 'pt-0.5')}>
            <MessageBubble
              message={message}
              author={author}
              evidence={evidence}
              selected={message.seq === whySeq}
              onWhy={message.author === 'contact' && open.bot ? () => onWhy(message.seq) : undefined}
            />
          </div>
        </div>
      )
    }
  }
}

function spanClass(span: string): string {
  return { bot: 'is-bot', human: 'is-human', waiting: 'is-waiting' }[span] ?? ''
}

function authorOf(
  message: Message,
  open: OpenConversation,
  nameOf: (id: string | null) => string,
  me: string,
): string {
  if (message.author === 'contact') return open.name
  if (message.author === 'bot') return open.bot?.name ?? words.control.botHasIt('')
  return message.userId === me ? texts.common.you : nameOf(message.userId)
}

function partyOf(
  span: string,
  message: Message,
  open: OpenConversation,
  nameOf: (id: string | null) => string,
): Party {
  if (span === 'bot') return { kind: 'bot' }
  if (span === 'waiting') return { kind: 'nobody' }
  const userId =
    message.author === 'user'
      ? message.userId
      : (open.openHandover?.claimedBy ?? open.conversation.control.assigneeId)
  return userId ? { kind: 'human', name: nameOf(userId) } : { kind: 'nobody' }
}

function seqBefore(messages: readonly Message[], at: string): number | undefined {
  return messages.filter(({ author, createdAt }) => author === 'contact' && createdAt <= at).at(-1)?.seq
}

/** Stays at the end as things are added, unless somebody has scrolled away from it. */
function useStickToEnd(
  scroller: React.RefObject<HTMLDivElement | null>,
  height: number,
  lastKey: string | undefined,
) {
  const [atEnd, setAtEnd] = useState(true)
  const sticks = useRef(true)
  const toEnd = useCallback(() => {
    const element = scroller.current
    if (element) element.scrollTop = element.scrollHeight
  }, [scroller])
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the end has moved
  useLayoutEffect(() => {
    if (sticks.current) toEnd()
  }, [height, lastKey, toEnd])
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onScroll = () => {
      sticks.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEndPx
      setAtEnd(sticks.current)
    }
    const onResize = new ResizeObserver(() => sticks.current && toEnd())
    onResize.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      onResize.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [scroller, toEnd])
  return { atEnd, toEnd }
}

/** How many messages came since the end was last in view. */
function useSeen(atEnd: boolean, lastSeq: number): { unseen: number } {
  const seen = useRef(lastSeq)
  if (atEnd) seen.current = lastSeq
  return { unseen: lastSeq - seen.current }
}

/** The handovers that began while one looked: their band draws itself, once. */
function useArrivals(handovers: readonly Handover[]): Set<string> {
  const known = useRef<Set<string> | null>(null)
  const arrived = useRef(new Set<string>())
  if (known.current === null) {
    if (handovers.length > 0) known.current = new Set(handovers.map(({ id }) => id))
  } else
    for (const { id } of handovers)
      if (!known.current.has(id)) {
        known.current.add(id)
        arrived.current.add(id)
      }
  return arrived.current
}

import type { Handover, ListedConversation } from '@baton/contract'
import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'
import { duration, useNow } from '../ui/date-time.tsx'
import { waitOf } from './group-list.ts'

const look = { calm: 'text-ink-2', soon: 'font-semibold text-ink', late: 'font-semibold text-bad' }

/** How long a contact waits, and the share of the target that is used up. It ticks, and says nothing aloud. */
export function WaitRing({
  conversation,
  handover,
}: {
  conversation: ListedConversation
  handover: Handover | undefined
}) {
  const wait = waitOf(conversation.waitingSince, handover, useNow(1))
  if (!wait) return null
  const time = duration(wait.ms)
  return (
    <span className={cx('inline-flex shrink-0 items-center gap-1.25 text-12 tabular-nums', look[wait.state])}>
      {wait.share !== null && <Ring share={wait.share} />}
      <span className="sr-only">
        {wait.state === 'late' ? texts.inbox.late(time) : texts.inbox.waits(time)}
      </span>
      <span aria-hidden="true">{time}</span>
    </span>
  )
}

const round = 2 * Math.PI * 5.5

function Ring({ share }: { share: number }) {
  return (
    <svg
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
      fill="none"
      strokeWidth="2.5"
      className="shrink-0 -rotate-90"
    >
      <circle cx="7" cy="7" r="5.5" className="stroke-line-2" />
      <circle cx="7" cy="7" r="5.5" stroke="currentColor" strokeDasharray={`${share * round} ${round}`} />
    </svg>
  )
}

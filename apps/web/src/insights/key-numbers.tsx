import type { InsightMeasure, Insights, InsightTime } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Behind, unansweredQuery } from '../api/insights.ts'
import { texts } from '../texts/index.ts'
import { duration, useNow } from '../ui/date-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { shortTime } from './short-time.ts'

const words = texts.insights

/** The six numbers on top, each the way to its conversations. */
export function KeyNumbers({ insights, onOpen }: { insights: Insights; onOpen: (behind: Behind) => void }) {
  const now = useNow(15)
  const { withoutHandover, waitingNow } = insights
  const { data: unanswered = 0 } = useQuery(unansweredQuery)
  const { rate } = withoutHandover
  return (
    <dl className="grid grid-cols-6 overflow-hidden rounded-card border border-line max-wide:grid-cols-3 max-tablet:grid-cols-2">
      <KeyNumber
        label={words.solved}
        measure="without_handover"
        onOpen={onOpen}
        hint={words.solvedOf(insights.conversations.toLocaleString())}
      >
        {rate === null ? words.none : <Unit value={(rate * 100).toFixed(1)} unit="%" />}
      </KeyNumber>
      <KeyNumber
        label={words.handovers}
        measure="handovers"
        onOpen={onOpen}
        hint={words.solvedOf(insights.conversations.toLocaleString())}
      >
        {insights.handovers.toLocaleString()}
      </KeyNumber>
      <KeyNumber
        label={words.timeToClaim}
        measure="claimed"
        onOpen={onOpen}
        hint={<P90 time={insights.timeToClaim} />}
      >
        <Time seconds={insights.timeToClaim.median} />
      </KeyNumber>
      <KeyNumber
        label={words.firstReply}
        measure="replied"
        onOpen={onOpen}
        hint={<P90 time={insights.timeToFirstReply} />}
      >
        <Time seconds={insights.timeToFirstReply.median} />
      </KeyNumber>
      <KeyNumber
        label={words.waiting}
        measure={waitingNow.late > 0 ? 'late' : 'waiting'}
        onOpen={onOpen}
        hint={
          waitingNow.longestSince ? (
            <>
              {waitingNow.late > 0 && (
                <b className="font-semibold text-bad">{words.waitingLate(waitingNow.late)}, </b>
              )}
              {words.longest(duration(now - Date.parse(waitingNow.longestSince)))}
            </>
          ) : (
            words.noneWaits
          )
        }
      >
        {waitingNow.count === 0 && unanswered === 0 ? (
          <span className="flex items-center gap-2 text-ok">
            0 <Icon name="check" size={18} />
          </span>
        ) : (
          waitingNow.count
        )}
      </KeyNumber>
      <KeyNumber label={words.unclaimed} measure="unclaimed" onOpen={onOpen} hint={words.unclaimedHint}>
        {insights.unclaimed}
      </KeyNumber>
    </dl>
  )
}

function KeyNumber({
  label,
  measure,
  hint,
  onOpen,
  children,
}: {
  label: string
  measure: InsightMeasure
  hint: ReactNode
  onOpen: (behind: Behind) => void
  children: ReactNode
}) {
  return (
    <div className="relative -mb-px -ml-px min-w-0 border-b border-l border-line p-4 hover:bg-hover">
      <dt className="text-13">
        <button
          type="button"
          className="text-left font-medium after:absolute after:inset-0 hover:underline"
          onClick={() => onOpen({ measure })}
        >
          {label}
        </button>
      </dt>
      <dd>
        <span className="block text-28 font-semibold tracking-title tabular-nums">{children}</span>
        <span className="block text-12 text-ink-2">{hint}</span>
      </dd>
    </div>
  )
}

function P90({ time }: { time: InsightTime }) {
  if (time.p90 === null) return words.none
  return (
    <span title={`${words.p90Hint} ${shortTime(time.p90)}`}>
      {words.median} · {words.p90} <b className="font-semibold text-ink">{shortTime(time.p90)}</b>
    </span>
  )
}

function Time({ seconds }: { seconds: number | null }) {
  if (seconds === null) return words.none
  return shortTime(seconds)
    .split(/(?<=[a-z]) /)
    .map((part) => {
      const [value = '', unit = ''] = part.split(' ')
      return <Unit key={unit} value={value} unit={unit} />
    })
}

function Unit({ value, unit }: { value: string; unit: string }) {
  return (
    <span className="mr-1.5 whitespace-nowrap">
      {value}
      <span className="ml-0.5 text-13 font-normal text-ink-2">{unit}</span>
    </span>
  )
}

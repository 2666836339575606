import type { Insights } from '@baton/contract'
import type { Behind } from '../api/insights.ts'
import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { Panel } from './panel.tsx'

const words = texts.insights
const parts = [
  { key: 'needed', measure: 'needed', label: words.needed, look: 'bg-human-line' },
  {
    key: 'notNeeded',
    measure: 'not_needed',
    label: words.notNeeded,
    look: 'bg-[repeating-linear-gradient(135deg,var(--ink-3)_0_2px,var(--track)_2px_4px)]',
  },
  { key: 'tooLate', measure: 'too_late', label: words.tooLate, look: 'bg-bad-fill' },
] as const

/** What the staff said of the handovers, by scenario. */
export function WasItRight({ insights, onOpen }: { insights: Insights; onOpen: (behind: Behind) => void }) {
  const all = insights.feedback
  const marked = all.needed + all.notNeeded + all.tooLate
  const scenarios = insights.byScenario.filter(({ feedback }) => sumOf(feedback) > 0)
  return (
    <Panel title={words.wasItRight} aside={words.marked(marked, insights.handovers)}>
      {marked === 0 && <p className="text-13 text-ink-2">{words.notMarked}</p>}
      <ul className="grid gap-3">
        {scenarios.map(({ key, name, feedback }) => {
          const sum = sumOf(feedback)
          const share = `${Math.round((100 * feedback.needed) / sum)}%`
          return (
            <li key={key} className="grid gap-1 text-13">
              <span className="flex items-baseline gap-2">
                <button
                  type="button"
                  dir="auto"
                  className="min-w-0 flex-1 truncate text-left hover:underline"
                  onClick={() => onOpen({ measure: 'needed', scenario: key })}
                >
                  {name}
                </button>
                <span className="text-12 text-ink-2">
                  <b className="font-semibold text-ink">{share}</b> {words.needed.toLowerCase()}
                </span>
              </span>
              <span role="img" aria-label={words.neededShare(share)} className="flex h-2 gap-0.5">
                {parts.map((part) =>
                  feedback[part.key] === 0 ? null : (
                    <span
                      key={part.key}
                      className={cx('rounded-[3px]', part.look)}
                      style={{ width: `${(100 * feedback[part.key]) / sum}%` }}
                    />
                  ),
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {marked > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-12">
          {parts.map(({ key, measure, label, look }) => (
            <li key={key}>
              <button
                type="button"
                className="flex items-center gap-1.5 hover:underline"
                onClick={() => onOpen({ measure })}
              >
                <span className={cx('size-2.5 rounded-[3px]', look)} /> {label}{' '}
                <b className="font-semibold tabular-nums">{all[key]}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
      <CustomersSay rating={insights.rating} onOpen={onOpen} />
    </Panel>
  )
}

/** What the customers said, beside what the staff did. */
function CustomersSay({ rating, onOpen }: { rating: Insights['rating']; onOpen: (behind: Behind) => void }) {
  const answers = [
    { measure: 'helped', label: words.helped, count: rating.helped, look: 'text-ok' },
    { measure: 'not_helped', label: words.notHelped, count: rating.notHelped, look: 'text-bad' },
  ] as const
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line pt-3 text-12">
      <span className="text-ink-2">{words.customersSay}</span>
      {rating.helped + rating.notHelped === 0
        ? words.noneRated
        : answers.map(({ measure, label, count, look }) => (
            <button
              key={measure}
              type="button"
              className="flex items-center gap-1.5 hover:underline"
              onClick={() => onOpen({ measure })}
            >
              <Icon name={measure === 'helped' ? 'thumbUp' : 'thumbDown'} size={14} className={look} />
              {label} <b className="font-semibold tabular-nums">{count}</b>
            </button>
          ))}
    </div>
  )
}

function sumOf({ needed, notNeeded, tooLate }: Insights['feedback']): number {
  return needed + notNeeded + tooLate
}

import type { User } from '@baton/contract'
import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'
import { useNow } from '../ui/date-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { coverageOf } from './duty.ts'

const words = texts.staff
const labelled = new Set([0, 3, 6, 9, 12, 15, 18, 21])

/** How many are on duty in each hour of the week. */
export function CoverageMap({ users, timeZone }: { users: readonly User[]; timeZone: string }) {
  const now = useNow(3_600)
  const coverage = coverageOf(users, timeZone, new Date(now))
  const most = Math.max(1, ...coverage.flat())
  const gap = coverage.flat().includes(0)
  return (
    <section aria-labelledby="coverage" className="max-w-180 px-5 py-5 text-12 max-tablet:px-4">
      <header className="mb-2 flex items-baseline gap-2">
        <h2 id="coverage" className="text-13 font-semibold">
          {words.coverage}
        </h2>
        <span className="ml-auto text-ink-3">{words.coverageOf(timeZone)}</span>
      </header>
      <table className="w-full table-fixed border-separate border-spacing-0.5">
        <thead>
          <tr className="text-left text-11 text-ink-3">
            <td className="w-9" />
            {Array.from({ length: 24 }, (_, hour) => (
              <th key={hourName(hour)} scope="col" className="font-normal">
                {labelled.has(hour) ? (
                  hourName(hour).slice(0, 2)
                ) : (
                  <span className="sr-only">{hourName(hour)}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {coverage.map((hours, day) => (
            <tr key={words.days[day]}>
              <th scope="row" className="text-left text-11 font-normal text-ink-3">
                {words.shortDays[day]}
              </th>
              {hours.map((count, hour) => (
                <td
                  key={hourName(hour)}
                  title={words.coverageLabel(words.days[day] ?? '', hourName(hour), count)}
                  className={cx('h-4 rounded-[3px]', count === 0 ? 'bg-track' : 'bg-human-line')}
                  style={count === 0 ? undefined : { opacity: 0.3 + (0.7 * count) / most }}
                >
                  <span className="sr-only">{count}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 flex items-start gap-1.5 text-ink-2">
        <Icon name="info" size={14} className="mt-px" />
        {gap ? words.coverageGap : words.coverageWhole}
      </p>
    </section>
  )
}

function hourName(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

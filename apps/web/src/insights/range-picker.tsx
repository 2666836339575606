import { texts } from '../texts/index.ts'
import { Segments } from '../ui/segments.tsx'
import { type InsightSearch, usualDays } from './read-search.ts'

const words = texts.insights

/** The last days, or a range of one's own. */
export function RangePicker({
  search,
  period,
  onChange,
}: {
  search: InsightSearch
  period: { from: string; to: string }
  onChange: (search: InsightSearch) => void
}) {
  const { days = 30, from, to, ...rest } = search
  const own = from !== undefined && to !== undefined
  const dayInput = (label: string, key: 'from' | 'to') => (
    <input
      type="date"
      aria-label={label}
      value={period[key]}
      {...(key === 'from' ? { max: period.to } : { min: period.from })}
      onChange={({ target }) =>
        target.value && onChange({ ...rest, from: period.from, to: period.to, [key]: target.value })
      }
      className="h-8 rounded-control bg-surface px-2 text-13 tabular-nums inset-ring inset-ring-field max-tablet:h-10"
    />
  )
  return (
    <span className="flex flex-wrap items-center gap-2">
      {dayInput(words.from, 'from')}
      {dayInput(words.to, 'to')}
      <Segments
        label={words.range}
        value={own ? 'own' : String(days)}
        onChange={(key) => onChange({ ...rest, days: Number(key) })}
        options={usualDays.map((count) => ({ key: String(count), title: words.days(count) }))}
      />
    </span>
  )
}

import type { WeeklyHours } from '@baton/contract'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { hoursAWeek, minutesOf } from './duty.ts'

const words = texts.staff
const mostSpans = 10
const midnight = '00:00'
const endOfDay = '24:00'
type Days = WeeklyHours['days']
type Span = Days[number][number]

/** Seven days, each with its spans, and how they lie in the day. */
export function WeekEditor({ days, onChange }: { days: Days; onChange: (days: Days) => void }) {
  const setDay = (at: number, spans: Span[]) => onChange(days.with(at, spans))
  const copyMonday = () =>
    onChange(days.map((spans, at) => (at > 0 && at < 5 ? structuredClone(days[0] ?? []) : spans)))
  return (
    <section aria-labelledby="weekly-hours" className="text-13">
      <header className="mb-2 flex flex-wrap items-center gap-2">
        <h3 id="weekly-hours" className="font-semibold">
          {words.hours}
        </h3>
        <span className="ml-auto text-12 text-ink-3">{words.hoursAWeek(hoursAWeek(days))}</span>
        <Button size="xs" icon="copy" onClick={copyMonday}>
          {words.copyMonday}
        </Button>
      </header>
      <ul className="divide-y divide-line border-y border-line">
        {days.map((spans, at) => (
          <Day
            key={words.days[at]}
            name={words.days[at] ?? ''}
            spans={spans}
            onChange={(next) => setDay(at, next)}
          />
        ))}
      </ul>
    </section>
  )
}

function Day({ name, spans, onChange }: { name: string; spans: Span[]; onChange: (spans: Span[]) => void }) {
  const set = (at: number, change: Partial<Span>) =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...change } : span)))
  const last = spans.at(-1)
  const next = last && minutesOf(last.to) < 22 * 60 ? { from: last.to, to: '23:00' } : null
  return (
    <li className="grid grid-cols-[112px_1fr_auto] items-start gap-3 py-2 max-tablet:grid-cols-[1fr_auto]">
      <span className="pt-1.5">
        <Checkbox
          checked={spans.length > 0}
          onChange={(on) => onChange(on ? [{ from: '09:00', to: '17:00' }] : [])}
        >
          {name}
        </Checkbox>
      </span>
      <Bar spans={spans} />
      <span className="grid justify-items-end gap-1.5 max-tablet:col-span-2 max-tablet:row-start-2">
        {spans.length === 0 && <span className="pt-1.5 text-ink-3">{words.off}</span>}
        {spans.map((span, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a span is its place
          <span key={at} className="flex items-center gap-1">
            <TimeInput label={words.from(name)} value={span.from} onChange={(from) => set(at, { from })} />
            –
            <TimeInput
              label={words.to(name)}
              value={span.to}
              onChange={(to) => set(at, { to: to === midnight ? endOfDay : to })}
            />
            <IconButton
              icon="close"
              size="xs"
              label={words.removeSpan(name, at + 1)}
              onClick={() => onChange(spans.toSpliced(at, 1))}
            />
            <IconButton
              icon="plus"
              size="xs"
              label={words.addSpan(name)}
              className={at === spans.length - 1 ? undefined : 'invisible'}
              disabled={next === null || spans.length >= mostSpans}
              onClick={() => next && onChange([...spans, next])}
            />
          </span>
        ))}
      </span>
    </li>
  )
}

/** The end of a day is 24:00, which no browser's field can say: there it is 00:00. */
function TimeInput({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (time: string) => void
}) {
  return (
    <input
      type="time"
      aria-label={label}
      value={value === endOfDay ? midnight : value}
      onChange={({ target }) => target.value && onChange(target.value)}
      className="h-7 rounded-control bg-surface px-1.5 text-13 tabular-nums inset-ring inset-ring-field max-tablet:h-10 max-tablet:text-16"
    />
  )
}

function Bar({ spans }: { spans: readonly Span[] }) {
  return (
    <span
      aria-hidden="true"
      className="relative mt-2.5 h-3 overflow-hidden rounded-[4px] bg-track max-tablet:hidden"
    >
      {spans.map(({ from, to }) => (
        <span
          key={from}
          className="absolute inset-y-0 bg-human-line"
          style={{ left: percent(from), width: `calc(${percent(to)} - ${percent(from)})` }}
        />
      ))}
    </span>
  )
}

function percent(time: string): string {
  return `${(minutesOf(time) / 14.4).toFixed(2)}%`
}

import type { Insights } from '@baton/contract'
import { AxisBottom, AxisLeft } from '@visx/axis'
import { scaleBand, scaleLinear } from '@visx/scale'
import { BarStack } from '@visx/shape'
import { useId, useState } from 'react'
import type { Behind } from '../api/insights.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from './panel.tsx'
import { useWidth } from './use-width.ts'

const words = texts.insights
const height = 260
const margin = { top: 8, right: 4, bottom: 26, left: 30 }
/** Amber in steps of lightness, then grey: the scenarios in the order of how often they fire. */
const fills = [
  'var(--human-line)',
  'color-mix(in srgb, var(--human-line) 55%, var(--surface))',
  'color-mix(in srgb, var(--human-line) 28%, var(--surface))',
  'var(--ink-3)',
  'color-mix(in srgb, var(--ink-3) 55%, var(--surface))',
  'color-mix(in srgb, var(--ink-3) 28%, var(--surface))',
]
const dayName = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' })
const labelEveryPx = 80

/** Handovers of each day, by scenario. */
export function HandoverChart({
  insights,
  onOpen,
}: {
  insights: Insights
  onOpen: (behind: Behind) => void
}) {
  const [asTable, setAsTable] = useState(false)
  const { byDay, byScenario } = insights
  const totals = byDay.map(({ handovers }) => handovers)
  const busiest = byDay[totals.indexOf(Math.max(0, ...totals))]
  const says = words.byScenarioSays(
    insights.handovers,
    byScenario[0]?.name ?? '',
    busiest ? nameOf(busiest.day) : '',
  )
  return (
    <Panel
      title={words.byScenario}
      aside={
        <Button size="xs" variant="quiet" onClick={() => setAsTable(!asTable)}>
          {asTable ? words.asChart : words.asTable}
        </Button>
      }
    >
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-12">
        {byScenario.map(({ key, name, handovers }, at) => (
          <li key={key}>
            <button
              type="button"
              className="flex items-center gap-1.5 hover:underline"
              onClick={() => onOpen({ measure: 'handovers', scenario: key })}
            >
              <span className="size-2.5 rounded-[3px]" style={{ background: fillOf(at) }} />
              <span dir="auto">{name}</span> <b className="font-semibold tabular-nums">{handovers}</b>
            </button>
          </li>
        ))}
      </ul>
      {asTable ? <DayTable insights={insights} /> : <Stack insights={insights} says={says} />}
    </Panel>
  )
}

function Stack({ insights: { byDay, byScenario }, says }: { insights: Insights; says: string }) {
  const { ref, width } = useWidth()
  const titleId = useId()
  const keys = byScenario.map(({ key }) => key)
  const inner = {
    width: Math.max(0, width - margin.left - margin.right),
    height: height - margin.top - margin.bottom,
  }
  const x = scaleBand({ domain: byDay.map(({ day }) => day), range: [0, inner.width], padding: 0.25 })
  const y = scaleLinear({
    domain: [0, Math.max(4, ...byDay.map(({ handovers }) => handovers))],
    range: [inner.height, 0],
    nice: true,
  })
  const rows = byDay.map(({ day, scenarios }) => ({
    day,
    ...Object.fromEntries(keys.map((key) => [key, scenarios[key] ?? 0])),
  }))
  const step = Math.max(1, Math.ceil(byDay.length / Math.max(1, Math.floor(inner.width / labelEveryPx))))
  return (
    <div ref={ref}>
      {width > 0 && (
        <svg role="img" aria-labelledby={titleId} width={width} height={height} className="block">
          <title id={titleId}>{says}</title>
          <g transform={`translate(${margin.left},${margin.top})`}>
            {y.ticks(4).map((tick) => (
              <line key={tick} x1={0} x2={inner.width} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            ))}
            <BarStack<Record<string, string | number>, string>
              data={rows}
              keys={keys}
              x={({ day }) => String(day)}
              xScale={x}
              yScale={y}
              color={(key) => fillOf(keys.indexOf(key))}
            >
              {(stacks) =>
                stacks.flatMap(({ bars, key }) =>
                  bars.map(({ index, x: left, y: top, width: wide, height: high, color }) => (
                    <rect
                      key={`${key}-${index}`}
                      x={left}
                      y={top}
                      width={wide}
                      height={Math.max(0, high - 1)}
                      rx={Math.min(2, wide / 4)}
                      fill={color}
                    />
                  )),
                )
              }
            </BarStack>
            <AxisLeft
              scale={y}
              numTicks={4}
              hideAxisLine
              hideTicks
              tickFormat={(value) => String(value)}
              tickLabelProps={() => ({ ...label, textAnchor: 'end', dx: -4, dy: 4 })}
            />
            <AxisBottom
              scale={x}
              top={inner.height}
              tickValues={byDay.flatMap(({ day }, at) => (at % step === 0 ? [day] : []))}
              tickFormat={nameOf}
              hideTicks
              stroke="var(--line)"
              tickLabelProps={() => ({ ...label, textAnchor: 'middle' })}
            />
          </g>
        </svg>
      )}
    </div>
  )
}

export const label = { fontSize: 11, fill: 'var(--ink-3)', fontFamily: 'inherit' } as const

function DayTable({ insights: { byDay, byScenario } }: { insights: Insights }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div tabIndex={0} className="max-h-65 overflow-auto">
      <table className="w-full border-collapse text-12 tabular-nums">
        <thead className="sticky top-0 bg-surface">
          <tr className="text-left text-ink-2">
            <th scope="col" className="py-1 font-medium">
              {words.day}
            </th>
            <th scope="col" className="text-right font-medium">
              {words.conversations}
            </th>
            <th scope="col" className="text-right font-medium">
              {words.handovers}
            </th>
            {byScenario.map(({ key, name }) => (
              <th key={key} scope="col" className="pl-3 text-right font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byDay.map(({ day, conversations, handovers, scenarios }) => (
            <tr key={day} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {nameOf(day)}
              </th>
              <td className="text-right">{conversations}</td>
              <td className="text-right">{handovers}</td>
              {byScenario.map(({ key }) => (
                <td key={key} className="text-right">
                  {scenarios[key] ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function fillOf(at: number): string {
  return fills[Math.min(at, fills.length - 1)] ?? 'var(--ink-3)'
}

function nameOf(day: string): string {
  return dayName.format(new Date(`${day}T12:00:00Z`))
}

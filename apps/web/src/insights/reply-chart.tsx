import type { Insights } from '@baton/contract'
import { AxisBottom } from '@visx/axis'
import { scaleBand, scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import { useId, useState } from 'react'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { label } from './handover-chart.tsx'
import { Panel } from './panel.tsx'
import { shortTime } from './short-time.ts'
import { useWidth } from './use-width.ts'

const words = texts.insights
const height = 230
const margin = { top: 26, bottom: 26 }
const lastMinute = 12

/** How many handovers were answered within the first minute, the second and so on. */
export function ReplyChart({ insights }: { insights: Insights }) {
  const [asTable, setAsTable] = useState(false)
  const { replyMinutes, timeToFirstReply } = insights
  return (
    <Panel
      title={words.timeToPerson}
      aside={
        <span className="flex items-baseline gap-2">
          {words.timeToPersonOf(timeToFirstReply.n)}
          <Button size="xs" variant="quiet" onClick={() => setAsTable(!asTable)}>
            {asTable ? words.asChart : words.asTable}
          </Button>
        </span>
      }
    >
      {asTable ? (
        <table className="w-full border-collapse text-12 tabular-nums">
          <tbody>
            {replyMinutes.map((count, minute) => (
              <tr key={words.withinMinute(minute)} className="border-t border-line first:border-0">
                <th scope="row" className="py-0.75 text-left font-normal">
                  {words.withinMinute(minute)}
                </th>
                <td className="text-right">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Minutes insights={insights} />
      )}
    </Panel>
  )
}

function Minutes({ insights: { replyMinutes, timeToFirstReply } }: { insights: Insights }) {
  const { ref, width } = useWidth()
  const titleId = useId()
  const inner = height - margin.top - margin.bottom
  const x = scaleBand({ domain: replyMinutes.map((_, minute) => minute), range: [0, width], padding: 0.12 })
  const y = scaleLinear({ domain: [0, Math.max(1, ...replyMinutes)], range: [inner, 0] })
  const within = replyMinutes.slice(0, 3).reduce((sum, count) => sum + count, 0)
  const { n, median, p90 } = timeToFirstReply
  return (
    <div ref={ref}>
      {width > 0 && (
        <svg role="img" aria-labelledby={titleId} width={width} height={height} className="block">
          <title id={titleId}>{words.timeToPersonSays(n, within)}</title>
          <g transform={`translate(0,${margin.top})`}>
            {replyMinutes.map((count, minute) => (
              <Bar
                // biome-ignore lint/suspicious/noArrayIndexKey: a minute is its place
                key={minute}
                x={x(minute) ?? 0}
                y={y(count)}
                width={x.bandwidth()}
                height={inner - y(count)}
                rx={2}
                fill={
                  minute < 3
                    ? 'var(--human-line)'
                    : 'color-mix(in srgb, var(--human-line) 55%, var(--surface))'
                }
              />
            ))}
            <Mark at={x} seconds={median} name={words.median} height={inner} width={width} />
            <Mark at={x} seconds={p90} name={words.p90} height={inner} width={width} />
            <AxisBottom
              scale={x}
              top={inner}
              tickValues={[0, 3, 6, 9, lastMinute]}
              tickFormat={(minute) => (minute === lastMinute ? words.later : String(minute))}
              hideTicks
              stroke="var(--line)"
              tickLabelProps={() => ({ ...label, textAnchor: 'middle' })}
            />
          </g>
        </svg>
      )}
      <p className="text-right text-11 text-ink-3">{words.minutes}</p>
    </div>
  )
}

/** A line where the median or the p90 lies. */
function Mark({
  at,
  seconds,
  name,
  height: high,
  width,
}: {
  at: ReturnType<typeof scaleBand<number>>
  seconds: number | null
  name: string
  height: number
  width: number
}) {
  if (seconds === null || seconds > lastMinute * 60) return null
  const left = (seconds / 60) * at.step()
  const before = left > width * 0.75
  return (
    <g transform={`translate(${left},0)`}>
      <line y1={-10} y2={high} className="stroke-ink" strokeWidth={1.5} />
      <text
        y={name === words.median ? -14 : -2}
        x={before ? -4 : 4}
        textAnchor={before ? 'end' : 'start'}
        className="fill-ink text-11"
      >
        {name} {shortTime(seconds)}
      </text>
    </g>
  )
}

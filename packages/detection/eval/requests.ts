import { createDetector, presets } from '../src/index.ts'
import type { RequestRow } from './rows.ts'
import { describeTimes, timed } from './timing.ts'

type Counts = {
  right: number
  missed: number
  false: number
  ordinary: number
  falseOrdinary: number
  hard: number
}

/** How well *Human requested* tells requests from other messages. Borderline rows are left out. */
export function measureRequests(rows: readonly RequestRow[]): void {
  const detector = createDetector({ scenarios: presets.map((preset) => ({ ...preset, id: preset.kind })) })
  const fires = (text: string) =>
    detector
      .assess([{ from: 'contact', text }])
      .scores.some(({ kind, fired }) => kind === 'human_requested' && fired)
  const scored = rows.filter(({ category }) => category !== 'borderline')
  for (const { text } of scored.slice(0, 2000)) fires(text)

  const times: number[] = []
  const counts = new Map<string, Counts>()
  for (const row of scored) {
    const fired = timed(times, () => fires(row.text))
    for (const name of ['all', row.lang]) count(counts, name, row, fired)
  }
  console.table(Object.fromEntries([...counts].map(([name, counted]) => [name, rates(counted)])))
  console.log(describeTimes(times))
}

function count(
  counts: Map<string, Counts>,
  name: string,
  { label, category }: RequestRow,
  fired: boolean,
): void {
  const counted = counts.get(name) ?? {
    right: 0,
    missed: 0,
    false: 0,
    ordinary: 0,
    falseOrdinary: 0,
    hard: 0,
  }
  counts.set(name, counted)
  const isOrdinary = label === 0 && category === 'ordinary'
  counted.right += Number(label === 1 && fired)
  counted.missed += Number(label === 1 && !fired)
  counted.false += Number(label === 0 && fired)
  counted.ordinary += Number(isOrdinary)
  counted.falseOrdinary += Number(isOrdinary && fired)
  counted.hard += Number(label === 0 && !isOrdinary)
}

function rates(counted: Counts): Record<string, string | number> {
  const precision = share(counted.right, counted.right + counted.false)
  const recall = share(counted.right, counted.right + counted.missed)
  const falseHard = counted.false - counted.falseOrdinary
  return {
    requests: counted.right + counted.missed,
    'precision %': percent(precision),
    'recall %': percent(recall),
    'F1 %': percent((2 * precision * recall) / (precision + recall)),
    'false in 1,000 ordinary': (1000 * share(counted.falseOrdinary, counted.ordinary)).toFixed(2),
    'false among hard': `${falseHard} of ${counted.hard}`,
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function percent(value: number): string {
  return Number.isNaN(value) ? '–' : (100 * value).toFixed(1)
}

import type { DialogueFigures } from './score-dialogues.ts'
import type { Figures } from './score-messages.ts'

/** A row for each peer. */
export function figuresTable(all: readonly Figures[]): string {
  const categories = [...new Set(all.flatMap(({ falseAlarms }) => [...falseAlarms.keys()]))].filter(
    (category) => category !== 'ordinary',
  )
  const head = [
    '',
    'precision %',
    'recall %',
    'F1 %',
    'false alarms in 1,000 ordinary',
    ...categories.map((name) => `${name} %`),
    'calibration error',
    'p50 µs',
    'p99 µs',
  ]
  const rows = all.map((figures) => [
    figures.peer,
    percent(figures.precision),
    percent(figures.recall),
    percent(figures.f1),
    (10 * Number(rate(figures, 'ordinary'))).toFixed(1),
    ...categories.map((category) => rate(figures, category)),
    figures.calibrationError.toFixed(3),
    figures.p50.toFixed(0),
    figures.p99.toFixed(0),
  ])
  return table(head, rows)
}

/** A row for each language, the worst first. */
export function languageTable(byLanguage: ReadonlyMap<string, Figures>): string {
  const rows = [...byLanguage]
    .toSorted(([, one], [, other]) => one.f1 - other.f1)
    .map(([language, figures]) => {
      const others = [...figures.falseAlarms.values()]
      const fired = others.reduce((sum, one) => sum + one.fired, 0)
      const of = others.reduce((sum, one) => sum + one.of, 0)
      return [
        language,
        String(figures.requests),
        percent(figures.precision),
        percent(figures.recall),
        percent(figures.f1),
        `${fired} of ${of}`,
      ]
    })
  return table(['language', 'requests', 'precision %', 'recall %', 'F1 %', 'false alarms'], rows)
}

export function dialogueTable({ dialogues, right, byScenario }: DialogueFigures): string {
  const rows = [...byScenario].map(([scenario, counted]) => [
    scenario,
    `${counted.right} of ${counted.of}`,
    percent(counted.right / counted.of),
  ])
  return table(
    ['expected', 'right at the right turn', '%'],
    [...rows, ['all', `${right} of ${dialogues}`, percent(right / Math.max(1, dialogues))]],
  )
}

/** The whole of `docs/detection.md`. */
export function page({
  languages,
  weights,
  notes,
  parts,
}: {
  languages: number
  weights: { models: Record<string, { weights: string }> }
  notes: string
  parts: readonly string[]
}): string {
  const bytes = Object.values(weights.models).reduce(
    (sum, model) => sum + Buffer.from(model.weights, 'base64').length,
    0,
  )
  return `${notes.trim()}

# Figures

Made by \`npm run eval\` on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node}: ${languages} languages, ${Math.round(bytes / 1024)} KB of weights. A message fires from a score of 0.5.
Only languages with a grammar are counted. Times are those of one call in one process; peers run in the same run.

${parts.join('\n\n')}

## Calibration

![Reliability](detection/reliability.svg)

## Languages

![F1 for each language, own messages](detection/languages.svg)
`
}

function rate({ falseAlarms }: Figures, category: string): string {
  const { fired, of } = falseAlarms.get(category) ?? { fired: 0, of: 0 }
  return of === 0 ? '–' : percent(fired / of)
}

function percent(value: number): string {
  return (value * 100).toFixed(1)
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

import type { Bin, Figures } from './score-messages.ts'

const SIZE = 360
const PAD = 48
const style = `<style>text{font:12px system-ui,sans-serif;fill:#333}.axis{stroke:#999}.aim{stroke:#bbb;stroke-dasharray:4 4}.mark{fill:#2563eb}.line{stroke:#2563eb;fill:none;stroke-width:2}@media(prefers-color-scheme:dark){text{fill:#ddd}.mark{fill:#7aa2ff}.line{stroke:#7aa2ff}}</style>`

/** What was said against what was: on the diagonal, a score of 0.7 is right seven times in ten. */
export function drawReliability(bins: readonly Bin[]): string {
  const x = (value: number) => PAD + value * (SIZE - 2 * PAD)
  const y = (value: number) => SIZE - PAD - value * (SIZE - 2 * PAD)
  const points = bins.map(({ said, was }) => `${x(said).toFixed(1)},${y(was).toFixed(1)}`)
  const marks = bins.map(
    ({ said, was, count }) =>
      `<circle class="mark" cx="${x(said).toFixed(1)}" cy="${y(was).toFixed(1)}" r="${(2 + Math.log10(count + 1) * 1.5).toFixed(1)}"><title>${count} messages</title></circle>`,
  )
  return svg(SIZE, SIZE, 'Reliability: score against share of requests', [
    `<line class="axis" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(0)}"/>`,
    `<line class="axis" x1="${x(0)}" y1="${y(0)}" x2="${x(0)}" y2="${y(1)}"/>`,
    `<line class="aim" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>`,
    ...[0, 0.5, 1].flatMap((tick) => [
      `<text x="${x(tick)}" y="${y(0) + 18}" text-anchor="middle">${tick}</text>`,
      `<text x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
    ]),
    `<text x="${SIZE / 2}" y="${SIZE - 10}" text-anchor="middle">score</text>`,
    `<text x="${PAD}" y="24">share of requests</text>`,
    `<polyline class="line" points="${points.join(' ')}"/>`,
    ...marks,
  ])
}

/** A bar for each language. */
export function drawLanguages(figures: ReadonlyMap<string, Figures>): string {
  const rows = [...figures].toSorted(([, one], [, other]) => other.f1 - one.f1)
  const [left, width, height] = [44, 320, 15]
  return svg(left + width + 60, rows.length * height + 30, 'F1 for each language', [
    `<text x="${left}" y="16">F1, %</text>`,
    ...rows.flatMap(([language, { f1 }], at) => {
      const top = 26 + at * height
      return [
        `<text x="${left - 6}" y="${top + 10}" text-anchor="end">${language}</text>`,
        `<rect class="mark" x="${left}" y="${top}" width="${(f1 * width).toFixed(1)}" height="${height - 4}"/>`,
        `<text x="${(left + f1 * width + 5).toFixed(1)}" y="${top + 10}">${(f1 * 100).toFixed(0)}</text>`,
      ]
    }),
  ])
}

function svg(width: number, height: number, title: string, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${title}</title>${style}${parts.join('')}</svg>\n`
}

import { cpus, totalmem } from 'node:os'
import type { Figures } from './measure.ts'

/** Gathers lines, prints them as they come, and can write them down as Markdown. */
export class Report {
  #parts: string[] = []

  add(part: string): void {
    this.#parts.push(part)
    process.stdout.write(`${part}\n`)
  }

  markdown(command: string): string {
    const processor = cpus()
    const machine = `${processor.length} × ${processor[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`
    return `# Benchmarks

Made by \`${command}\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.

How to read it: each operation runs in turn with its floor, the bare statements that it needs, sent by hand over the same
pool, in short slices one after the other. So the ratio says what Baton adds, also on a noisy machine; the absolute
figures belong to that machine at that hour. CPU is that of the Node process alone. ${'`p50`'} and ${'`p99`'} are milliseconds.
${this.#parts.join('\n')}
`
  }
}

export function heading(text: string): string {
  return `\n## ${text}\n`
}

export function table(rows: Figures[]): string {
  const lines = rows.map(
    ({ name, rate, p50, p99, cpu }) =>
      `| ${name} | ${Math.round(rate).toLocaleString('en')} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${Math.round(cpu)} |`,
  )
  return ['| | a second | p50 ms | p99 ms | CPU µs |', '|---|---:|---:|---:|---:|', ...lines, ''].join('\n')
}

export function pair(a: Figures, b: Figures): string {
  return (a.rate / b.rate).toFixed(2)
}

/** What was aimed at, what is, and whether that is met. */
export function aim(what: string, value: number, relation: '<=' | '>=', target: number): string {
  const met = relation === '<=' ? value <= target : value >= target
  return `- ${what}: **${value.toFixed(2)}**, aim ${relation === '<=' ? '≤' : '≥'} ${Number(target.toFixed(2))}: ${met ? 'met' : 'NOT met'}`
}

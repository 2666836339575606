import { cpus, totalmem } from 'node:os'
import type { Pair } from './measure.ts'

export type Report = { add: (...lines: string[]) => void; markdown: (about: About) => string }
type About = { command: string; database: string; minutes: number }

/** Gathers lines, prints them as they come, and can make a page of them. */
export function createReport(): Report {
  const lines: string[] = []
  return {
    add(...added) {
      lines.push(...added)
      process.stdout.write(`${added.join('\n')}\n`)
    },
    markdown({ command, database, minutes }) {
      const processor = cpus()
      const machine = `${processor.length} × ${processor[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`
      return `# Benchmarks

Made by \`${command}\` on ${new Date().toISOString().slice(0, 10)}, in ${minutes.toFixed(1)} minutes, on ${machine}, with Node ${process.versions.node} and
PostgreSQL ${database}, on one machine, syncing to disk. It writes this page; what falls short of an aim stands here too.

## How to read it

Each operation runs in turn with its floor: the bare statements that it needs, written by hand and sent by nothing but
the driver over the same pool, in short slices one after the other. So the ratio says what Baton adds, also on a noisy
machine; the absolute figures belong to that machine at that hour.

- \`a second\` is how often it was done, by 16 at a time (views: by 4; handovers: at the rate that is given).
- \`p50\` and \`p99\` are milliseconds. CPU is that of the Node process alone, in microseconds.
- \`of the floor\` is Baton's rate as a share of the floor's. Where the rate is given, it is the floor's p50 as a share of
  Baton's.
- A *bot turn* is two transactions here and there, because a brain may be slow and is asked between them.
- A *handover* begins before the message is handed to Baton and ends when everything of it is committed: the message,
  the job, the verdict, the final message, the sleep, the owner, the task, the tag, the notification. One message in ten
  asks for a person; the bot answers the other nine, in the same process.
- *Live events* begin before an event is stored and end when a reader over HTTP has it. The readers are a process of
  their own.
- Each size is a database of its own. Conversations have 1 to 9 messages; one in ten is open, and every view fills its
  first page at every size.

${lines.join('\n')}
`
    },
  }
}

export function heading(text: string): string {
  return `\n## ${text}\n`
}

const head = ['| | a second | p50 ms | p99 ms | CPU µs | of the floor |', '|---|---:|---:|---:|---:|---:|']

/** `share` is what stands under “of the floor”; left out, the share of the rate. */
export function table(pairs: Pair[], share: (pair: Pair) => number = rateShare): string[] {
  return [
    ...head,
    ...pairs.flatMap((pair) => [
      row(pair.baton, share(pair).toFixed(2)),
      row({ ...pair.floor, name: `↳ ${pair.floor.name}` }, ''),
    ]),
    '',
  ]
}

export function rateShare({ baton, floor }: Pair): number {
  return baton.rate / floor.rate
}

export function speedShare({ baton, floor }: Pair): number {
  return floor.p50 / baton.p50
}

function row({ name, rate, p50, p99, cpu }: Pair['baton'], last: string): string {
  return `| ${name} | ${Math.round(rate).toLocaleString('en')} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${Math.round(cpu).toLocaleString('en')} | ${last} |`
}

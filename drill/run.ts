import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openServer } from '../bench/server.ts'
import { deactivated, mailDown, nobodyCame, overDst } from './faults/by-clock.ts'
import type { Fault } from './faults/fault.ts'
import { killedAtHandover, killedAtMail, killedAtWake } from './faults/killed-worker.ts'
import { databaseRestarted, fortyAtOnce, twoNodes } from './faults/under-load.ts'

const help = `Breaks Baton in every way that its chain of handover can break, and counts who was left alone.

  npm run drill                  everything, some minutes; writes its table into docs/reliability.md
  npm run drill -- --only mail   the faults with this word in their name; writes nothing

DATABASE_URL_DRILL is a PostgreSQL to break things on instead of the built-in one; its user must be allowed to create databases.
`
const faults: Fault[] = [
  killedAtHandover,
  killedAtMail,
  killedAtWake,
  mailDown,
  databaseRestarted,
  overDst,
  deactivated,
  nobodyCame,
  fortyAtOnce,
  twoNodes,
]
const page = new URL('../docs/reliability.md', import.meta.url)
const [begins, ends] = ['<!-- drill -->', '<!-- /drill -->']

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } })
const wanted = faults.filter(({ name }) => name.includes(values.only ?? ''))
if (values.help) process.stdout.write(help)
else if (wanted.length === 0) {
  process.stderr.write(`There is no fault with “${values.only}” in its name.\n\n${help}`)
  process.exitCode = 2
} else await run()

async function run(): Promise<void> {
  const server = await openServer(process.env.DATABASE_URL_DRILL || undefined)
  const lines = [
    '| fault | how often | handovers begun | people told | told twice | contacts unanswered |',
    '|---|---|---:|---:|---:|---:|',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  let isWell = true
  try {
    for (const { name, run: breakIt } of wanted) {
      const { detail, counted } = await breakIt(server)
      const { handovers, told, twice, unanswered } = counted
      const line = `| ${name} | ${detail} | ${handovers} | ${told} | ${twice} | **${unanswered}** |`
      process.stdout.write(`${line}\n`)
      lines.push(line)
      isWell &&= unanswered === 0 && told === handovers
    }
  } finally {
    await server.stop()
  }
  if (!isWell) {
    process.stderr.write('\nSomebody was left alone.\n')
    process.exitCode = 1
  }
  if (values.only === undefined) await keep(lines)
}

/** Puts the table into the page, in place of the one before. */
async function keep(lines: readonly string[]): Promise<void> {
  const text = await readFile(page, 'utf8')
  const [before] = text.split(begins)
  const after = text.split(ends)[1]
  if (before === undefined || after === undefined)
    throw new Error(`${page.pathname} has no place for the table: ${begins} … ${ends}.`)
  await writeFile(page, `${before}${begins}\n\n${lines.join('\n')}\n\n${ends}${after}`)
}

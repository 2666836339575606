import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { aimLine, aims } from './aims.ts'
import { measureBots } from './bots.ts'
import { idleMemory } from './idle.ts'
import { measureSize, type Plan, parts, type Sized } from './measure-size.ts'
import { createReport, heading } from './report.ts'
import { openServer } from './server.ts'
import { views } from './views.ts'
import { measureWeb } from './web.ts'

const others = ['bots', 'web', 'idle']
const help = `Measures Baton beside the bare statements of what it does.

  npm run bench                       everything, with 1,000 to 1,000,000 messages; writes docs/benchmarks.md
  npm run bench -- --quick            a minute, with few messages; writes nothing
  npm run bench -- --only handover    one part: ${[...parts, ...others].join(', ')}; writes nothing

DATABASE_URL_BENCH is a PostgreSQL to measure on instead of the built-in one; its user must be allowed to create databases.
`
const fullSizes = [1_000, 100_000, 1_000_000]
const quickSizes = [1_000, 20_000]
const fullPlan: Plan = {
  parts: new Set(parts),
  seconds: 6,
  viewSeconds: 2,
  handoverSeconds: 12,
  readers: 200,
}
const quickPlan: Plan = {
  parts: new Set(parts),
  seconds: 2,
  viewSeconds: 0.5,
  handoverSeconds: 3,
  readers: 50,
}

const began = performance.now()
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
})
const only = parts.find((part) => part === values.only)
if (values.help) {
  process.stdout.write(help)
} else if (values.only !== undefined && !only && !others.includes(values.only)) {
  process.stderr.write(`There is no part “${values.only}”.\n\n${help}`)
  process.exitCode = 2
} else {
  await run()
}

async function run(): Promise<void> {
  const plan = values.quick ? quickPlan : fullPlan
  const wanted = values.only === undefined ? plan.parts : new Set(only ? [only] : [])
  const report = createReport()
  const server = await openServer(process.env.DATABASE_URL_BENCH || undefined)
  try {
    const sized: Sized[] = []
    if (wanted.size > 0)
      for (const messages of values.quick ? quickSizes : fullSizes)
        sized.push(await measureSize(server, report, messages, { ...plan, parts: wanted }))
    if (wanted.has('views')) report.add(...viewGrowth(sized))
    if (values.only === undefined || values.only === 'bots') await measureBots(server, report, plan.seconds)
    if (values.only === 'web' || (values.only === undefined && !values.quick))
      await measureWeb(server, report)
    if (values.only === undefined || values.only === 'idle') await idle(join(server.folder, 'idle'))
  } finally {
    await server.stop()
  }
  if (values.quick || values.only !== undefined) return
  const page = report.markdown({
    command: 'npm run bench',
    database: server.version,
    minutes: (performance.now() - began) / 60_000,
  })
  await writeFile(fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url)), page)

  async function idle(folder: string): Promise<void> {
    const figures = await idleMemory(folder)
    report.add(
      heading('Idle, ten seconds after the start'),
      `The server: ${figures.serverMb.toFixed(0)} MB resident. The built-in PostgreSQL beside it: ${figures.databaseMb.toFixed(0)} MB (memory that its processes share is counted once).`,
      '',
      aimLine('idle server, MB', figures.serverMb, '<', aims.idle),
    )
  }
}

/** How much slower each view is than with the fewest messages. */
function viewGrowth(sized: Sized[]): string[] {
  const [first, ...larger] = sized
  if (!first) return []
  const lines = views.flatMap((view) =>
    larger.map((size) => {
      const growth = (size.views.get(view)?.baton.p50 ?? 0) / (first.views.get(view)?.baton.p50 ?? 1)
      const from = first.messages.toLocaleString('en')
      return aimLine(
        `${view}, ${size.messages.toLocaleString('en')} against ${from} messages, p50`,
        growth,
        '≤',
        aims.viewGrowth,
      )
    }),
  )
  return [heading('Views as messages grow'), ...lines]
}

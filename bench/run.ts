import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../apps/server/src/database/embedded.ts'
import { fanOut } from './fan-out.ts'
import { createFloor } from './floor.ts'
import { grow } from './grow.ts'
import { handoverUnderLoad } from './handover-load.ts'
import { idleMemory } from './idle.ts'
import { compare, type Figures } from './measure.ts'
import { dropTurns, receive, turnTaker } from './operations.ts'
import { aim, heading, pair, Report, table } from './report.ts'
import { measureViews } from './views.ts'
import { createWorld, type World } from './world.ts'

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
})
const seconds = values.quick ? 2 : 8
const sizes = values.quick ? [1_000, 10_000] : [1_000, 100_000, 1_000_000]
const concurrency = 16

const report = new Report()
const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'))
const database = await startEmbedded({ folder: join(folder, 'main') })
try {
  const world = await createWorld(database.url)
  await measureWrites(world, 'on an empty database')
  await measureHandover(world)
  await measureFanOut(world)
  await measureSizes(world)
  await world.close()
} finally {
  await database.stop()
}
await measureIdle()
await rm(folder, { recursive: true })
if (values.write) {
  const file = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))
  await writeFile(
    file,
    report.markdown(values.quick ? 'npm run bench -- --quick --write' : 'npm run bench -- --write'),
  )
}

async function measureWrites(world: World, when: string): Promise<number> {
  const floor = await createFloor(world)
  const [receiveBaton, receiveFloor] = await compare(
    [
      {
        name: 'receive a message',
        concurrency,
        once: async () => void (await receive(world, world.botChannelId)),
      },
      { name: 'its bare statements', concurrency, once: floor.receive },
    ],
    seconds,
  )
  const turns = turnTaker(world)
  await turns.prepare(values.quick ? 3_000 : 8_000)
  const [turnBaton, turnFloor] = await compare(
    [
      { name: 'take a bot turn', concurrency, once: turns.once },
      { name: 'its bare statements', concurrency, once: floor.turn },
    ],
    seconds / 2,
  )
  await dropTurns(world)
  report.add(heading(`Writing, ${when}`))
  const rows = [receiveBaton, receiveFloor, turnBaton, turnFloor].filter((figures) => figures !== undefined)
  report.add(table(rows))
  if (receiveBaton && receiveFloor)
    report.add(
      aim('receive at no less than a third of the floor', receiveBaton.rate / receiveFloor.rate, '>=', 1 / 3),
    )
  if (turnBaton && turnFloor) report.add(`Bot turn: ${pair(turnBaton, turnFloor)} of the floor's rate.`)
  return receiveBaton?.rate ?? 0
}

async function measureHandover(world: World): Promise<void> {
  const figures = await handoverUnderLoad(world, 100, values.quick ? 5 : 20)
  report.add(heading('Whole handover, message in to committed, at 100 messages a second'))
  report.add(
    `${figures.handovers} handovers: p50 ${figures.p50.toFixed(1)} ms, p99 ${figures.p99.toFixed(1)} ms. Receiving a message beside them: p50 ${figures.receiveP50.toFixed(1)} ms.`,
  )
  report.add(aim('handover p50 (ms)', figures.p50, '<=', 15))
  report.add(aim('handover p99 (ms)', figures.p99, '<=', 60))
}

async function measureFanOut(world: World): Promise<void> {
  const readers = values.quick ? 50 : 200
  const figures = await fanOut(world, readers, values.quick ? 20 : 50)
  report.add(heading('Live events over HTTP'))
  report.add(
    `${figures.readers} streams, ${figures.events} events: ${figures.delivered} of ${figures.readers * figures.events} delivered, p50 ${figures.p50.toFixed(1)} ms, p99 ${figures.p99.toFixed(1)} ms, ${figures.cpu.toFixed(0)} µs CPU each, readers included.`,
  )
}

async function measureSizes(world: World): Promise<void> {
  const first = new Map<string, Figures>()
  for (const size of sizes) {
    await grow(world, size)
    const views = await measureViews(world, values.quick ? 1 : 3)
    report.add(heading(`Inbox views with ${size.toLocaleString('en')} messages`))
    report.add(table(views.flatMap(({ baton, floor }) => [baton, floor])))
    for (const { view, baton } of views) {
      const smallest = first.get(view)
      if (!smallest) first.set(view, baton)
      else
        report.add(
          aim(
            `${view}: p50 against ${sizes[0]?.toLocaleString('en')} messages`,
            baton.p50 / smallest.p50,
            '<=',
            1.3,
          ),
        )
    }
    if (size !== sizes[0]) await measureWrites(world, `with ${size.toLocaleString('en')} messages stored`)
  }
}

async function measureIdle(): Promise<void> {
  const figures = await idleMemory(join(folder, 'idle'))
  report.add(heading('Idle, ten seconds after the start'))
  report.add(
    `Server: ${figures.serverMb.toFixed(0)} MB resident. The built-in PostgreSQL: ${figures.databaseMb.toFixed(0)} MB (its share of shared memory counted once).`,
  )
  report.add(aim('idle server (MB)', figures.serverMb, '<=', 150))
}

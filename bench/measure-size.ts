import { aimLine, aims } from './aims.ts'
import { fanOut } from './fan-out.ts'
import { createFloor, type Floor } from './floor.ts'
import { analyze, grow } from './grow.ts'
import { handoverUnderLoad } from './handover-load.ts'
import { compare, type Pair } from './measure.ts'
import { dropTurns, prepareTurns, receive } from './operations.ts'
import { heading, type Report, rateShare, speedShare, table } from './report.ts'
import type { BenchServer } from './server.ts'
import { measureViews } from './views.ts'
import { createWorld, type World } from './world.ts'

export const parts = ['views', 'receive', 'turn', 'handover', 'live'] as const
type Part = (typeof parts)[number]

/** What is measured and for how long, for each side of a comparison. */
export type Plan = {
  parts: Set<Part>
  seconds: number
  viewSeconds: number
  handoverSeconds: number
  readers: number
}

export type Sized = { messages: number; views: Awaited<ReturnType<typeof measureViews>> }

const concurrency = 16
const fastestTurns = 1_500
const liveEvents = 60

/** Measures everything in a new database with so many messages. */
export async function measureSize(
  server: BenchServer,
  report: Report,
  messages: number,
  plan: Plan,
): Promise<Sized> {
  const name = `with_${messages}`
  const world = await createWorld(await server.create(name))
  const sized: Sized = { messages, views: new Map() }
  try {
    await grow(world, messages)
    await analyze(world)
    report.add(heading(`With ${messages.toLocaleString('en')} messages stored`))
    // The views come first: what the others write is not yet there.
    if (plan.parts.has('views')) {
      sized.views = await measureViews(world, plan.viewSeconds)
      report.add(...table([...sized.views.values()]))
    }
    const floor = await createFloor(world)
    if (plan.parts.has('receive')) await reportReceive(world, floor, report, plan)
    if (plan.parts.has('turn')) report.add(...table([await measureTurns(world, floor, plan)]))
    if (plan.parts.has('handover')) await reportHandover(world, floor, report, plan)
    if (plan.parts.has('live')) await reportLive(world, report, plan)
  } finally {
    await world.close()
    await server.drop(name)
  }
  return sized
}

async function reportReceive(world: World, floor: Floor, report: Report, plan: Plan): Promise<void> {
  const pair = await compare(
    { name: 'receive a message', concurrency, once: async () => void (await receive(world)) },
    { name: 'its bare statements', concurrency, once: floor.receive },
    plan.seconds,
  )
  await dropTurns(world)
  report.add(
    ...table([pair]),
    aimLine("receive, share of the floor's rate", rateShare(pair), '≥', aims.receive),
    '',
  )
}

async function measureTurns(world: World, floor: Floor, plan: Plan): Promise<Pair> {
  const once = await prepareTurns(world, Math.ceil(plan.seconds * fastestTurns))
  await analyze(world)
  return compare(
    { name: 'take a bot turn', concurrency, once },
    { name: 'its bare statements', concurrency, once: floor.turn },
    plan.seconds,
  )
}

async function reportHandover(world: World, floor: Floor, report: Report, plan: Plan): Promise<void> {
  const figures = await handoverUnderLoad(world, floor, {
    perSecond: aims.handoverLoad,
    seconds: plan.handoverSeconds,
  })
  report.add(
    ...table([figures], speedShare),
    `${figures.asked} asked for a person and ${figures.handovers} were handed over. Receiving a message beside them: p50 ${figures.receiveP50.toFixed(1)} ms.`,
    '',
    aimLine('handover p50, ms', figures.baton.p50, '≤', aims.handoverP50),
    aimLine('handover p99, ms', figures.baton.p99, '≤', aims.handoverP99),
    '',
  )
}

async function reportLive(world: World, report: Report, plan: Plan): Promise<void> {
  const figures = await fanOut(world, plan.readers, liveEvents)
  report.add(
    ...table([figures], speedShare),
    `${figures.delivered.toLocaleString('en')} of ${(figures.readers * figures.events).toLocaleString('en')} deliveries arrived.`,
  )
}

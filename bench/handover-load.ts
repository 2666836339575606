import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { AppContext } from '../apps/server/src/context.ts'
import { transact } from '../apps/server/src/database/database.ts'
import { runWorker } from '../apps/server/src/job/run-worker.ts'
import type { Floor } from './floor.ts'
import { type Figures, noSamples, percentile, type Samples, summarise } from './measure.ts'
import { dropTurns, receive } from './operations.ts'
import { steadily } from './steady-load.ts'
import type { World } from './world.ts'

export type HandoverFigures = {
  baton: Figures
  floor: Figures
  asked: number
  /** Handovers in the database for those who asked. */
  handovers: number
  receiveP50: number
}

/** One message in ten asks for a person; the bot answers the others. */
const askEvery = 10
const chatters = 200
const settleMs = 30_000

/**
 * Messages at a steady rate with the real worker in this process: from before a message is sent until the
 * transaction of its handover has committed. In turn with the floor, which does the same at the same rate with
 * bare statements and no queue. Rates and CPU are for each message, whatever it asks.
 */
export async function handoverUnderLoad(
  world: World,
  floor: Floor,
  { perSecond, seconds, slices = 3 }: { perSecond: number; seconds: number; slices?: number },
): Promise<HandoverFigures> {
  const baton = noSamples()
  const bare = noSamples()
  const receiveTimes: number[] = []
  const asks = new Map<string, number>()
  const turnsTaken = new Map<string, number>()
  const worker = await runWorker(noticing(world.app, (id) => turnsTaken.set(id, performance.now())))
  let people = 0

  const toBaton = async (number: number) => {
    const wants = number % askEvery === 0
    const contact = wants ? `asks-${people++}` : `chats-${number % chatters}`
    const began = performance.now()
    const text = wants ? 'I want to talk to a human' : 'Where is my parcel?'
    const { conversationId } = await receive(world, text, contact)
    receiveTimes.push(performance.now() - began)
    if (wants) asks.set(conversationId, began)
  }
  const toFloor = async (number: number) => {
    if (number % askEvery !== 0) return floor.messageAndTurn()
    const began = performance.now()
    await floor.messageAndHandover()
    bare.times.push(performance.now() - began)
  }
  const settled = async () => {
    const deadline = performance.now() + settleMs
    const isWaiting = () => [...asks.keys()].some((id) => !turnsTaken.has(id))
    while (isWaiting() && performance.now() < deadline) await pause(10)
  }

  await steadily(perSecond, 1, toBaton)
  await settled()
  asks.clear()
  const each = seconds / slices
  for (let slice = 0; slice < slices; slice++) {
    await counted(baton, perSecond * each, async () => {
      await steadily(perSecond, each, toBaton)
      await settled()
    })
    await counted(bare, perSecond * each, () => steadily(perSecond, each, toFloor))
  }
  await worker.stop()
  for (const [id, began] of asks) baton.times.push((turnsTaken.get(id) ?? Number.POSITIVE_INFINITY) - began)
  const handovers = await countHandovers(world, [...asks.keys()])
  await dropTurns(world)
  return {
    baton: summarise(`handover at ${perSecond}/s`, baton),
    floor: summarise('its bare statements', bare),
    asked: asks.size,
    handovers,
    receiveP50: percentile(receiveTimes, 0.5),
  }
}

/** The same context, but somebody is told when the bot's turn in a conversation is over and committed. */
function noticing(app: AppContext, onTurn: (conversationId: string) => void): AppContext {
  const work: AppContext['jobs']['work'] = (handlers) =>
    app.jobs.work({
      ...handlers,
      bot_turn: async (data) => {
        await handlers.bot_turn(data)
        onTurn(data.conversationId)
      },
    })
  return { ...app, jobs: { ...app.jobs, work } }
}

async function counted(total: Samples, messages: number, run: () => Promise<void>): Promise<void> {
  const began = performance.now()
  const cpu = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(cpu)
  total.elapsedMs += performance.now() - began
  total.cpuMicros += user + system
  total.count += messages
}

async function countHandovers({ app, workspaceId }: World, conversationIds: string[]): Promise<number> {
  const { rows } = await transact(app.db, workspaceId, (trx) =>
    sql<{ count: number }>`
      select count(distinct conversation_id) as count from handover
      where workspace_id = ${workspaceId} and conversation_id = any(${conversationIds}::uuid[])`.execute(trx),
  )
  return rows[0]?.count ?? 0
}

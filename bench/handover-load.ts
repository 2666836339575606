import { setTimeout as pause } from 'node:timers/promises'
import { runWorker } from '../apps/server/src/job/run-worker.ts'
import { percentile } from './measure.ts'
import { dropTurns, receive } from './operations.ts'
import type { World } from './world.ts'

export type HandoverFigures = {
  offered: number
  handovers: number
  p50: number
  p99: number
  receiveP50: number
}

const settleMs = 30_000

/**
 * Messages at a steady rate, one in ten of which asks for a person, with the worker in this process. Measures
 * from before a message is sent until its handover is committed: it listens to the log as any live reader does.
 */
export async function handoverUnderLoad(
  world: World,
  perSecond: number,
  seconds: number,
): Promise<HandoverFigures> {
  const worker = await runWorker(world.app)
  const sent = new Map<string, number>()
  const times: number[] = []
  const receiveTimes: number[] = []
  const unsubscribe = await world.app.events.subscribe(world.workspaceId, null, (events) => {
    for (const event of events) {
      const began = event.type === 'handover.began' && event.conversationId && sent.get(event.conversationId)
      if (began) times.push(performance.now() - began)
    }
  })
  const began = performance.now()
  const total = perSecond * seconds
  const running: Promise<void>[] = []
  let asked = 0
  for (let number = 0; number < total; number++) {
    const due = began + (number * 1000) / perSecond
    if (due > performance.now()) await pause(due - performance.now())
    const wants = number % 10 === 0
    const contact = wants ? `asks-${process.pid}-${number}` : `chats-${number % 50}`
    const start = performance.now()
    running.push(
      receive(
        world,
        world.botChannelId,
        wants ? 'I want to talk to a human' : 'Where is my parcel?',
        contact,
      ).then(({ conversationId }) => {
        receiveTimes.push(performance.now() - start)
        if (!wants) return
        asked += 1
        sent.set(conversationId, start)
      }),
    )
  }
  await Promise.all(running)
  const deadline = performance.now() + settleMs
  while (times.length < asked && performance.now() < deadline) await pause(20)
  unsubscribe()
  await worker.stop()
  await dropTurns(world)
  return {
    offered: perSecond,
    handovers: times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    receiveP50: percentile(receiveTimes, 0.5),
  }
}

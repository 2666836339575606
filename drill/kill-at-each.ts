import { setTimeout as pause } from 'node:timers/promises'
import { openProxy } from './proxy.ts'
import { jobsAbout, onlyThisJob, type Stage } from './stage.ts'
import { startWorker } from './start-worker.ts'
import { createTrap, type Trap } from './trap.ts'

/** A job of Baton's that is about one thing, to be killed at each of its steps. */
export type Chain = {
  queue: string
  /** Sets the scene for one time, and says what the job is about. */
  prepare: (round: number) => Promise<string>
  aheadMs?: number
  smtpUrl?: string
  /** Where others than the database have steps, too. */
  trap?: Trap
}

const mostSteps = 400
const lateMs = 60_000

/**
 * Kills a worker before its first statement for a job, another before the second of the next such job, and so on, until one
 * gets through: so at every step there is. Then lets one worker clear up. Gives how many were killed.
 */
export async function killAtEach(stage: Stage, chain: Chain): Promise<number> {
  const { trap = createTrap() } = chain
  const proxy = await openProxy(stage.databaseUrl, trap)
  try {
    for (let step = 1; step <= mostSteps; step++) {
      const about = await chain.prepare(step)
      const job = (await jobsAbout(stage, chain.queue, about)).at(-1)
      if (!job) throw new Error(`There is no job in ${chain.queue} about ${about}.`)
      await onlyThisJob(stage, job.id)
      const kill = Promise.withResolvers<void>()
      trap.arm([about, job.id], step, kill.resolve)
      const worker = await startWorker(proxy.url, chain)
      kill.promise.then(worker.kill)
      await Promise.race([worker.gone, isOver(stage, chain.queue, about)])
      worker.kill()
      await worker.gone
      if (!trap.hasSprung()) return step - 1
    }
    throw new Error(`A job in ${chain.queue} takes more than ${mostSteps} steps.`)
  } finally {
    await proxy.close()
  }
}

async function isOver(stage: Stage, queue: string, about: string): Promise<void> {
  const deadline = Date.now() + lateMs
  while (Date.now() < deadline) {
    const jobs = await jobsAbout(stage, queue, about)
    if (jobs.every(({ state }) => state === 'completed')) return
    await pause(25)
  }
  throw new Error(`A job in ${queue} was not over after ${lateMs / 1000} s.`)
}

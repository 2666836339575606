import { takeTurn } from '../../apps/server/src/bot/take-turn.ts'
import { count } from '../count.ts'
import { drained, openStage, request } from '../stage.ts'
import { startWorker } from '../start-worker.ts'
import type { Fault } from './fault.ts'

const many = 200
const cuts = 10
const atOnce = 6

/** Forty ask for a person in the same moment. */
export const fortyAtOnce: Fault = {
  name: '40 at once',
  async run(server) {
    const stage = await openStage(await server.create('drill_forty'))
    const received = await Promise.all(Array.from({ length: 40 }, (_, at) => stage.write(`contact-${at}`)))
    await Promise.all(
      received.map(({ conversationId, seq }) =>
        takeTurn(stage.app, { workspaceId: stage.workspaceId, conversationId, epoch: 1, seq }),
      ),
    )
    const worker = await startWorker(stage.databaseUrl)
    await drained(stage)
    worker.kill()
    await worker.gone
    const counted = await count(stage)
    await stage.close()
    return { detail: 'one moment', counted }
  },
}

/** Two workers on one database, and every message comes twice. */
export const twoNodes: Fault = {
  name: 'two nodes',
  async run(server) {
    const stage = await openStage(await server.create('drill_nodes'))
    const workers = await Promise.all([1, 2].map(() => startWorker(stage.databaseUrl)))
    await Promise.all(
      Array.from({ length: many }, async (_, at) => {
        await stage.write(`contact-${at % (many / 2)}`, at % 3 === 0 ? 'Where is my parcel?' : request)
      }),
    )
    await drained(stage)
    for (const worker of workers) {
      worker.kill()
      await worker.gone
    }
    const counted = await count(stage)
    await stage.close()
    return { detail: `${many} messages of ${many / 2} contacts`, counted }
  },
}

/** PostgreSQL ends every connection while messages come in and handovers are made. */
export const databaseRestarted: Fault = {
  name: 'database connections cut again and again',
  async run(server) {
    const stage = await openStage(await server.create('drill_cut'))
    const worker = await startWorker(stage.databaseUrl)
    let refused = 0
    for (let round = 0; round < cuts; round++) {
      const writing = Array.from({ length: atOnce }, async (_, at) => {
        // As a channel does: what was not acknowledged is sent again.
        while (!(await stage.write(`contact-${round}-${at}`).catch(() => null))) refused += 1
      })
      await Promise.all([...writing, cutAll(stage.app.pool)])
    }
    await drained(stage)
    worker.kill()
    await worker.gone
    const counted = await count(stage)
    await stage.close()
    return { detail: `${cuts} times; ${refused} messages were sent again`, counted }
  },
}

type Pool = { query: (text: string) => Promise<unknown> }

async function cutAll(pool: Pool): Promise<void> {
  await pool
    .query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    )
    .catch(() => {})
}

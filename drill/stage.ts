import { botInput, channelInput, type ScenarioInput, scenarioInput, userInput } from '@baton/contract'
import { sql } from 'kysely'
import { createBot } from '../apps/server/src/bot/save-bot.ts'
import { createChannel } from '../apps/server/src/channel/save-channel.ts'
import { parseConfig } from '../apps/server/src/config.ts'
import { type AppContext, inWorkspace, type UnitOfWork } from '../apps/server/src/context.ts'
import { type Received, receiveMessage } from '../apps/server/src/conversation/receive-message.ts'
import { createContext } from '../apps/server/src/create-context.ts'
import { prepareDatabase } from '../apps/server/src/database/migrate.ts'
import { createScenario } from '../apps/server/src/scenario/save-scenario.ts'
import { createUser } from '../apps/server/src/staff/save-user.ts'
import { ensureWorkspace } from '../apps/server/src/workspace/ensure-workspace.ts'
import { settings } from './settings.ts'

export const request = 'I want to talk to a human'

/** A Baton in this process that takes messages in. It has no worker: those are other processes, or run by hand. */
export type Stage = {
  app: AppContext
  databaseUrl: string
  workspaceId: string
  adminId: string
  agentId: string
  work: <T>(run: (work: UnitOfWork) => Promise<T>) => Promise<T>
  /** A contact writes. */
  write: (contact: string, text?: string) => Promise<Received>
  close: () => Promise<void>
}

export async function openStage(
  databaseUrl: string,
  options: {
    smtpUrl?: string | undefined
    clock?: () => Date
    scenario?: Partial<ScenarioInput>
    agents?: number
  } = {},
): Promise<Stage> {
  await prepareDatabase(databaseUrl)
  const app = createContext({
    config: parseConfig({ PORT: '0', BATON_LOG_LEVEL: 'silent', ...settings(options.smtpUrl) }),
    databaseUrl,
    ...(options.clock ? { clock: options.clock } : {}),
  })
  await app.jobs.start()
  await app.signals.start()
  const workspaceId = await ensureWorkspace(app)
  const work: Stage['work'] = (run) => inWorkspace(app, workspaceId, run)
  const made = await work(async (inside) => {
    const person = (name: string, role: 'admin' | 'agent') =>
      createUser(
        inside,
        userInput.parse({ name, email: `${name.toLowerCase().replace(' ', '-')}@example.com`, role }),
      )
    const admin = await person('Agent North', 'admin')
    const agent = await person('Agent East', 'agent')
    const brain = { kind: 'scripted', answers: [], otherwise: 'I see.' }
    const bot = await createBot(
      inside,
      botInput.parse({ name: 'Shop bot', mode: 'autopilot', waitSeconds: 0, brain }),
    )
    const { id } = await createScenario(
      inside,
      bot.id,
      scenarioInput.parse({
        kind: 'human_requested',
        name: 'Wants a person',
        enabled: true,
        examplePhrases: [request, 'Can I speak to a person?'],
        assignTo: { type: 'user', userId: agent.id },
        createTask: { title: 'Call back' },
        ...options.scenario,
      }),
    )
    const channel = await createChannel(inside, channelInput.parse({ name: 'Shop', botId: bot.id }))
    return { adminId: admin.id, agentId: agent.id, scenarioId: id, channelId: channel.id }
  })
  let messages = 0
  return {
    app,
    databaseUrl,
    workspaceId,
    ...made,
    work,
    write(contact, text = request) {
      messages += 1
      const externalId = `m${messages}`
      return work((inside) =>
        receiveMessage(inside, made.channelId, {
          contact: { externalId: contact },
          message: { text, externalId },
        }),
      )
    },
    async close() {
      app.mailer?.close()
      await app.events.stop()
      await app.jobs.stop()
      await app.signals.stop()
      await app.writings.stop()
      await app.db.destroy()
    },
  }
}

/** The jobs of a queue that are about something, whatever became of them. */
export async function jobsAbout(
  { app }: Stage,
  queue: string,
  about: string,
): Promise<{ id: string; state: string }[]> {
  const { rows } = await sql<{ id: string; state: string }>`
    select id, state::text from pgboss.job where name = ${queue} and data::text like ${`%${about}%`}
    order by created_on`.execute(app.db)
  return rows
}

/** Makes one job due now and keeps all others from being taken up meanwhile. */
export async function onlyThisJob({ app }: Stage, id: string): Promise<void> {
  await sql`
    update pgboss.job set start_after = case when id = ${id} then now() else now() + interval '1 day' end
    where state in ('created', 'retry')`.execute(app.db)
}

/** Makes all jobs due, and waits until none is left, or for two minutes. Gives those that are. */
export async function drained({ app }: Stage): Promise<number> {
  const deadline = Date.now() + 120_000
  for (;;) {
    await sql`
      update pgboss.job set start_after = now() where id in (
        select id from pgboss.job where state in ('created', 'retry') and start_after > now()
        order by id for update skip locked)`.execute(app.db)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pgboss.job where state in ('created', 'retry', 'active')
        and name not like '\\_\\_pgboss%'`.execute(app.db)
    const count = rows[0]?.count ?? 0
    if (count === 0 || Date.now() > deadline) return count
    await new Promise((done) => setTimeout(done, 250))
  }
}

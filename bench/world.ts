import { botInput, channelInput, scenarioInput, userInput } from '@baton/contract'
import { createBot } from '../apps/server/src/bot/save-bot.ts'
import { createChannel } from '../apps/server/src/channel/save-channel.ts'
import { parseConfig } from '../apps/server/src/config.ts'
import { type AppContext, inWorkspace } from '../apps/server/src/context.ts'
import { createContext } from '../apps/server/src/create-context.ts'
import { prepareDatabase } from '../apps/server/src/database/migrate.ts'
import { createScenario } from '../apps/server/src/scenario/save-scenario.ts'
import { createUser } from '../apps/server/src/staff/save-user.ts'
import { ensureWorkspace } from '../apps/server/src/workspace/ensure-workspace.ts'

/** A Baton in this process, with a bot behind each of two channels. */
export type World = {
  app: AppContext
  databaseUrl: string
  workspaceId: string
  userId: string
  botId: string
  /** The bot behind it is off: messages are stored and nothing else happens. */
  quietChannelId: string
  /** The bot behind it answers by script, and hands over when asked for a person. */
  botChannelId: string
  close: () => Promise<void>
}

export async function createWorld(databaseUrl: string): Promise<World> {
  await prepareDatabase(databaseUrl)
  const app = createContext({ config: parseConfig({ PORT: '0', BATON_LOG_LEVEL: 'silent' }), databaseUrl })
  await app.jobs.start()
  await app.signals.start()
  const workspaceId = await ensureWorkspace(app)
  const made = await inWorkspace(app, workspaceId, async (work) => {
    const user = await createUser(
      work,
      userInput.parse({ name: 'Agent North', email: 'north@example.com', role: 'admin' }),
    )
    const brain = { kind: 'scripted', answers: [], otherwise: 'I see.' }
    const bot = await createBot(
      work,
      botInput.parse({ name: 'Bench bot', mode: 'autopilot', waitSeconds: 0, messageCap: 100, brain }),
    )
    await createScenario(
      work,
      bot.id,
      scenarioInput.parse({
        kind: 'human_requested',
        name: 'Wants a person',
        enabled: true,
        examplePhrases: ['I want to talk to a human', 'Can I speak to a person?'],
        assignTo: { type: 'user', userId: user.id },
        createTask: { title: 'Call back' },
      }),
    )
    const quiet = await createChannel(work, channelInput.parse({ name: 'Quiet' }))
    const loud = await createChannel(work, channelInput.parse({ name: 'Bot', botId: bot.id }))
    return { userId: user.id, botId: bot.id, quietChannelId: quiet.id, botChannelId: loud.id }
  })
  return {
    app,
    databaseUrl,
    workspaceId,
    ...made,
    async close() {
      await app.events.stop()
      await app.jobs.stop()
      await app.signals.stop()
      await app.db.destroy()
    },
  }
}

import {
  articleInput,
  botInput,
  channelInput,
  modelInput,
  type ScenarioInput,
  scenarioInput,
  userInput,
} from '@baton/contract'
import type { ArticleRow } from '../src/article/queries.ts'
import { createArticle, updateArticle } from '../src/article/save-article.ts'
import { createBot } from '../src/bot/save-bot.ts'
import { createChannel } from '../src/channel/save-channel.ts'
import { newId, type UnitOfWork } from '../src/context.ts'
import { type Received, receiveMessage } from '../src/conversation/receive-message.ts'
import { transact } from '../src/database/database.ts'
import { createScenario } from '../src/scenario/save-scenario.ts'
import { createUser, type UserRow } from '../src/staff/save-user.ts'
import { recordUse, saveModel } from '../src/workspace/model.ts'
import type { TestApp } from './test-app.ts'

/** A workspace with an admin, an agent, a bot on autopilot behind a channel, and one enabled scenario. */
export type World = {
  workspaceId: string
  admin: UserRow
  agent: UserRow
  botId: string
  channelId: string
  scenarioId: string
  /** A message of a contact, by default always the same one. */
  write: (text: string, options?: { contact?: string; externalId?: string }) => Promise<Received>
}

/** Each test has a workspace of its own, so none cleans up after itself. */
export async function makeWorkspace(test: TestApp): Promise<string> {
  const id = newId()
  await transact(test.app.db, '*', (trx) =>
    trx.insertInto('workspace').values({ id, name: 'Test', created_at: test.clock.now() }).execute(),
  )
  return id
}

/** An article that was changed once, so that it has a version. */
export async function makeArticle(work: UnitOfWork, values: object = {}): Promise<ArticleRow> {
  const input = articleInput.parse({ title: 'Returns', text: 'Within 14 days.', ...values })
  const { id, text } = await createArticle(work, input)
  return updateArticle(work, id, { text: `${text} We pay.` }, null)
}

/** A model that nobody is asked, and that has been used once. */
export async function makeModel(test: TestApp, workspaceId: string): Promise<void> {
  const input = modelInput.parse({
    provider: 'openai_compatible',
    baseUrl: 'http://127.0.0.1:1/v1',
    name: 'none',
  })
  await test.work(workspaceId, async (work) => {
    await saveModel(work, input)
    await recordUse(work, { failed: false, inputTokens: 10, outputTokens: 2 })
  })
}

let people = 0

export function makeUser(
  test: TestApp,
  workspaceId: string,
  role: 'admin' | 'agent' = 'agent',
): Promise<UserRow> {
  people += 1
  const input = userInput.parse({ name: `Agent ${people}`, email: `agent${people}@example.com`, role })
  return test.work(workspaceId, (work) => createUser(work, input))
}

const requestPhrases = ['I want to talk to a human', 'Can I speak to a person']

/** What a scenario has when a test does not care. */
export function scenarioOf(values: Partial<ScenarioInput> & { name: string }): ScenarioInput {
  return scenarioInput.parse({
    kind: 'human_requested',
    enabled: true,
    examplePhrases: requestPhrases,
    ...values,
  })
}

export async function makeWorld(
  test: TestApp,
  options: { bot?: object; scenario?: Partial<ScenarioInput> } = {},
): Promise<World> {
  const workspaceId = await makeWorkspace(test)
  const admin = await makeUser(test, workspaceId, 'admin')
  const agent = await makeUser(test, workspaceId)
  const bot = await test.work(workspaceId, (work) =>
    createBot(
      work,
      botInput.parse({
        name: 'Shop bot',
        mode: 'autopilot',
        waitSeconds: 0,
        brain: {
          kind: 'scripted',
          answers: [{ match: 'hours', text: 'We are open from 9 to 5.' }],
          otherwise: 'I see.',
        },
        ...options.bot,
      }),
    ),
  )
  const channel = await test.work(workspaceId, (work) =>
    createChannel(work, channelInput.parse({ kind: 'api', name: 'Web shop', botId: bot.id })),
  )
  const scenario = await test.work(workspaceId, (work) =>
    createScenario(
      work,
      bot.id,
      scenarioOf({
        name: 'Wants a person',
        assignTo: { type: 'user', userId: agent.id },
        createTask: { title: 'Call back', text: '', dueInMinutes: 60 },
        ...options.scenario,
      }),
    ),
  )
  return {
    workspaceId,
    admin,
    agent,
    botId: bot.id,
    channelId: channel.id,
    scenarioId: scenario.id,
    write: (text, { contact = 'visitor-1', externalId } = {}) =>
      test.work(workspaceId, (work) =>
        receiveMessage(work, channel.id, {
          contact: { externalId: contact },
          message: { text, externalId: externalId ?? null },
        }),
      ),
  }
}

import { ApiError, type Client, createClient, paginate } from '@baton/client'
import type { BatonEvent } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeKey, serveApi } from './api-world.ts'
import { makeWorkspace } from './factories.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
let client: Client
let server: Awaited<ReturnType<typeof serveApi>>
beforeAll(async () => {
  baton = await createTestApp()
  server = await serveApi(baton)
  client = await newClient()
})
afterAll(async () => {
  await server.close()
  await baton.close()
})

/** A client of a new workspace. */
async function newClient(): Promise<Client> {
  const workspaceId = await makeWorkspace(baton)
  return createClient({
    baseUrl: server.url,
    apiKey: await makeKey(baton, { workspaceId }, ['*']),
    retries: 0,
  })
}

async function setUp(api: Client, brain: { kind: 'external' } | { kind: 'scripted' }) {
  const admin = await api.createUser({ body: { name: 'Admin', email: 'admin@example.com', role: 'admin' } })
  const agent = await api.createUser({ body: { name: 'Agent', email: 'agent@example.com', role: 'agent' } })
  const bot = await api.createBot({
    body: {
      name: 'Shop bot',
      mode: 'autopilot',
      waitSeconds: 0,
      brain:
        brain.kind === 'external'
          ? { kind: 'external' }
          : { kind: 'scripted', answers: [], otherwise: 'I see.' },
    },
  })
  const channel = await api.createChannel({ body: { name: 'Web shop', botId: bot.id } })
  const scenario = await api.createScenario({
    params: { id: bot.id },
    body: {
      kind: 'human_requested',
      name: 'Wants a person',
      enabled: true,
      examplePhrases: ['I want to talk to a human', 'Can I speak to a person'],
      assignTo: { type: 'user', userId: agent.id },
      createTask: { title: 'Call back' },
    },
  })
  const write = async (text: string, externalId?: string) => {
    const received = await api.receiveMessage({
      params: { id: channel.id },
      body: { contact: { externalId: 'visitor-42', name: 'Jo' }, message: { text, externalId } },
    })
    await baton.drain()
    return received
  }
  const said = async (id: string) =>
    (await api.listMessages({ params: { id } })).items.map((message) => `${message.author}: ${message.text}`)
  return { admin, agent, bot, channel, scenario, write, said }
}

const request = 'I want to talk to a human, please'

describe('R11 R12 R13 the main job, over the API', () => {
  test('a conversation is handed over, the bot keeps silent, a person answers and hands back', async () => {
    const { agent, bot, scenario, write, said } = await setUp(client, { kind: 'scripted' })
    expect((await client.getReadiness({ params: { id: bot.id } })).bot).toEqual([])

    await write('Hello', 'm-1')
    const asked = await write(request, 'm-2')
    const params = { id: asked.conversationId }
    expect(await client.getConversation({ params })).toMatchObject({
      waitsFor: 'human',
      control: {
        bot: { status: 'asleep', cause: 'handover', wakesAt: null },
        assigneeId: agent.id,
        handover: { scenarioId: scenario.id, status: 'waiting' },
      },
    })
    const [handover] = (await client.listHandovers({ query: { status: 'waiting' } })).items
    expect(handover).toMatchObject({
      conversationId: asked.conversationId,
      kind: 'human_requested',
      userId: agent.id,
    })
    expect(handover?.steps.map((step) => step.status)).toEqual([
      'done',
      'done',
      'done',
      'done',
      'done',
      'done',
    ])
    const contact = await client.getContact({ params: { id: handover?.contactId ?? '' } })
    expect(contact).toMatchObject({ name: 'Jo', tags: ['human_handover'] })
    const tasks = await client.listTasks({ query: { assigneeId: agent.id } })
    expect(tasks.items).toMatchObject([{ title: 'Call back', contactId: contact.id, doneAt: null }])
    expect((await client.reportUnanswered()).items).toMatchObject([{ conversationId: asked.conversationId }])

    await write('Are you there?', 'm-3')
    const again = await write('Are you there?', 'm-3')
    expect(again).toMatchObject({ duplicate: true, seq: 5 })
    const finalMessage = 'bot: Thank you! Someone from the team will get back to you.'
    expect(await said(params.id)).toEqual([
      'contact: Hello',
      'bot: I see.',
      `contact: ${request}`,
      finalMessage,
      'contact: Are you there?',
    ])

    await client.claim({ params, body: { userId: agent.id } })
    await client.postMessage({
      params,
      body: { kind: 'reply', text: 'Hello Jo, I am here.', userId: agent.id },
    })
    expect(await client.reportUnanswered()).toMatchObject({ total: 0, items: [] })
    await client.handBack({ params, body: { userId: agent.id } })
    await write('And your hours?', 'm-4')
    expect((await said(params.id)).slice(-3)).toEqual([
      'user: Hello Jo, I am here.',
      'contact: And your hours?',
      'bot: I see.',
    ])
    expect(await client.getHandover({ params: { id: handover?.id ?? '' } })).toMatchObject({
      status: 'ended',
      outcome: 'handed_back',
      claimedBy: agent.id,
    })
  })

  test('R25 an outside bot answers under its epoch, is told when not to, and hands over by saying that it does not know', async () => {
    const api = await newClient()
    const { bot, write, said } = await setUp(api, { kind: 'external' })
    const lack = (await api.listScenarios({ params: { id: bot.id } })).items.find(
      (entry) => entry.kind === 'lack_of_information',
    )
    await api.updateScenario({
      params: { id: bot.id, scenarioId: lack?.id ?? '' },
      body: { enabled: true },
      ifMatch: lack?.revision ?? 0,
    })
    const { conversationId } = await write('Do you ship to the moon?')
    const params = { id: conversationId }
    const { control } = await api.getConversation({ params })
    const sent = await api.postMessage({
      params,
      body: { kind: 'bot_reply', text: 'Let me see.', epoch: control.epoch },
    })
    expect(sent).toMatchObject({ outcome: 'sent', seq: 2 })
    const unknown = await api.postMessage({
      params,
      body: { kind: 'bot_reply', text: 'No idea.', answered: false },
    })
    expect(unknown).toMatchObject({ outcome: 'handed_over', messageId: null })
    expect(await said(conversationId)).not.toContain('bot: No idea.')
    const refused = api.postMessage({
      params,
      body: { kind: 'bot_reply', text: 'Well …', epoch: control.epoch },
    })
    await expect(refused).rejects.toBeInstanceOf(ApiError)
    await expect(refused).rejects.toMatchObject({ status: 409, code: 'stale_epoch' })
  })

  test('R21 every event of it comes over the stream, and none is missed by a reader who comes back', async () => {
    const api = await newClient()
    const { write } = await setUp(api, { kind: 'scripted' })
    const got: BatonEvent[] = []
    const follow = (lastEventId?: string) => {
      const ended = new AbortController()
      const done = (async () => {
        for await (const event of api.events({
          types: ['message.created', 'handover.began'],
          signal: ended.signal,
          ...(lastEventId ? { lastEventId } : {}),
        }))
          got.push(event)
      })()
      return async () => {
        ended.abort()
        await done
      }
    }
    await write('Hello')
    const stop = follow('0.0')
    const arrived = (count: number) => vi.waitFor(() => expect(got).toHaveLength(count), { timeout: 10_000 })
    await arrived(2)
    await stop()
    await write(request)
    const stopAgain = follow(got.at(-1)?.id)
    await arrived(5)
    await write('Are you there?')
    await arrived(6)
    await stopAgain()
    expect(
      got.map((event) => (event.type === 'message.created' ? `${event.data.author}` : event.type)),
    ).toEqual(['contact', 'bot', 'contact', 'bot', 'handover.began', 'contact'])
    expect(new Set(got.map((event) => event.id)).size).toBe(6)
  })

  test('R25 a list is walked page by page', async () => {
    const api = await newClient()
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await api.createTeam({ body: { name } })
    const names: string[] = []
    for await (const team of paginate((cursor) =>
      api.listTeams({ query: { limit: 2, ...(cursor ? { cursor } : {}) } }),
    ))
      names.push(team.name)
    expect(names).toEqual(['One', 'Two', 'Three', 'Four', 'Five'])
  })
})

import type { AuditEntry, ControlChange } from '@baton/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCaller, makeKey } from './api-world.ts'
import { makeWorld, type World } from './factories.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
let world: World
let token: string
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())
beforeEach(async () => {
  world = await makeWorld(baton)
  token = await makeKey(baton, world, ['*'])
})

async function call<Body>(method: string, path: string, options: { body?: object; query?: string } = {}) {
  const answer = await createCaller(baton).call(method, `/v1${path}`, { token, ...options })
  return { ...answer, body: answer.body as unknown as Body }
}

async function audit(query: string): Promise<AuditEntry[]> {
  return (await call<{ items: AuditEntry[] }>('get', '/audit', { query: `?${query}` })).body.items
}

describe('R18 the audit log', () => {
  test('says who changed which fields of what, newest first', async () => {
    const path = `/bots/${world.botId}/scenarios/${world.scenarioId}`
    await call('patch', path, {
      body: { userId: world.admin.id, name: 'Renamed', tags: ['human_handover'], attempts: 3 },
    })
    await call('patch', `/users/${world.agent.id}`, { body: { role: 'admin' } })
    const [user, scenario] = await audit('limit=2')
    expect(scenario).toMatchObject({
      type: 'scenario.saved',
      name: 'Renamed',
      changed: ['name', 'attempts'],
      by: { userId: world.admin.id, apiKeyId: expect.any(String) },
      data: { botId: world.botId, scenarioId: world.scenarioId },
    })
    expect(user).toMatchObject({
      type: 'user.saved',
      name: world.agent.name,
      changed: ['role', 'permissions'],
      by: { userId: null },
    })
  })

  test('says what of the workspace changed, and nothing where it stayed', async () => {
    const renamed = await call<{ name: string }>('patch', '/workspace', { body: { name: 'Example Ltd.' } })
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Example Ltd.', isDemo: false } })
    await call('patch', '/workspace', { body: { name: 'Example Ltd.' } })
    const entries = await audit('about=workspace')
    expect(entries.map(({ name, changed }) => [name, changed])).toEqual([['Example Ltd.', ['name']]])
    const nowhere = await call<{ errors: object[] }>('patch', '/workspace', { body: { timeZone: 'Nowhere' } })
    expect(nowhere).toMatchObject({ status: 400, body: { errors: [{ path: 'body.timeZone' }] } })
  })

  test('keeps the name of what was removed', async () => {
    await call('delete', `/bots/${world.botId}/scenarios/${world.scenarioId}`)
    expect(await audit('limit=1')).toMatchObject([
      { type: 'scenario.deleted', name: 'Wants a person', changed: null },
    ])
  })

  test('can be narrowed to a user and to a kind of thing, page by page', async () => {
    await call('patch', `/bots/${world.botId}`, { body: { name: 'Renamed' } })
    const bots = await audit('about=bot')
    expect(bots.map((entry) => entry.type)).toEqual(['bot.saved', 'bot.saved'])
    expect(await audit(`userId=${world.admin.id}`)).toEqual([])
    const all = await audit('')
    const first = await call<{ nextCursor: string }>('get', '/audit', { query: '?limit=3' })
    const rest = await audit(`cursor=${first.body.nextCursor}`)
    expect(rest.map((entry) => entry.id)).toEqual(all.slice(3).map((entry) => entry.id))
  })

  test('has nothing of what contacts and staff write, and no secret', async () => {
    await world.write('A message')
    await call('post', '/webhooks', { body: { url: 'https://example.com/hook' } })
    const entries = await audit('limit=200')
    expect(entries.some((entry) => entry.type === 'webhook.saved')).toBe(true)
    expect(entries.every((entry) => !entry.type.startsWith('message.'))).toBe(true)
    expect(JSON.stringify(entries)).not.toContain('whsec')
  })
})

test('R22 a conversation says who had it when, and by whom it changed', async () => {
  const { conversationId } = await world.write('I want to talk to a human, please')
  await baton.drain()
  const userId = world.agent.id
  await call('post', `/conversations/${conversationId}/claim`, { body: { userId } })
  await call('post', '/conversations/bulk', {
    body: { userId, conversationIds: [conversationId], action: { do: 'resolve' } },
  })
  const { body } = await call<{ items: ControlChange[] }>('get', `/conversations/${conversationId}/control`)
  expect(body.items.map((change) => [change.bot, change.cause, change.status, change.by?.userId])).toEqual([
    ['asleep', 'handover', 'open', undefined],
    ['asleep', 'handover', 'open', userId],
    ['awake', null, 'resolved', userId],
  ])
})

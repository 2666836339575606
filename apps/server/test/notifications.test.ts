import type { Notification, NotificationSettings, Readiness } from '@baton/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { allWays, createCaller, makeKey } from './api-world.ts'
import { makeUser, makeWorld, type World } from './factories.ts'
import { rowsOf } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
let world: World
let token: string
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())
beforeEach(async () => {
  world = await makeWorld(baton, { scenario: { createTask: null } })
  token = await makeKey(baton, world, ['*'])
})

async function call<Body>(method: string, path: string, options: { body?: object; query?: string } = {}) {
  const answer = await createCaller(baton).call(method, `/v1${path}`, { token, ...options })
  return { ...answer, body: answer.body as unknown as Body }
}

async function toldOf(userId: string, more = ''): Promise<Notification[]> {
  const query = `?userId=${userId}${more}`
  return (await call<{ items: Notification[] }>('get', '/notifications', { query })).body.items
}

async function unread(userId: string): Promise<number> {
  return (await call<{ unread: number }>('get', '/notifications/unread', { query: `?userId=${userId}` })).body
    .unread
}

async function handOver(): Promise<string> {
  const { conversationId } = await world.write('I want to talk to a human, please')
  await baton.drain()
  baton.clock.advance(1)
  return conversationId
}

const set = (userId: string, body: object) => call('put', `/users/${userId}/notification-settings`, { body })
const about = (items: Notification[]) => items.map((item) => item.about)

describe('R19 notification settings', () => {
  test('have by default what is assigned to one on for app and e-mail, the rest on in the app', async () => {
    const { body } = await call<NotificationSettings>('get', `/users/${world.agent.id}/notification-settings`)
    const inApp = { app: true, email: false, push: false, sms: false }
    expect(body).toEqual({
      userId: world.agent.id,
      quietOutsideHours: false,
      events: {
        conversation_assigned: { ...inApp, email: true },
        task_assigned: { ...inApp, email: true },
        new_message: inApp,
        handover_waiting: inApp,
        mentioned: inApp,
        task_due: inApp,
      },
      mail: { setUp: false, failing: null },
    })
  })

  test('say by which ways a user is told', async () => {
    const events = {
      ...allWays(false),
      conversation_assigned: { app: false, email: true, push: false, sms: false },
    }
    expect((await set(world.agent.id, { events, quietOutsideHours: false })).status).toBe(200)
    await handOver()
    expect(await toldOf(world.agent.id)).toEqual([])
    const rows = await rowsOf(baton, world.workspaceId, 'notification')
    expect(rows.map((row) => [row.user_id, row.ways])).toEqual([[world.agent.id, ['email']]])
  })

  test('keep a handover from being told to nobody', async () => {
    await set(world.agent.id, { events: allWays(false), quietOutsideHours: false })
    await handOver()
    expect(about(await toldOf(world.agent.id))).toEqual(['handover'])
  })

  test('are quiet outside the hours of the user, but in the app and of what waits', async () => {
    // The clock stands on a Monday at 10:00 in UTC.
    const days = [[{ from: '12:00', to: '13:00' }], [], [], [], [], [], []]
    await call('put', `/users/${world.agent.id}/availability`, {
      body: { availability: 'available', hours: { timeZone: 'UTC', days } },
    })
    await set(world.agent.id, { events: allWays(), quietOutsideHours: true })
    const id = await handOver()
    const assignTo = { type: 'user', userId: world.agent.id }
    await call('post', `/conversations/${id}/assign`, { body: { assignTo } })
    const ways = async () =>
      (await rowsOf(baton, world.workspaceId, 'notification'))
        .filter((row) => row.user_id === world.agent.id && row.about === 'assigned')
        .map((row) => row.ways)
    expect(await ways()).toEqual([['app']])
    baton.clock.set('2026-03-02T12:30:00Z')
    await call('post', `/conversations/${id}/assign`, { body: { assignTo: { type: 'nobody' } } })
    await call('post', `/conversations/${id}/assign`, { body: { assignTo } })
    expect(await ways()).toEqual([['app'], ['app', 'email', 'push', 'sms']])
    baton.clock.set('2026-03-02T10:00:00Z')
  })

  test('that have everything off are named in readiness (R10)', async () => {
    const findings = async () =>
      (await call<Readiness>('get', `/bots/${world.botId}/readiness`)).body.scenarios
        .filter((scenario) => scenario.scenarioId === world.scenarioId)
        .flatMap((scenario) => scenario.findings.map((finding) => finding.code))
    expect(await findings()).not.toContain('assignee_not_told')
    await set(world.agent.id, { events: allWays(false), quietOutsideHours: false })
    expect(await findings()).toContain('assignee_not_told')
  })

  test('can be tried', async () => {
    const sent = await call<Notification>('post', `/users/${world.agent.id}/test-notification`)
    expect(sent).toMatchObject({ status: 201, body: { about: 'test', conversationId: null } })
    expect(about(await toldOf(world.agent.id))).toEqual(['test'])
  })
})

describe('R19 a user is told in the app', () => {
  test('of a handover, with the names of what it is about, until it is read', async () => {
    const id = await handOver()
    const [told] = await toldOf(world.agent.id)
    expect(told).toMatchObject({
      about: 'handover',
      conversationId: id,
      scenarioName: 'Wants a person',
      readAt: null,
    })
    expect(await unread(world.agent.id)).toBe(1)
    expect(await toldOf(world.admin.id)).toEqual([])
    const body = { userId: world.agent.id, notificationIds: [told?.id] }
    expect((await call('post', '/notifications/read', { body })).body).toEqual({ unread: 0 })
    expect(await toldOf(world.agent.id, '&unread=true')).toEqual([])
    expect(await toldOf(world.agent.id, '&unread=false')).toHaveLength(1)
  })

  test('and only they can have it read', async () => {
    await handOver()
    const [told] = await toldOf(world.agent.id)
    await call('post', '/notifications/read', {
      body: { userId: world.admin.id, notificationIds: [told?.id] },
    })
    await call('post', '/notifications/read', { body: { userId: world.admin.id } })
    expect(await unread(world.agent.id)).toBe(1)
  })

  test('of a new message in a conversation of theirs, once until it is read', async () => {
    const id = await handOver()
    await world.write('Hello?')
    await world.write('Anybody?')
    expect(about(await toldOf(world.agent.id))).toEqual(['new_message', 'handover'])
    await call('put', `/conversations/${id}/read`, { body: { userId: world.agent.id } })
    expect(await unread(world.agent.id)).toBe(0)
    await world.write('Still there?')
    expect(about(await toldOf(world.agent.id, '&unread=true'))).toEqual(['new_message'])
    await call('post', `/conversations/${id}/messages`, {
      body: { kind: 'reply', text: 'Yes.', userId: world.agent.id },
    })
    expect(await unread(world.agent.id)).toBe(0)
  })

  test('of a mention in a note, unless they wrote it themselves', async () => {
    const id = await handOver()
    const other = await makeUser(baton, world.workspaceId)
    const body = {
      kind: 'note',
      text: 'Who knows?',
      userId: world.agent.id,
      mentions: [other.id, world.agent.id],
    }
    await call('post', `/conversations/${id}/messages`, { body })
    expect(about(await toldOf(other.id))).toEqual(['mentioned'])
    expect(about(await toldOf(world.agent.id))).toEqual(['handover'])
    const messages = await call<{ items: { mentions: string[] }[] }>('get', `/conversations/${id}/messages`)
    expect(messages.body.items.at(-1)?.mentions).toEqual([other.id, world.agent.id])
    const unknown = await call('post', `/conversations/${id}/messages`, {
      body: { ...body, mentions: [world.botId] },
    })
    expect(unknown.status).toBe(422)
  })

  test('of a task of a handover only by ways by which the handover does not tell them', async () => {
    world = await makeWorld(baton)
    token = await makeKey(baton, world, ['*'])
    await handOver()
    expect(about(await toldOf(world.agent.id))).toEqual(['handover'])
    const events = { ...allWays(false), task_assigned: { app: true, email: true, push: false, sms: false } }
    await set(world.agent.id, { events, quietOutsideHours: false })
    await world.write('I want to talk to a human, please', { contact: 'another' })
    await baton.drain()
    expect(about(await toldOf(world.agent.id))).toContain('task_assigned')
  })

  test('of a task that becomes theirs, and half an hour before it is due', async () => {
    const id = await handOver()
    const contactId = (await rowsOf(baton, world.workspaceId, 'contact'))[0]?.id
    const dueAt = new Date(baton.clock.now().getTime() + 120 * 60_000).toISOString()
    const other = await makeUser(baton, world.workspaceId)
    const task = await call<{ id: string }>('post', `/contacts/${contactId}/tasks`, {
      body: { title: 'Call back', dueAt, assigneeId: other.id },
    })
    expect(await toldOf(other.id)).toMatchObject([
      { about: 'task_assigned', taskTitle: 'Call back', conversationId: null },
    ])
    baton.clock.advance(89)
    await baton.drain()
    expect(about(await toldOf(other.id))).toEqual(['task_assigned'])
    const later = new Date(baton.clock.now().getTime() + 60 * 60_000).toISOString()
    await call('patch', `/tasks/${task.body.id}`, { body: { dueAt: later } })
    baton.clock.advance(1)
    await baton.drain()
    expect(about(await toldOf(other.id))).toEqual(['task_assigned'])
    baton.clock.advance(30)
    await baton.drain()
    await baton.drain()
    expect(about(await toldOf(other.id))).toEqual(['task_due', 'task_assigned'])
    expect(id).toBeDefined()
  })
})

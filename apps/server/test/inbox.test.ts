import type { BulkResult, ConversationViews, ListedConversation } from '@baton/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EventRow } from '../src/event/events.ts'
import { createCaller, makeKey } from './api-world.ts'
import { makeUser, makeWorld, type World } from './factories.ts'
import { rowsOf, upTo } from './rows.ts'
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

async function list(query: string): Promise<ListedConversation[]> {
  return (await call<{ items: ListedConversation[] }>('get', '/conversations', { query: `?${query}` })).body
    .items
}

async function handedOver(contact: string): Promise<string> {
  const { conversationId } = await world.write('I want to talk to a human, please', { contact })
  await baton.drain()
  baton.clock.advance(1)
  return conversationId
}

const named = (contact: string, name: string, text: string) =>
  call('post', `/channels/${world.channelId}/messages`, {
    body: { contact: { externalId: contact, name }, message: { text } },
  })

describe('R21 the views', () => {
  test('are counted, with what is unread and since when somebody waits', async () => {
    const since = baton.clock.now().toISOString()
    await handedOver('one')
    await handedOver('two')
    await world.write('When do you open?', { contact: 'three' })
    const query = `?userId=${world.agent.id}`
    const { body } = await call<ConversationViews>('get', '/conversations/views', { query })
    const counts = Object.fromEntries(body.items.map((item) => [item.view, [item.count, item.unread]]))
    expect(counts).toEqual({
      needs_human: [2, 2],
      mine: [2, 2],
      unassigned: [0, null],
      with_bot: [1, null],
      snoozed: [0, null],
      resolved: [0, null],
      all: [3, null],
    })
    expect(body.oldestWaitingSince).toBe(since)
    const nobody = await call<ConversationViews>('get', '/conversations/views')
    expect(nobody.body.items.find((item) => item.view === 'mine')?.count).toBeNull()
  })

  test('show tags and the scenario of the open handover', async () => {
    await handedOver('one')
    expect(await list('view=needs_human')).toMatchObject([
      { tags: ['human_handover'], scenarioName: 'Wants a person' },
    ])
  })

  test('can be filtered by assignee, tag, channel and bot', async () => {
    const id = await handedOver('one')
    await world.write('When do you open?', { contact: 'two' })
    const of = async (query: string) => (await list(query)).map((item) => item.id)
    expect(await of(`assigneeId=${world.agent.id}`)).toEqual([id])
    expect(await of(`assigneeId=${world.admin.id}`)).toEqual([])
    expect(await of('tag=Human_Handover')).toEqual([id])
    expect(await of(`channelId=${world.channelId}`)).toHaveLength(2)
    expect(await of(`botId=${world.botId}`)).toHaveLength(2)
    expect(await of(`botId=${world.channelId}`)).toEqual([])
  })
})

describe('R21 a search', () => {
  test('finds the words of messages, of notes and of names, each by its beginning', async () => {
    await named('one', 'Visitor Müller', 'The blue lamp is broken')
    await named('two', 'Visitor Smith', 'The red lamp is fine')
    const names = async (q: string) =>
      (await list(`q=${encodeURIComponent(q)}`)).map((item) => item.contactName).sort()
    expect(await names('lamp')).toEqual(['Visitor Müller', 'Visitor Smith'])
    expect(await names('LAM blu')).toEqual(['Visitor Müller'])
    expect(await names('muller')).toEqual(['Visitor Müller'])
    expect(await names('muller fine')).toEqual([])
    expect(await names('amp')).toEqual([])
    expect(await names('?!')).toEqual([])
    const [found] = await list('q=muller')
    await call('post', `/conversations/${found?.id}/messages`, {
      body: { kind: 'note', text: 'Warranty until May' },
    })
    expect(await names('warranty')).toEqual(['Visitor Müller'])
    await call('post', `/contacts/${found?.contactId}/tags`, { body: { tags: ['VIP'] } })
    expect(await names('vip')).toEqual(['Visitor Müller'])
    await call('patch', `/contacts/${found?.contactId}`, { body: { name: 'Visitor Jones' } })
    expect(await names('muller')).toEqual([])
    expect(await names('jones lamp')).toEqual(['Visitor Jones'])
  })

  test('finds nothing of another workspace', async () => {
    await named('one', 'Visitor', 'A zeppelin')
    const other = await makeWorld(baton)
    token = await makeKey(baton, other, ['*'])
    expect(await list('q=zeppelin')).toEqual([])
  })
})

describe('R23 contacts', () => {
  test('are found by name, address, number and tags, each word by its beginning', async () => {
    await named('a', 'Jo Lamp', 'Hello')
    await named('b', 'Joanna', 'Hello')
    const found = async (q: string) => {
      const { body } = await call<{ items: { id: string; name: string }[] }>('get', '/contacts', {
        query: `?q=${encodeURIComponent(q)}`,
      })
      return body.items.map(({ name }) => name)
    }
    expect(await found('jo')).toEqual(['Joanna', 'Jo Lamp'])
    expect(await found('LAM jo')).toEqual(['Jo Lamp'])
    const [joanna] = (await call<{ items: { id: string }[] }>('get', '/contacts', { query: '?q=joanna' }))
      .body.items
    await call('post', `/contacts/${joanna?.id}/tags`, { body: { tags: ['VIP'] } })
    await call('patch', `/contacts/${joanna?.id}`, { body: { email: 'j@example.com' } })
    expect(await found('vip')).toEqual(['Joanna'])
    expect(await found('example')).toEqual(['Joanna'])
    expect(await found('?!')).toEqual([])
  })
})

describe('R21 unread', () => {
  const unreadFor = async (userId: string) =>
    (await list(`userId=${userId}`)).map((item) => [item.unread, item.readSeq])

  test('is kept for each user, and never goes back by itself', async () => {
    const id = await handedOver('one')
    expect(await unreadFor(world.agent.id)).toEqual([[true, null]])
    const mark = (body: object) =>
      call('put', `/conversations/${id}/read`, { body: { userId: world.agent.id, ...body } })
    expect((await mark({ seq: 99 })).body).toMatchObject({ seq: 2 })
    expect(await unreadFor(world.agent.id)).toEqual([[false, 2]])
    expect(await unreadFor(world.admin.id)).toEqual([[true, null]])
    expect((await mark({ seq: 1 })).body).toMatchObject({ seq: 2 })
    await world.write('Are you there?', { contact: 'one' })
    expect(await unreadFor(world.agent.id)).toEqual([[true, 2]])
    await mark({})
    expect(await unreadFor(world.agent.id)).toEqual([[false, 3]])
    await mark({ unread: true })
    expect(await unreadFor(world.agent.id)).toEqual([[true, 2]])
  })

  test('ends where the user answers', async () => {
    const id = await handedOver('one')
    await call('post', `/conversations/${id}/messages`, {
      body: { kind: 'reply', text: 'Hello', userId: world.agent.id },
    })
    expect(await unreadFor(world.agent.id)).toEqual([[false, 3]])
  })
})

describe('R22 writing', () => {
  test('is told to who looks on, and kept nowhere', async () => {
    const conversationId = await handedOver('Jo')
    const told: EventRow[] = []
    const leave = await baton.app.events.subscribe(world.workspaceId, null, (events) => told.push(...events))
    const path = `/conversations/${conversationId}/typing`
    const body = { userId: world.agent.id, typing: true }
    expect((await call('put', path, { body })).status).toBe(204)
    expect(told).toMatchObject([
      { type: 'conversation.typing', conversationId, data: { ...body, kind: 'reply' } },
    ])
    leave()
    const kept = await rowsOf(baton, world.workspaceId, 'event')
    expect(kept.map(({ type }) => type)).not.toContain('conversation.typing')
    expect((await call('put', path, { body: { typing: true } })).status).toBe(400)
  })
})

describe('R21 a bulk action', () => {
  const bulk = async (conversationIds: string[], action: object, userId?: string) =>
    call<BulkResult>('post', '/conversations/bulk', { body: { conversationIds, action, userId } })

  test('is done for each by itself, with its own result', async () => {
    const ids = [await handedOver('one'), await handedOver('two')]
    const { body } = await bulk([ids[0] ?? '', world.botId, ids[1] ?? ''], { do: 'resolve' }, world.agent.id)
    expect(body.done).toBe(2)
    expect(body.results).toMatchObject([
      { ok: true, conversation: { id: ids[0], status: 'resolved' }, problem: null },
      { ok: false, conversation: null, problem: { code: 'not_found' } },
      { ok: true, conversation: { id: ids[1], status: 'resolved' } },
    ])
    expect((await bulk(ids, { do: 'resolve' }, world.agent.id)).body.done).toBe(2)
  })

  test('assigns, snoozes, tags and untags', async () => {
    const id = await handedOver('one')
    const other = await makeUser(baton, world.workspaceId)
    await bulk([id], { do: 'assign', assignTo: { type: 'user', userId: other.id } })
    await bulk([id], { do: 'tag', tags: ['vip', 'late'] })
    await bulk([id], { do: 'untag', tags: ['late', 'human_handover'] })
    await bulk([id], { do: 'snooze', minutes: 60 })
    expect(await list('view=snoozed')).toMatchObject([{ control: { assigneeId: other.id }, tags: ['vip'] }])
  })

  test('takes a hundred at most, and refuses all for a user who is not there', async () => {
    const many = upTo(101).map(() => world.botId)
    expect((await bulk(many, { do: 'resolve' })).status).toBe(400)
    const id = await handedOver('one')
    expect((await bulk([id], { do: 'resolve' }, world.botId)).body.results).toMatchObject([
      { ok: false, problem: { code: 'unknown_user' } },
    ])
  })
})

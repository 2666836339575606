import type { Endpoint, EndpointId } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { storeAttachment } from '../src/attachment/store-attachment.ts'
import { createNote, createTask } from '../src/contact/save-contact.ts'
import { assign } from '../src/conversation/assign.ts'
import { sendReply } from '../src/conversation/send-reply.ts'
import { createHttp } from '../src/http/create-http.ts'
import { routes } from '../src/routes.ts'
import { createTeam } from '../src/staff/save-team.ts'
import { type UserRow, updateUser } from '../src/staff/save-user.ts'
import { type ApiWorld, bodyOf, everyEndpoint, makeApiWorld, pathOf, serveApi } from './api-world.ts'
import { logIsReadable, rowsOf } from './rows.ts'
import { type Browser, makePerson, signedIn } from './sign-in-world.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
/** One workspace: `hidden` is a conversation of others, with a handover, a contact, a task and a note. */
let world: ApiWorld
let mine: string
let ofMyTeam: string
let restricted: UserRow
let agent: Browser
let admin: Browser

beforeAll(async () => {
  baton = await createTestApp()
  world = await makeApiWorld(baton)
  restricted = await makePerson(baton, world.workspaceId, 'agent', { seeAll: false, seeInsights: true })
  const team = await baton.work(world.workspaceId, (work) =>
    createTeam(work, { name: 'Mine', userIds: [restricted.id] }),
  )
  mine = await conversation('visitor-mine', { type: 'user', userId: restricted.id })
  ofMyTeam = await conversation('visitor-team', { type: 'team', teamId: team.id })
  await conversation('visitor-nobody', { type: 'nobody' })
  agent = await signedIn(baton, restricted)
  admin = await signedIn(baton, await makePerson(baton, world.workspaceId, 'admin'))
})
afterAll(() => baton.close())

type AssignTo = Parameters<typeof assign>[3]

async function conversation(contact: string, assignTo: AssignTo): Promise<string> {
  const { conversationId } = await world.write('Hello there', { contact })
  await baton.drain()
  await give(conversationId, assignTo)
  return conversationId
}

async function give(conversationId: string, assignTo: AssignTo): Promise<void> {
  await baton.work(world.workspaceId, (work) => assign(work, conversationId, null, assignTo))
}

async function idsAt(path: string, browser = agent): Promise<string[]> {
  const { status, body } = await browser.get(path)
  expect(status, path).toBe(200)
  return body.items.map(
    ({ id, conversationId }: { id: string; conversationId?: string }) => id ?? conversationId,
  )
}

/** A body for an endpoint in which the person acts for themself. */
function actedOut({ id }: Endpoint): object | undefined {
  const body = bodyOf(id as EndpointId, world)
  return body && { ...body, userId: undefined }
}

const hanging = ['conversations', 'handovers', 'contacts', 'tasks']
const nounOf = ({ path }: Endpoint) => path.split('/')[2] ?? ''
const ofHidden = everyEndpoint.filter((endpoint) => endpoint.params && hanging.includes(nounOf(endpoint)))
const lists = everyEndpoint.filter(
  ({ method, params, stream, who }) => method === 'get' && !params && !stream && who !== 'anybody',
)

describe('R18 R21 who sees only what is assigned to them', () => {
  test('sees their conversations and those that wait for a team of theirs', async () => {
    expect((await idsAt('/v1/conversations')).sort()).toEqual([mine, ofMyTeam].sort())
    expect(await idsAt('/v1/conversations?view=mine')).toEqual([mine])
    expect(await idsAt('/v1/conversations', admin)).toHaveLength(4)
    expect((await agent.get(`/v1/conversations/${ofMyTeam}/messages`)).body.items[0].text).toBe('Hello there')
  })

  test.each(
    ofHidden.map((endpoint) => [`${endpoint.method.toUpperCase()} ${endpoint.path}`, endpoint] as const),
  )('gets 404 from %s for what is not', async (_, endpoint) => {
    const path = pathOf(endpoint, world)
    const answer =
      endpoint.method === 'get'
        ? await agent.get(path)
        : await agent.send(endpoint.method, path, { body: actedOut(endpoint) })
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  test.each(lists.map((endpoint) => [endpoint.path, endpoint] as const))(
    'finds nothing else in %s',
    async (path) => {
      const answer = await agent.get(path)
      const text = JSON.stringify(answer.body)
      for (const noun of hanging) expect(text, noun).not.toContain(world.ids[noun])
      expect(text).not.toContain('I want to talk to a human')
    },
  )

  test('counts nothing else', async () => {
    const [own, all] = [await agent.get('/v1/reports/unanswered'), await admin.get('/v1/reports/unanswered')]
    expect(own.body.total).toBe(own.body.items.length)
    expect(all.body.total).toBeGreaterThan(own.body.total)
  })

  test('sees a contact by a conversation of theirs, and a task also when it is theirs', async () => {
    const { workspaceId, ids } = world
    const contacts = await idsAt('/v1/contacts')
    expect(contacts).toHaveLength(2)
    const [task, hiddenTask] = await baton.work(workspaceId, async (work) => [
      await createTask(work, ids.contacts ?? '', {
        title: 'Mine',
        text: '',
        dueAt: null,
        assigneeId: restricted.id,
      }),
      await createTask(work, ids.contacts ?? '', {
        title: 'Theirs',
        text: '',
        dueAt: null,
        assigneeId: null,
      }),
    ])
    expect(await idsAt('/v1/tasks')).toEqual([task?.id])
    const done = { body: { done: true } }
    expect((await agent.send('patch', `/v1/tasks/${task?.id}`, done)).status).toBe(200)
    expect((await agent.send('patch', `/v1/tasks/${hiddenTask?.id}`, done)).status).toBe(404)
    await baton.work(workspaceId, (work) =>
      createNote(work, contacts[0] ?? '', { text: 'Seen.', userId: null }),
    )
    expect((await agent.get(`/v1/contacts/${contacts[0]}/notes`)).body.items).toMatchObject([
      { text: 'Seen.' },
    ])
  })

  test('works what is theirs whole, and sees it no more when it is given away', async () => {
    const id = await conversation('visitor-given', { type: 'user', userId: restricted.id })
    const at = `/v1/conversations/${id}`
    const reply = await agent.send('post', `${at}/messages`, { body: { kind: 'reply', text: 'Here I am.' } })
    expect(reply.status).toBe(201)
    // Whether another one can take it depends on what the agent does not see.
    const given = await agent.send('post', `${at}/hand-over`, {
      body: { assignTo: { type: 'user', userId: world.agent.id } },
    })
    expect(given).toMatchObject({ status: 200, body: { control: { assigneeId: world.agent.id } } })
    expect((await agent.get(at)).status).toBe(404)
    expect((await agent.send('post', `${at}/take-over`)).status).toBe(404)
    expect((await admin.get(at)).status).toBe(200)
  })

  test('fetches the files of their conversations, and of no others', async () => {
    const bytes = Buffer.from('%PDF-1.7')
    const sendFile = (conversationId: string) =>
      baton.work(world.workspaceId, async (work) => {
        const whose = { channelId: world.channelId, conversationId, uploader: 'key test' }
        const file = await storeAttachment(work, whose, { bytes, name: 'a.pdf' })
        await sendReply(work, conversationId, null, '', [file])
        return `/v1/conversations/${conversationId}/attachments/${file.id}`
      })
    const [own, hidden] = [await sendFile(mine), await sendFile(world.ids.conversations ?? '')]
    const statusOf = async (path: string, cookie: string) => {
      const http = createHttp(baton.app, routes)
      return (await http.request(path, { headers: { host: 'baton.test', cookie } })).status
    }
    expect([await statusOf(own, agent.cookie()), await statusOf(hidden, agent.cookie())]).toEqual([200, 404])
    expect([await statusOf(own, admin.cookie()), await statusOf(hidden, admin.cookie())]).toEqual([200, 200])
    const { body } = await agent.get(`/v1/conversations/${mine}/messages`)
    expect(body.items.at(-1).attachments).toMatchObject([{ name: 'a.pdf', url: own }])
  })

  test('gets no answer that was kept for somebody else', async () => {
    const at = `/v1/conversations/${mine}/messages`
    const sent = { body: { kind: 'note', text: 'Same' }, headers: { 'idempotency-key': 'shared-key' } }
    expect((await admin.send('post', at, sent)).status).toBe(201)
    expect(await agent.send('post', at, sent)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    })
  })
})

/** A stream as a browser opens it: with a cookie, and no header of its own. It begins after all that was before. */
async function openStream(browser: Browser) {
  await logIsReadable(baton, world.workspaceId)
  const served = await serveApi(baton)
  const gone = new AbortController()
  onTestFinished(async () => {
    gone.abort()
    await served.close()
  })
  const response = await fetch(`${served.url}/v1/events`, {
    headers: { cookie: browser.cookie() },
    signal: gone.signal,
  })
  const stream = { status: response.status, text: '', ended: false }
  const read = async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) stream.text += chunk
    stream.ended = true
  }
  read().catch(() => {})
  await vi.waitFor(() => expect(stream.text).toContain('id: '))
  return {
    stream,
    until: (part: string) => vi.waitFor(() => expect(stream.text).toContain(part), { timeout: 20_000 }),
  }
}

describe('R21 the live events of who sees only what is assigned to them', () => {
  test('tell of that alone, and once that it has gone', async () => {
    const leaving = await conversation('visitor-leaving', { type: 'user', userId: restricted.id })
    const { stream, until } = await openStream(agent)
    await world.write('Nobody else hears this', { contact: 'visitor-1' })
    const other = await conversation('visitor-unseen', { type: 'user', userId: world.agent.id })
    await give(leaving, { type: 'user', userId: world.agent.id })
    await world.write('Nor this', { contact: 'visitor-leaving' })
    await world.write('But this', { contact: 'visitor-mine' })
    await until('But this')
    expect(stream.text).not.toContain('Nobody else hears this')
    expect(stream.text).not.toContain('Nor this')
    for (const hidden of [other, world.ids.conversations, world.ids.contacts, world.ids.handovers])
      expect(stream.text).not.toContain(hidden)
    const ofLeaving = stream.text.split('\n').filter((line) => line.includes(leaving))
    expect(ofLeaving).toHaveLength(1)
    expect(ofLeaving[0]).toContain('"type":"conversation.updated"')
    const events = await rowsOf(baton, world.workspaceId, 'event')
    expect(events.some(({ type }) => type === 'webhook.saved')).toBe(true)
    expect(stream.text).not.toContain('webhook.')
  })

  test('tell everything to who sees all, by a cookie alone', async () => {
    const { until } = await openStream(admin)
    await world.write('Everybody hears this', { contact: 'visitor-1' })
    await until('Everybody hears this')
  })

  test('end when the person is signed out or deactivated, or may do other things', async () => {
    const { workspaceId } = world
    const user = await makePerson(baton, workspaceId)
    const browser = await signedIn(baton, user)
    const first = await openStream(browser)
    await baton.work(workspaceId, (work) => updateUser(work, user.id, { permissions: { seeAll: false } }))
    await vi.waitFor(() => expect(first.stream.ended).toBe(true), { timeout: 20_000 })
    const second = await openStream(browser)
    await browser.send('delete', '/v1/session')
    await vi.waitFor(() => expect(second.stream.ended).toBe(true), { timeout: 20_000 })
    const third = await openStream(await signedIn(baton, user))
    await baton.work(workspaceId, (work) => updateUser(work, user.id, { active: false }))
    await vi.waitFor(() => expect(third.stream.ended).toBe(true), { timeout: 20_000 })
  })
})

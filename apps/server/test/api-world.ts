import type { AddressInfo } from 'node:net'
import {
  channelInput,
  type Endpoint,
  type EndpointId,
  endpoints,
  type GrantedScope,
  invitationInput,
  type NotificationMatrix,
  type Problem,
  webhookInput,
} from '@baton/contract'
import { createAdaptorServer } from '@hono/node-server'
import { createApiKey } from '../src/auth/api-key.ts'
import { authenticate } from '../src/auth/authenticate.ts'
import { invite } from '../src/auth/invite.ts'
import { createChannel } from '../src/channel/save-channel.ts'
import { createNote } from '../src/contact/save-contact.ts'
import { createHttp } from '../src/http/create-http.ts'
import { createEventStreams } from '../src/http/event-streams.ts'
import { routes } from '../src/routes.ts'
import { createTeam } from '../src/staff/save-team.ts'
import { dispatchWebhooks } from '../src/webhook/dispatch-webhooks.ts'
import { createWebhook, updateWebhook } from '../src/webhook/save-webhook.ts'
import { makeArticle, makeModel, makeWorld, type World } from './factories.ts'
import { logIsReadable, rowsOf } from './rows.ts'
import type { TestApp } from './test-app.ts'

/** A workspace with one of everything that the API gives an id to, and a key that may do all. */
export type ApiWorld = World & {
  token: string
  /** By the first word of a path: the `{id}` that stands behind it. */
  ids: Record<string, string>
  scenarioId: string
  deliveryId: string
}

export async function makeApiWorld(test: TestApp): Promise<ApiWorld> {
  const world = await makeWorld(test)
  const { workspaceId } = world
  const made = await test.work(workspaceId, async (work) => ({
    article: await makeArticle(work),
    key: await createApiKey(work, { name: 'Test', scopes: ['*'] }),
    webhook: await createWebhook(work, webhookInput.parse({ url: 'http://127.0.0.1:1/' })),
    chat: await createChannel(work, channelInput.parse({ kind: 'web', name: 'Site', botId: world.botId })),
    team: await createTeam(work, { name: 'Support', userIds: [world.agent.id] }),
  }))
  const invitation = await makeInvitation(test, workspaceId, made.key.token)
  const { conversationId } = await world.write('I want to talk to a human, please')
  await test.drain()
  await makeModel(test, workspaceId)
  await logIsReadable(test, workspaceId)
  await dispatchWebhooks(test.app)
  // The delivery stays, and nobody who drains the queues tries to make it.
  await test.work(workspaceId, (work) => updateWebhook(work, made.webhook.id, { active: false }))
  const firstOf = async (table: 'contact' | 'handover' | 'task' | 'webhook_delivery') =>
    (await rowsOf(test, workspaceId, table))[0]?.id ?? ''
  const contactId = await firstOf('contact')
  await test.work(workspaceId, (work) => createNote(work, contactId, { text: 'A note.', userId: null }))
  return {
    ...world,
    token: made.key.token,
    deliveryId: await firstOf('webhook_delivery'),
    ids: {
      articles: made.article.id,
      bots: world.botId,
      channels: world.channelId,
      chat: made.chat.id,
      conversations: conversationId,
      contacts: contactId,
      handovers: await firstOf('handover'),
      invitations: invitation.id,
      tasks: await firstOf('task'),
      teams: made.team.id,
      users: world.agent.id,
      webhooks: made.webhook.id,
      'api-keys': made.key.row.id,
      // A session, which this key has none of.
      me: made.key.row.id,
    },
  }
}

async function makeInvitation(test: TestApp, workspaceId: string, token: string): Promise<{ id: string }> {
  const caller = await authenticate(test.app, `Bearer ${token}`)
  if (!caller) throw new Error('The key is not known.')
  const input = invitationInput.parse({ name: 'Invited', email: 'invited@example.com', role: 'agent' })
  const { row } = await test.work(workspaceId, (work) => invite(work, caller, input))
  return row
}

export type Call = { token?: string; body?: unknown; headers?: Record<string, string>; query?: string }
export type Answer = { status: number; headers: Headers; body: Body }
/** What the tests look at in answers, whichever has it. */
type Body = Required<Problem> & {
  id: string
  name: string
  revision: number
  token: string
  secret: string
  control: { epoch: number }
  items: { id: string; seq: number }[]
  nextCursor: string | null
}

/** Serves the API on this machine, over a real connection. */
export async function serveApi(test: TestApp): Promise<{ url: string; close: () => Promise<void> }> {
  const streams = createEventStreams()
  const server = createAdaptorServer({ fetch: createHttp(test.app, routes, streams).fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      streams.endAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Calls the API without a network between. */
export function createCaller(test: TestApp) {
  const http = createHttp(test.app, routes)
  return {
    async call(method: string, path: string, { token, body, headers, query }: Call = {}): Promise<Answer> {
      const response = await http.fetch(
        new Request(`http://baton.test${path}${query ?? ''}`, {
          method: method.toUpperCase(),
          headers: {
            ...(token ? { authorization: `Bearer ${token}` } : {}),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      )
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null }
    },
  }
}

/** The path of an endpoint with the ids of a workspace in it. */
export function pathOf(endpoint: Endpoint, world: ApiWorld, others: Partial<ApiWorld> = {}): string {
  const noun = endpoint.path.split('/')[2] ?? ''
  const of = { ...world, ...others }
  return endpoint.path
    .replace('{id}', of.ids[noun] ?? '')
    .replace('{scenarioId}', of.scenarioId)
    .replace('{deliveryId}', of.deliveryId)
    .replace('{tag}', 'human_handover')
}

/** What an endpoint must be asked with. */
export function queryOf(id: EndpointId, world: ApiWorld): string {
  const mine = `?userId=${world.agent.id}`
  const queries: Partial<Record<EndpointId, string>> = {
    listConversations: '?view=all',
    listDrafts: mine,
    getDraft: mine,
    listNotifications: mine,
    countUnread: mine,
    deleteDraft: mine,
  }
  return queries[id] ?? ''
}

export async function makeKey(
  test: TestApp,
  { workspaceId }: Pick<World, 'workspaceId'>,
  scopes: GrantedScope[],
): Promise<string> {
  return (await test.work(workspaceId, (work) => createApiKey(work, { name: 'Test', scopes }))).token
}

/** Every event told by every way. */
export function allWays(on = true): NotificationMatrix {
  const ways = { app: on, email: on, push: on, sms: on }
  return {
    conversation_assigned: ways,
    task_assigned: ways,
    new_message: ways,
    handover_waiting: ways,
    mentioned: ways,
    task_due: ways,
  }
}

export const everyEndpoint: Endpoint[] = Object.values(endpoints)

/** A valid body for each endpoint that takes one. */
export function bodyOf(id: EndpointId, world: ApiWorld): object | undefined {
  const assignTo = { type: 'nobody' }
  const bodies: Partial<Record<EndpointId, object>> = {
    createBot: { name: 'Another bot' },
    updateBot: { name: 'Renamed' },
    tryBot: { turns: [{ from: 'contact', text: 'A person, please' }] },
    createArticle: { title: 'Returns', text: 'Within 30 days.' },
    updateArticle: { text: 'Within 60 days.' },
    askBot: { question: 'Can I send it back?' },
    importFiles: { files: [{ name: 'a.txt', content: 'QQ==' }] },
    importPages: { url: 'http://127.0.0.1:1/' },
    restoreArticle: { revision: 1 },
    createScenario: { kind: 'failed_to_resolve', name: 'Another' },
    updateScenario: { name: 'Renamed scenario' },
    backtest: { last: 1 },
    readNotifications: { userId: world.agent.id },
    setNotificationSettings: { events: allWays(), quietOutsideHours: true },
    markRead: { userId: world.agent.id },
    sayTyping: { userId: world.agent.id, typing: true },
    actOnMany: { conversationIds: [world.botId], action: { do: 'resolve' } },
    createDraft: { userId: world.admin.id, content: {} },
    saveDraft: { userId: world.admin.id, content: {} },
    orderScenarios: { scenarioIds: [world.scenarioId] },
    tryScenarios: { text: 'A person, please' },
    setModel: { provider: 'openai_compatible', baseUrl: 'https://models.example.com/v1', name: 'small' },
    createChannel: { name: 'Another channel' },
    updateChannel: { name: 'Renamed' },
    receiveMessage: { contact: { externalId: 'visitor-1' }, message: { text: 'Hello' } },
    postMessage: { kind: 'note', text: 'A note.' },
    claim: { userId: world.agent.id },
    assign: { assignTo },
    snooze: { minutes: 5 },
    giveFeedback: { verdict: 'needed' },
    updateContact: { name: 'Renamed' },
    addTags: { tags: ['vip'] },
    setTags: { tags: ['vip'] },
    createTask: { title: 'Call back' },
    updateTask: { done: true },
    createNote: { text: 'A note.' },
    createUser: { name: 'Another', email: 'another@example.com', role: 'agent' },
    updateUser: { name: 'Renamed' },
    setAvailability: { availability: 'away' },
    createTeam: { name: 'Another team' },
    updateTeam: { name: 'Renamed' },
    createWebhook: { url: 'https://example.com/hook' },
    updateWebhook: { active: false },
    invite: { name: 'Invited', email: 'another.invited@example.com', role: 'agent' },
    changePassword: { currentPassword: 'a wrong password', password: 'another long password' },
    createPasswordReset: { userId: world.agent.id },
    createApiKey: { name: 'Another key', scopes: ['bots:read'] },
  }
  return (bodies[id] ?? (endpoints[id] as Endpoint).body) ? (bodies[id] ?? {}) : undefined
}

import { type Endpoint, type EndpointId, scopes } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type ApiWorld,
  bodyOf,
  createCaller,
  everyEndpoint,
  makeApiWorld,
  makeKey,
  pathOf,
  queryOf,
} from './api-world.ts'
import { makeModel } from './factories.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
let call: ReturnType<typeof createCaller>['call']
let own: ApiWorld
let other: ApiWorld
beforeAll(async () => {
  baton = await createTestApp()
  call = createCaller(baton).call
  own = await makeApiWorld(baton)
  other = await makeApiWorld(baton)
})
afterAll(() => baton.close())

function send(
  endpoint: Endpoint,
  world: ApiWorld,
  token: string | undefined,
  others: Partial<ApiWorld> = {},
) {
  return call(endpoint.method, pathOf(endpoint, world, others), {
    ...(token ? { token } : {}),
    body: bodyOf(endpoint.id as EndpointId, own),
    query: queryOf(endpoint.id as EndpointId, own),
  })
}

/** What an API key may call at all. */
const ofKeys = everyEndpoint.filter((endpoint) => endpoint.who === undefined)
const closed = everyEndpoint.filter((endpoint) => endpoint.who !== 'anybody')
/** Files have tests of their own. */
const served = ofKeys.filter((endpoint) => !endpoint.stream && !endpoint.raw)
const withId = served.filter((endpoint) => endpoint.params)

describe.each(
  closed.map((endpoint) => [`${endpoint.method.toUpperCase()} ${endpoint.path}`, endpoint] as const),
)('R25 %s', (_, endpoint) => {
  test('asks for authentication first, whatever else is wrong with the request', async () => {
    const path = pathOf(endpoint, own)
    const body = endpoint.body ? '{ not json' : undefined
    for (const authorization of [
      undefined,
      '',
      'Bearer ',
      'Bearer nonsense',
      `Basic ${own.token}`,
      `Bearer ${own.token}x`,
    ]) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
      const answer = await call(endpoint.method, path, { headers, body })
      expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated', status: 401 } })
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    }
  })

  if (endpoint.scope)
    test('refuses a key without its scope, before it reads the body', async () => {
      const enough = [endpoint.scope, endpoint.scope?.replace(':read', ':write')]
      const token = await makeKey(
        baton,
        own,
        scopes.filter((scope) => !enough.includes(scope)),
      )
      const answer = await call(endpoint.method, pathOf(endpoint, own), {
        token,
        body: endpoint.body ? '{ not json' : undefined,
      })
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } })
      expect(answer.body.detail).toContain(endpoint.scope)
    })

  if (endpoint.scope && !endpoint.stream && !endpoint.raw)
    test('takes a key with just its scope', async () => {
      const token = await makeKey(baton, own, endpoint.scope ? [endpoint.scope] : [])
      // Somewhere that nothing is: what matters is that it is not refused for the key.
      const answer = await call(endpoint.method, pathOf(endpoint, other), {
        token,
        body: endpoint.body ? {} : undefined,
      })
      expect([401, 403]).not.toContain(answer.status)
    })
})

describe('R25 the ids of another workspace name nothing here', () => {
  test.each(
    withId.map((endpoint) => [`${endpoint.method.toUpperCase()} ${endpoint.path}`, endpoint] as const),
  )('%s', async (_, endpoint) => {
    const answer = await send(endpoint, other, own.token)
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
    // Nor below something of one's own.
    if (/\{(scenarioId|deliveryId)\}/.test(endpoint.path)) {
      const { scenarioId, deliveryId } = other
      expect((await send(endpoint, own, own.token, { scenarioId, deliveryId })).status).toBe(404)
    }
    const nonsense = await call(endpoint.method, endpoint.path.replace(/\{\w+\}/g, 'nonsense'), {
      token: own.token,
      body: bodyOf(endpoint.id as EndpointId, own),
    })
    expect(nonsense.status).toBe(404)
  })

  test('lists show nothing of it', async () => {
    // The one that there was may have been deleted above.
    await makeModel(baton, own.workspaceId)
    for (const endpoint of served.filter((entry) => entry.method === 'get' && !entry.params)) {
      const query = queryOf(endpoint.id as EndpointId, own)
      const { body, status } = await call('get', endpoint.path, { token: own.token, query })
      expect(status, endpoint.path).toBe(200)
      for (const id of [
        ...Object.values(other.ids),
        other.scenarioId,
        other.deliveryId,
        other.workspaceId,
        other.agent.id,
      ])
        expect(JSON.stringify(body), endpoint.path).not.toContain(id)
    }
  })

  test('nor can it be named in a body', async () => {
    const refusals = [
      ['post', '/v1/channels', { name: 'Stolen', botId: other.botId }],
      ['post', '/v1/teams', { name: 'Stolen', userIds: [other.agent.id] }],
      [
        'patch',
        `/v1/bots/${own.botId}/scenarios/${own.scenarioId}`,
        { assignTo: { type: 'user', userId: other.agent.id } },
      ],
      [
        'patch',
        `/v1/bots/${own.botId}/scenarios/${own.scenarioId}`,
        { assignTo: { type: 'team', teamId: other.ids.teams } },
      ],
      [
        'post',
        `/v1/conversations/${own.ids.conversations}/assign`,
        { assignTo: { type: 'user', userId: other.agent.id } },
      ],
      ['post', `/v1/conversations/${own.ids.conversations}/take-over`, { userId: other.agent.id }],
      ['post', `/v1/contacts/${own.ids.contacts}/tasks`, { title: 'Stolen', assigneeId: other.agent.id }],
      ['post', `/v1/contacts/${own.ids.contacts}/notes`, { text: 'Stolen', userId: other.agent.id }],
    ] as const
    for (const [method, path, body] of refusals)
      expect((await call(method, path, { token: own.token, body })).status, path).toBe(422)
  })
})

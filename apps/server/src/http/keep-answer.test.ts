import { createClient } from '@baton/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCaller, makeApiWorld, serveApi } from '../../test/api-world.ts'
import { rowsOf } from '../../test/rows.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let baton: TestApp
let caller: ReturnType<typeof createCaller>
beforeAll(async () => {
  baton = await createTestApp()
  caller = createCaller(baton)
})
afterAll(() => baton.close())

const headers = { 'idempotency-key': 'key-1' }

describe('an Idempotency-Key', () => {
  test('keeps no secret: a repeat is refused, and makes nothing', async () => {
    const world = await makeApiWorld(baton)
    const make = () =>
      caller.call('post', '/v1/api-keys', {
        token: world.token,
        headers,
        body: { name: 'New', scopes: ['bots:read'] },
      })
    const made = await make()
    expect(made.status).toBe(201)
    expect(await make()).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
    expect(JSON.stringify(await rowsOf(baton, world.workspaceId, 'idempotency_key'))).not.toContain(
      made.body.token,
    )
    expect(await rowsOf(baton, world.workspaceId, 'api_key')).toHaveLength(2)
  })

  test('belongs to one address: the same body elsewhere is another request', async () => {
    const world = await makeApiWorld(baton)
    const path = `/v1/conversations/${world.ids.conversations}`
    const send = (action: string) => caller.call('post', `${path}/${action}`, { token: world.token, headers })
    expect((await send('resolve')).status).toBe(200)
    expect((await send('reopen')).body.code).toBe('idempotency_key_reused')
    expect((await send('resolve')).headers.get('idempotency-replayed')).toBe('true')
  })

  test('is visible ASCII', async () => {
    const { token } = await makeApiWorld(baton)
    for (const key of ['x'.repeat(256), 'a b']) {
      const answer = await caller.call('post', '/v1/bots', {
        token,
        headers: { 'idempotency-key': key },
        body: { name: 'A' },
      })
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    }
  })

  test('lets the client try again after an answer that was lost', async () => {
    const { token, workspaceId } = await makeApiWorld(baton)
    const { url, close } = await serveApi(baton)
    let lost = 0
    const client = createClient({
      baseUrl: url,
      apiKey: token,
      async fetch(input, init) {
        const response = await fetch(input, init)
        if (lost++ < 2) throw new TypeError('the line broke')
        return response
      },
    })
    const made = await client.createTeam({ body: { name: 'Once' } })
    await close()
    const teams = await rowsOf(baton, workspaceId, 'team')
    expect(teams.filter((team) => team.name === 'Once').map((team) => team.id)).toEqual([made.id])
  })
})

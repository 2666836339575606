import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ApiWorld, createCaller, makeApiWorld, makeKey } from './api-world.ts'
import { rowsOf, upTo } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
let call: ReturnType<typeof createCaller>['call']
beforeAll(async () => {
  baton = await createTestApp()
  call = createCaller(baton).call
})
afterAll(() => baton.close())

describe('R25 a request', () => {
  let world: ApiWorld
  beforeEach(async () => {
    world = await makeApiWorld(baton)
  })

  test('that is not valid is refused with every field that is wrong', async () => {
    const answer = await call('post', `/v1/bots/${world.botId}/scenarios`, {
      token: world.token,
      body: { kind: 'nonsense', name: '', examplePhrases: ['fine', ''], tags: 'no list', surprise: 1 },
    })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    const paths = answer.body.errors.map((error: { path: string }) => error.path)
    expect(paths).toEqual(
      expect.arrayContaining(['body.kind', 'body.name', 'body.examplePhrases[1]', 'body.tags']),
    )
    expect(JSON.stringify(answer.body.errors)).toContain('surprise')
    for (const error of answer.body.errors) expect(error.message).not.toBe('')
  })

  test('whose query or body cannot be read says so', async () => {
    const limit = await call('get', '/v1/bots', { token: world.token, query: '?limit=0' })
    expect(limit).toMatchObject({ status: 400, body: { errors: [{ path: 'query.limit' }] } })
    const cursor = await call('get', '/v1/bots', { token: world.token, query: '?cursor=nonsense' })
    expect(cursor).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    const broken = await call('post', '/v1/bots', { token: world.token, body: '{ not json' })
    expect(broken).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    const form = await call('post', '/v1/bots', {
      token: world.token,
      body: 'name=Bot',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(form).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } })
    const large = await call('post', '/v1/bots', {
      token: world.token,
      body: { name: 'x'.repeat(2_000_000) },
    })
    expect(large).toMatchObject({ status: 413, body: { code: 'payload_too_large' } })
    const nul = await call('post', `/v1/contacts/${world.ids.contacts}/notes`, {
      token: world.token,
      body: { text: 'A nul \u0000 byte' },
    })
    expect(nul.status).toBeLessThan(500)
  })

  test('R9 under If-Match with an old revision changes nothing, and says what it looks like now', async () => {
    const path = `/v1/bots/${world.botId}/scenarios/${world.scenarioId}`
    const read = await call('get', path, { token: world.token })
    const headers = { 'if-match': read.headers.get('etag') ?? '' }
    const results = await Promise.all(
      upTo(5).map((n) =>
        call('patch', path, { token: world.token, headers, body: { name: `By person ${n}` } }),
      ),
    )
    expect(results.map((answer) => answer.status).sort()).toEqual([200, 412, 412, 412, 412])
    const saved = results.find((answer) => answer.status === 200)
    expect(saved?.headers.get('etag')).toBe(`"${saved?.body.revision}"`)
    const refused = results.find((answer) => answer.status === 412)
    expect(refused?.body).toMatchObject({ code: 'revision_conflict', current: { name: saved?.body.name } })
    const dropped = await call('delete', path, { token: world.token, headers })
    expect(dropped.status).toBe(412)
    expect((await call('get', path, { token: world.token })).body.name).toBe(saved?.body.name)
  })

  test('under an Idempotency-Key happens once, also when it comes ten times at once', async () => {
    const body = { name: 'Once', email: 'once@example.com', role: 'agent' }
    const headers = { 'idempotency-key': 'key-1' }
    const answers = await Promise.all(
      upTo(10).map(() => call('post', '/v1/users', { token: world.token, body, headers })),
    )
    expect(answers.map((answer) => answer.status)).toEqual(upTo(10).map(() => 201))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === 'true')).toHaveLength(9)
    const later = await call('post', '/v1/users', { token: world.token, body, headers })
    expect(later.body).toEqual(answers[0]?.body)

    const reused = await call('post', '/v1/users', {
      token: world.token,
      body: { ...body, name: 'Twice' },
      headers,
    })
    expect(reused).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
    const stranger = await makeApiWorld(baton)
    const elsewhere = await call('post', '/v1/users', { token: stranger.token, body, headers })
    expect(elsewhere.status).toBe(201)
    expect(elsewhere.body.id).not.toBe(answers[0]?.body.id)
  })

  test('that failed under an Idempotency-Key can be mended and sent again', async () => {
    const headers = { 'idempotency-key': 'key-1' }
    const body = { name: 'Agent', email: world.agent.email, role: 'agent' }
    expect((await call('post', '/v1/users', { token: world.token, body, headers })).status).toBe(409)
    const mended = { ...body, email: 'mended@example.com' }
    expect((await call('post', '/v1/users', { token: world.token, body: mended, headers })).status).toBe(201)
  })

  test('R12 with an answer of a bot under an old epoch is refused', async () => {
    const path = `/v1/conversations/${world.ids.conversations}`
    const before = await call('get', path, { token: world.token })
    await call('post', `${path}/hand-back`, { token: world.token, body: {} })
    const stale = await call('post', `${path}/messages`, {
      token: world.token,
      body: { kind: 'bot_reply', text: 'Too late.', epoch: before.body.control.epoch },
    })
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale_epoch' } })
    const { body: now } = await call('get', path, { token: world.token })
    const fresh = await call('post', `${path}/messages`, {
      token: world.token,
      body: { kind: 'bot_reply', text: 'From 9 to 5.', epoch: now.control.epoch },
    })
    expect(fresh).toMatchObject({ status: 201, body: { outcome: 'sent' } })
  })

  test('with a key that was deleted is refused from then on', async () => {
    const path = `/v1/api-keys/${world.ids['api-keys']}`
    expect((await call('delete', path, { token: world.token })).status).toBe(204)
    expect((await call('get', '/v1/workspace', { token: world.token })).status).toBe(401)
  })

  test('a key cannot make one that may do more than itself', async () => {
    const token = await makeKey(baton, world, ['keys:write', 'bots:read'])
    const make = (granted: string[]) =>
      call('post', '/v1/api-keys', { token, body: { name: 'Child', scopes: granted } })
    expect((await make(['bots:read'])).status).toBe(201)
    expect((await make(['*'])).status).toBe(403)
    expect((await make(['bots:write'])).status).toBe(403)
  })

  test('keys and secrets are shown once and kept as hashes', async () => {
    const made = await call('post', '/v1/api-keys', {
      token: world.token,
      body: { name: 'New', scopes: ['bots:read'] },
    })
    const listed = await call('get', '/v1/api-keys', { token: world.token })
    expect(JSON.stringify(listed.body)).not.toContain(made.body.token)
    const stored = await rowsOf(baton, world.workspaceId, 'api_key')
    for (const row of stored)
      expect(JSON.stringify({ ...row, hash: row.hash.toString() })).not.toContain(made.body.token)
    const webhook = await call('post', '/v1/webhooks', {
      token: world.token,
      body: { url: 'https://example.com/hook', active: false },
    })
    expect(webhook.body.secret).toMatch(/^whsec_/)
    const again = await call('get', `/v1/webhooks/${webhook.body.id}`, { token: world.token })
    expect(JSON.stringify(again.body)).not.toContain(webhook.body.secret)
  })
})

describe('R25 lists', () => {
  test('page through by cursor, each item once, in one order', async () => {
    const world = await makeApiWorld(baton)
    for (const n of upTo(7)) {
      baton.clock.advance(1)
      await world.write('I want to talk to a human, please', { contact: `visitor-${n}` })
      await call('post', '/v1/users', {
        token: world.token,
        body: { name: `U ${n}`, email: `u${n}@example.com`, role: 'agent' },
      })
      await call('post', '/v1/bots', { token: world.token, body: { name: `Bot ${n}` } })
      await call('post', `/v1/contacts/${world.ids.contacts}/notes`, {
        token: world.token,
        body: { text: `Note ${n}` },
      })
    }
    await baton.drain()
    const paths = [
      '/v1/users?',
      '/v1/bots?',
      '/v1/contacts?',
      '/v1/handovers?',
      '/v1/tasks?',
      `/v1/contacts/${world.ids.contacts}/notes?`,
      '/v1/conversations?view=all&',
      '/v1/conversations?view=needs_human&',
      `/v1/conversations?view=mine&userId=${world.agent.id}&`,
    ]
    for (const path of paths) {
      const whole = await call('get', `${path}limit=200`, { token: world.token })
      expect(whole.body.nextCursor, path).toBe(null)
      expect(whole.body.items.length, path).toBeGreaterThan(6)
      const walked: string[] = []
      let cursor: string | null = null
      do {
        const page = await call('get', `${path}limit=3${cursor ? `&cursor=${cursor}` : ''}`, {
          token: world.token,
        })
        expect(page.body.items.length, path).toBeLessThanOrEqual(3)
        walked.push(...page.body.items.map((item: { id: string }) => item.id))
        cursor = page.body.nextCursor
      } while (cursor)
      expect(walked, path).toEqual(whole.body.items.map((item: { id: string }) => item.id))
    }
  })

  test('of messages page forwards, from a number on, and back from one', async () => {
    const world = await makeApiWorld(baton)
    for (const n of upTo(8)) await world.write(`Message ${n}`)
    const path = `/v1/conversations/${world.ids.conversations}/messages`
    const seqs = async (query: string) =>
      (await call('get', `${path}?${query}`, { token: world.token })).body.items.map(
        (item: { seq: number }) => item.seq,
      )
    expect(await seqs('limit=100')).toEqual(upTo(10))
    expect(await seqs('limit=3')).toEqual([1, 2, 3])
    const first = await call('get', `${path}?limit=3`, { token: world.token })
    expect(await seqs(`limit=3&cursor=${first.body.nextCursor}`)).toEqual([4, 5, 6])
    expect(await seqs('limit=2&after=5')).toEqual([6, 7])
    expect(await seqs('limit=2&before=5')).toEqual([3, 4])
    expect((await call('get', `${path}?cursor=nonsense`, { token: world.token })).status).toBe(400)
  })
})

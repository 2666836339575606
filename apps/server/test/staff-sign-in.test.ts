import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiKey } from '../src/auth/api-key.ts'
import { createAuth } from '../src/auth/create-auth.ts'
import { updateUser } from '../src/staff/save-user.ts'
import { ensureWorkspace } from '../src/workspace/ensure-workspace.ts'
import { makeKey } from './api-world.ts'
import { makeUser, makeWorkspace } from './factories.ts'
import { rowsOf } from './rows.ts'
import { createBrowser, makePerson, password, signedIn } from './sign-in-world.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

const setup = {
  workspaceName: 'Example Inc.',
  timeZone: 'Europe/Berlin',
  name: 'Agent North',
  email: 'North@Example.com',
  password,
}

describe('R18 setting Baton up', () => {
  test('makes the first admin once, whoever comes at the same time, and signs them in', async () => {
    const workspaceId = await ensureWorkspace(baton.app)
    const first = await createBrowser(baton).get('/v1/setup')
    expect(first.body.needed).toBe(true)
    expect(first.body.checks).toContainEqual({ name: 'jobs', ok: true, detail: 'ready' })

    const browsers = Array.from({ length: 5 }, () => createBrowser(baton))
    const answers = await Promise.all(
      browsers.map((browser, index) =>
        browser.send('post', '/v1/setup', { body: { ...setup, email: `north${index}@example.com` } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
    const winner = browsers[answers.findIndex(({ status }) => status === 201)]
    expect((await winner?.get('/v1/me'))?.body).toMatchObject({
      user: { name: 'Agent North', role: 'admin' },
      workspace: { id: workspaceId, name: 'Example Inc.', timeZone: 'Europe/Berlin' },
      permissions: { manageStaff: true, seeAll: true },
    })
    expect(await rowsOf(baton, workspaceId, 'staff_user')).toHaveLength(1)
    expect((await createBrowser(baton).get('/v1/setup')).body).toEqual({
      needed: false,
      mailsPasswords: false,
      checks: [],
    })
    const again = await createBrowser(baton).send('post', '/v1/setup', { body: setup })
    expect(again).toMatchObject({ status: 409, body: { code: 'already_set_up' } })
  })

  test('where there are users already, takes a key that may do everything', async () => {
    const other = await createTestApp()
    try {
      const workspaceId = await ensureWorkspace(other.app)
      const made = await makeUser(other, workspaceId, 'agent')
      const { token } = await other.work(workspaceId, (work) =>
        createApiKey(work, { name: 'First key', scopes: ['*'] }),
      )
      const weak = await makeKey(other, { workspaceId }, ['staff:write'])
      const send = (key?: string) =>
        createBrowser(other).send('post', '/v1/setup', {
          body: { ...setup, email: made.email },
          ...(key ? { headers: { authorization: `Bearer ${key}` } } : {}),
        })
      for (const key of [undefined, weak])
        expect(await send(key)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
      const done = await send(token)
      expect(done).toMatchObject({ status: 201, body: { user: { id: made.id, role: 'admin' } } })
    } finally {
      await other.close()
    }
  })

  test('says at the field what is wrong', async () => {
    const answer = await createBrowser(baton).send('post', '/v1/setup', {
      body: { ...setup, password: 'short', email: 'nobody' },
    })
    expect(answer.status).toBe(400)
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'body.email',
      'body.password',
    ])
    const zone = await createBrowser(baton).send('post', '/v1/setup', {
      body: { ...setup, timeZone: 'Nowhere/Land' },
    })
    expect(zone.body.errors).toMatchObject([{ path: 'body.timeZone' }])
  })
})

describe('R18 signing in', () => {
  test('gives a cookie that no script reads, and that is worth nothing after signing out', async () => {
    const user = await makePerson(baton, await makeWorkspace(baton))
    const browser = createBrowser(baton)
    const body = { email: user.email.toUpperCase(), password }
    const answer = await browser.send('post', '/v1/session', { body })
    expect(answer).toMatchObject({ status: 200, body: { user: { id: user.id } } })
    const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('baton.session_token='))
    expect(set).toMatch(/HttpOnly/)
    expect(set).toMatch(/SameSite=Lax/)
    expect(set).not.toMatch(/Secure/)
    const kept = browser.cookie()
    expect((await browser.get('/v1/users')).status).toBe(200)
    expect((await browser.send('delete', '/v1/session')).status).toBe(204)
    expect(browser.cookie()).toBe('')
    expect((await createBrowser(baton, { cookie: kept }).get('/v1/me')).status).toBe(401)
  })

  test('answers a wrong password, an unknown address and a deactivated user alike', async () => {
    const workspaceId = await makeWorkspace(baton)
    const user = await makePerson(baton, workspaceId)
    const gone = await makePerson(baton, workspaceId)
    await makeUser(baton, workspaceId, 'admin')
    await baton.work(workspaceId, (work) => updateUser(work, gone.id, { active: false }))
    const tries = [
      { email: user.email, password: `${password}!` },
      { email: 'nobody@example.com', password },
      { email: gone.email, password },
      { email: 'no address', password },
    ]
    const answers = await Promise.all(
      tries.map((body) => createBrowser(baton).send('post', '/v1/session', { body })),
    )
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 401, body: { code: 'sign_in_failed' } })
      expect(answer.body).toEqual(answers[0]?.body)
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  })

  test('takes as long to refuse an address that nobody has', async () => {
    const { email } = await makePerson(baton, await makeWorkspace(baton))
    const took = async (address: string) => {
      const began = performance.now()
      const body = { email: address, password: 'a wrong password' }
      await createBrowser(baton).send('post', '/v1/session', { body })
      return performance.now() - began
    }
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let index = 0; index < 5; index++) {
      known.push(await took(email))
      unknown.push(await took(`nobody${index}@example.com`))
    }
    // Hashing is nearly all of it: without, it would take a tenth.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3)
  })

  test('is refused after ten wrong passwords, also by better-auth itself', async () => {
    const user = await makePerson(baton, await makeWorkspace(baton))
    const browser = createBrowser(baton)
    const body = { email: user.email, password: 'a wrong password' }
    for (let index = 0; index < 5; index++) {
      await browser.send('post', '/v1/session', { body })
      expect((await browser.send('post', '/auth/sign-in/email', { body })).status).toBe(401)
    }
    for (const path of ['/v1/session', '/auth/sign-in/email'])
      expect(await browser.send('post', path, { body: { email: user.email, password } })).toMatchObject({
        status: 429,
        body: { code: 'too_many_attempts' },
      })
    const late = await browser.send('post', '/v1/session', { body })
    expect(late.headers.get('retry-after')).toBe('900')
    baton.clock.advance(16)
    expect(
      (await browser.send('post', '/v1/session', { body: { email: user.email, password } })).status,
    ).toBe(200)
  })

  test('lists where one is signed in, and ends it elsewhere at once', async () => {
    const user = await makePerson(baton, await makeWorkspace(baton))
    const [here, there] = [await signedIn(baton, user), await signedIn(baton, user)]
    const { items } = (await here.get('/v1/me/sessions')).body
    expect(items).toHaveLength(2)
    const other = items.find(({ current }: { current: boolean }) => !current)
    expect((await here.send('delete', `/v1/me/sessions/${other.id}`)).status).toBe(204)
    expect((await there.get('/v1/me')).status).toBe(401)
    expect((await here.get('/v1/me')).status).toBe(200)
    const stranger = await signedIn(baton, await makePerson(baton, await makeWorkspace(baton)))
    const mine = (await here.get('/v1/me/sessions')).body.items[0]
    expect((await stranger.send('delete', `/v1/me/sessions/${mine.id}`)).status).toBe(404)
  })

  test('is nothing for an API key', async () => {
    const token = await makeKey(baton, { workspaceId: await makeWorkspace(baton) }, ['*'])
    const headers = { authorization: `Bearer ${token}` }
    const browser = createBrowser(baton)
    expect(await browser.send('delete', '/v1/session', { headers })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    })
  })

  test('has a cookie for encrypted connections alone where the public address is one', async () => {
    const secured = { ...baton.app.config, url: 'https://baton.example.com' }
    const app = { ...baton.app, config: secured, auth: createAuth(secured, baton.app.db) }
    const user = await makePerson(baton, await makeWorkspace(baton))
    const browser = createBrowser({ ...baton, app })
    const body = { email: user.email, password }
    const headers = { origin: 'https://baton.example.com' }
    const answer = await browser.send('post', '/v1/session', { body, headers })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-baton\.session_token=.*; Secure/)
    expect((await browser.get('/v1/me')).body.user.id).toBe(user.id)
    expect((await browser.send('delete', '/v1/session', { headers })).status).toBe(204)
    expect(browser.cookie()).toBe('')
  })

  test('is forgotten by the browser when it is closed, where that was asked for', async () => {
    const user = await makePerson(baton, await makeWorkspace(baton))
    const body = { email: user.email, password, remember: false }
    const browser = createBrowser(baton)
    const answer = await browser.send('post', '/v1/session', { body })
    const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('baton.session_token='))
    expect(set).not.toMatch(/Max-Age|Expires/i)
    expect((await browser.get('/v1/me')).status).toBe(200)
  })

  test('cannot be done for oneself: nobody signs up', async () => {
    const body = { email: 'new@example.com', password, name: 'New' }
    const answer = await createBrowser(baton).send('post', '/auth/sign-up/email', { body })
    expect(answer.status).toBe(404)
  })
})

describe('R18 a page of another address', () => {
  test('changes nothing for whoever is signed in, nor signs anybody in', async () => {
    const user = await makePerson(baton, await makeWorkspace(baton))
    const browser = await signedIn(baton, user)
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example.com' },
      { origin: 'null' },
      { origin: '', 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of foreign)
      for (const [method, path] of [
        ['delete', '/v1/session'],
        ['post', '/v1/session'],
        ['post', '/auth/sign-in/email'],
        ['put', `/v1/users/${user.id}/availability`],
      ] as const)
        expect(await browser.send(method, path, { headers, body: {} }), path).toMatchObject({
          status: 403,
          body: { code: 'foreign_origin' },
        })
    expect((await browser.get('/v1/me')).status).toBe(200)
  })

  test('with an API key is no browser’s concern', async () => {
    const token = await makeKey(baton, { workspaceId: await makeWorkspace(baton) }, ['*'])
    const headers = { origin: 'https://shop.example.com', authorization: `Bearer ${token}` }
    const answer = await createBrowser(baton).send('post', '/v1/teams', {
      headers,
      body: { name: 'Support' },
    })
    expect(answer.status).toBe(201)
  })
})

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createApiKey } from '../src/auth/api-key.ts'
import { createAuth } from '../src/auth/create-auth.ts'
import { updateUser } from '../src/staff/save-user.ts'
import { ensureWorkspace } from '../src/workspace/ensure-workspace.ts'
import { makeKey } from './api-world.ts'
import { makeUser, makeWorkspace, makeWorld } from './factories.ts'
import { rowsOf } from './rows.ts'
import { createBrowser, makePerson, password, type Received, signedIn } from './sign-in-world.ts'
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

function tokenOf({ body }: Received, place: 'join' | 'reset'): string {
  const link = new RegExp(`/${place}/([\\w-]{43})$`).exec(body.link)
  if (!link?.[1]) throw new Error(`No link: ${JSON.stringify(body)}`)
  return link[1]
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
    expect((await createBrowser(baton).get('/v1/setup')).body).toEqual({ needed: false, checks: [] })
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

describe('R18 an invitation', () => {
  test('is a link that works once, and makes the user as the admin said', async () => {
    const workspaceId = await makeWorkspace(baton)
    const admin = await signedIn(baton, await makePerson(baton, workspaceId, 'admin'))
    const team = await admin.send('post', '/v1/teams', { body: { name: 'Support' } })
    const invited = await admin.send('post', '/v1/invitations', {
      body: {
        name: 'Sam',
        email: 'Sam@Example.com',
        role: 'agent',
        permissions: { seeAll: false },
        teamIds: [team.body.id],
      },
    })
    expect(invited.status).toBe(201)
    const token = tokenOf(invited, 'join')
    expect(JSON.stringify(await rowsOf(baton, workspaceId, 'invitation'))).not.toContain(token)
    expect((await admin.get('/v1/invitations')).body.items).toMatchObject([
      { email: 'Sam@Example.com', expired: false, permissions: { seeAll: false, reply: true } },
    ])

    const browser = createBrowser(baton)
    expect((await browser.get(`/v1/invitations/by-token/${token}`)).body).toMatchObject({
      name: 'Sam',
      email: 'Sam@Example.com',
      workspaceName: 'Test',
    })
    const body = { token, name: 'Sam South', password }
    const answers = await Promise.all([
      browser.send('post', '/v1/invitations/accept', { body }),
      createBrowser(baton).send('post', '/v1/invitations/accept', { body }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410])
    const accepted = answers.find(({ status }) => status === 201)?.body
    expect(accepted).toMatchObject({
      user: { name: 'Sam South', email: 'Sam@Example.com', role: 'agent' },
      permissions: { seeAll: false },
    })
    expect((await admin.get(`/v1/teams/${team.body.id}`)).body.userIds).toEqual([accepted.user.id])
    expect((await admin.get('/v1/invitations')).body.items).toEqual([])
    const late = await browser.get(`/v1/invitations/by-token/${token}`)
    expect(late).toMatchObject({ status: 410, body: { code: 'link_not_valid' } })
    expect((await signedIn(baton, { email: 'sam@example.com' })).me.user.id).toBe(accepted.user.id)
  })

  test('lasts 7 days, and can be taken back or replaced', async () => {
    const workspaceId = await makeWorkspace(baton)
    const admin = await makePerson(baton, workspaceId, 'admin')
    const browser = await signedIn(baton, admin)
    const invite = (email: string) =>
      browser.send('post', '/v1/invitations', { body: { name: 'Sam', email, role: 'agent' } })
    const statusOf = async (token: string) =>
      (await createBrowser(baton).get(`/v1/invitations/by-token/${token}`)).status

    const first = tokenOf(await invite('east@example.com'), 'join')
    const second = tokenOf(await invite('East@example.com'), 'join')
    expect([await statusOf(first), await statusOf(second)]).toEqual([410, 200])
    const back = await invite('west@example.com')
    expect((await browser.send('delete', `/v1/invitations/${back.body.id}`)).status).toBe(204)
    expect(await statusOf(tokenOf(back, 'join'))).toBe(410)
    baton.clock.advance(7 * 24 * 60)
    expect(await statusOf(second)).toBe(410)
    expect((await browser.get('/v1/invitations')).body.items).toMatchObject([{ expired: true }])
    expect(await invite(admin.email)).toMatchObject({ status: 409, body: { code: 'email_taken' } })
  })

  test('lets a user who was made through the API sign in, and leaves them their role', async () => {
    const workspaceId = await makeWorkspace(baton)
    const admin = await signedIn(baton, await makePerson(baton, workspaceId, 'admin'))
    const made = await makeUser(baton, workspaceId, 'agent')
    const invited = await admin.send('post', '/v1/invitations', {
      body: { name: made.name, email: made.email, role: 'admin' },
    })
    expect(invited.body.role).toBe('agent')
    const accepted = await createBrowser(baton).send('post', '/v1/invitations/accept', {
      body: { token: tokenOf(invited, 'join'), name: 'Named anew', password },
    })
    expect(accepted.body.user).toMatchObject({ id: made.id, name: 'Named anew', role: 'agent' })
  })
})

describe('R18 a new password', () => {
  test('by a link of an admin: once, and all other sessions end', async () => {
    const workspaceId = await makeWorkspace(baton)
    const admin = await signedIn(baton, await makePerson(baton, workspaceId, 'admin'))
    const user = await makePerson(baton, workspaceId)
    const before = await signedIn(baton, user)
    const made = await admin.send('post', '/v1/password-resets', { body: { userId: user.id } })
    expect(made.status).toBe(201)
    const token = tokenOf(made, 'reset')
    const browser = createBrowser(baton)
    expect((await browser.get(`/v1/password-resets/by-token/${token}`)).body.email).toBe(user.email)
    const use = () =>
      browser.send('post', '/v1/password-resets/use', { body: { token, password: 'another long password' } })
    expect((await use()).status).toBe(200)
    expect((await browser.get('/v1/me')).body.user.id).toBe(user.id)
    expect((await before.get('/v1/me')).status).toBe(401)
    expect(await use()).toMatchObject({ status: 410, body: { code: 'link_not_valid' } })
    const old = await createBrowser(baton).send('post', '/v1/session', {
      body: { email: user.email, password },
    })
    expect(old.status).toBe(401)
  })

  test('by the present one, which ends the other sessions', async () => {
    const user = await makePerson(baton, await makeWorkspace(baton))
    const [here, there] = [await signedIn(baton, user), await signedIn(baton, user)]
    const change = (currentPassword: string) =>
      here.send('post', '/v1/me/password', { body: { currentPassword, password: 'another long password' } })
    const wrong = await change('a wrong password')
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ path: 'body.currentPassword' }] } })
    expect((await change(password)).status).toBe(204)
    expect([(await here.get('/v1/me')).status, (await there.get('/v1/me')).status]).toEqual([200, 401])
    await expect(signedIn(baton, user)).rejects.toThrow('cannot sign in')
  })

  test('lasts 24 hours', async () => {
    const workspaceId = await makeWorkspace(baton)
    const admin = await signedIn(baton, await makePerson(baton, workspaceId, 'admin'))
    const made = await admin.send('post', '/v1/password-resets', { body: { userId: admin.me.user.id } })
    baton.clock.advance(24 * 60)
    const late = await createBrowser(baton).get(`/v1/password-resets/by-token/${tokenOf(made, 'reset')}`)
    expect(late.status).toBe(410)
  })
})

describe('R18 who may', () => {
  test('lets a whole admin give a key everything, and who sees not all no key and no webhook', async () => {
    const workspaceId = await makeWorkspace(baton)
    const admin = await signedIn(baton, await makePerson(baton, workspaceId, 'admin'))
    const partly = await signedIn(baton, await makePerson(baton, workspaceId, 'admin', { seeAll: false }))
    const key = { body: { name: 'All', scopes: ['*'] } }
    expect((await admin.send('post', '/v1/api-keys', key)).status).toBe(201)
    const reading = { body: { name: 'Some', scopes: ['conversations:read'] } }
    expect((await partly.send('post', '/v1/api-keys', reading)).status).toBe(403)
    expect((await partly.get('/v1/webhooks')).status).toBe(403)
    const own = { body: { permissions: { seeAll: true } } }
    expect((await partly.send('patch', `/v1/users/${partly.me.user.id}`, own)).status).toBe(403)
  })

  test('follows role and permissions, in every endpoint', async () => {
    const { workspaceId, botId } = await makeWorld(baton)
    const agent = await signedIn(baton, await makePerson(baton, workspaceId))
    const admin = await signedIn(baton, await makePerson(baton, workspaceId, 'admin'))
    const forbidden = [
      ['patch', `/v1/bots/${botId}`, { name: 'Mine' }],
      ['post', '/v1/invitations', { name: 'Sam', email: 'sam.north@example.com', role: 'agent' }],
      ['post', '/v1/api-keys', { name: 'Mine', scopes: ['bots:read'] }],
      ['post', '/v1/webhooks', { url: 'https://example.com/hook' }],
    ] as const
    for (const [method, path, body] of forbidden) {
      expect((await agent.send(method, path, { body })).body.code, path).toBe('forbidden')
      expect((await admin.send(method, path, { body })).status, path).toBeLessThan(300)
    }
    for (const path of ['/v1/reports/unanswered', '/v1/workspace/model', '/v1/api-keys'])
      expect((await agent.get(path)).status, path).toBe(403)
    expect((await agent.get(`/v1/bots/${botId}`)).status).toBe(200)
  })

  test('says when one is available oneself, not when others are', async () => {
    const workspaceId = await makeWorkspace(baton)
    const user = await makePerson(baton, workspaceId)
    const other = await makePerson(baton, workspaceId)
    const browser = await signedIn(baton, user)
    const body = { availability: 'away' }
    const own = await browser.send('put', `/v1/users/${user.id}/availability`, { body })
    expect(own.body.availability).toBe('away')
    expect((await browser.send('put', `/v1/users/${other.id}/availability`, { body })).status).toBe(403)
    expect((await browser.send('patch', `/v1/users/${user.id}`, { body: { role: 'admin' } })).status).toBe(
      403,
    )
  })

  test('lets nobody give what they may not do, nor take over who may more', async () => {
    const workspaceId = await makeWorkspace(baton)
    const admin = await makePerson(baton, workspaceId, 'admin')
    const agent = await makePerson(baton, workspaceId)
    const lead = await makePerson(baton, workspaceId, 'agent', { manageStaff: true })
    const browser = await signedIn(baton, lead)
    const person = { name: 'Sam', email: 'sam.lead@example.com' }
    const refused = [
      ['post', '/v1/users', { ...person, role: 'admin' }],
      ['post', '/v1/invitations', { ...person, role: 'admin' }],
      ['post', '/v1/invitations', { ...person, role: 'agent', permissions: { manageBots: true } }],
      ['patch', `/v1/users/${lead.id}`, { role: 'admin' }],
      ['patch', `/v1/users/${agent.id}`, { permissions: { seeInsights: true } }],
      ['patch', `/v1/users/${admin.id}`, { active: false }],
      ['patch', `/v1/users/${admin.id}`, { email: 'mine@example.com' }],
      ['post', '/v1/password-resets', { userId: admin.id }],
    ] as const
    for (const [method, path, body] of refused)
      expect((await browser.send(method, path, { body })).body, path).toMatchObject({ code: 'forbidden' })
    expect((await browser.send('post', '/v1/password-resets', { body: { userId: agent.id } })).status).toBe(
      201,
    )
    expect(
      (await browser.send('post', '/v1/invitations', { body: { ...person, role: 'agent' } })).status,
    ).toBe(201)
    expect((await signedIn(baton, admin)).me.user.role).toBe('admin')
    const token = await makeKey(baton, { workspaceId }, ['staff:write'])
    const keyed = await createBrowser(baton).send('post', '/v1/password-resets', {
      headers: { authorization: `Bearer ${token}` },
      body: { userId: admin.id },
    })
    expect(keyed.status).toBe(403)
  })

  test('acts for oneself, and for nobody else', async () => {
    const { workspaceId, agent, write } = await makeWorld(baton)
    const { conversationId } = await write('Hello')
    await baton.drain()
    const user = await makePerson(baton, workspaceId)
    const browser = await signedIn(baton, user)
    const at = `/v1/conversations/${conversationId}`
    const refused = await browser.send('post', `${at}/take-over`, { body: { userId: agent.id } })
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    const taken = await browser.send('post', `${at}/take-over`)
    expect(taken.body.control.assigneeId).toBe(user.id)
    await browser.send('post', `${at}/messages`, { body: { kind: 'reply', text: 'Here I am.' } })
    const messages = (await browser.get(`${at}/messages`)).body.items
    expect(messages.at(-1)).toMatchObject({ author: 'user', userId: user.id, text: 'Here I am.' })
    expect((await browser.get('/v1/conversations?view=mine')).body.items).toMatchObject([
      { id: conversationId },
    ])
    expect((await browser.get(`/v1/conversations?view=mine&userId=${agent.id}`)).status).toBe(403)
    const assigned = await browser.send('post', `${at}/assign`, {
      body: { assignTo: { type: 'user', userId: agent.id } },
    })
    expect(assigned.body.control.assigneeId).toBe(agent.id)
  })

  test('answers no contact without the permission to', async () => {
    const { workspaceId, write } = await makeWorld(baton)
    const { conversationId } = await write('Hello')
    await baton.drain()
    const browser = await signedIn(baton, await makePerson(baton, workspaceId, 'agent', { reply: false }))
    const messages = `/v1/conversations/${conversationId}/messages`
    for (const body of [
      { kind: 'reply', text: 'Hi' },
      { kind: 'bot_reply', text: 'Hi' },
    ])
      expect((await browser.send('post', messages, { body })).status, body.kind).toBe(403)
    expect((await browser.send('post', messages, { body: { kind: 'note', text: 'Hm.' } })).status).toBe(201)
  })

  test('ends at once when a user is deactivated', async () => {
    const workspaceId = await makeWorkspace(baton)
    const admin = await signedIn(baton, await makePerson(baton, workspaceId, 'admin'))
    const user = await makePerson(baton, workspaceId)
    const browser = await signedIn(baton, user)
    expect((await admin.send('patch', `/v1/users/${user.id}`, { body: { active: false } })).status).toBe(200)
    expect((await browser.get('/v1/me')).status).toBe(401)
    await admin.send('patch', `/v1/users/${user.id}`, { body: { active: true } })
    expect((await browser.get('/v1/me')).status).toBe(401)
    await vi.waitFor(async () => expect((await signedIn(baton, user)).me.user.active).toBe(true))
  })

  test('signs in with the new address when an admin changes it', async () => {
    const workspaceId = await makeWorkspace(baton)
    const admin = await signedIn(baton, await makePerson(baton, workspaceId, 'admin'))
    const user = await makePerson(baton, workspaceId)
    const email = `renamed.${user.email}`
    await admin.send('patch', `/v1/users/${user.id}`, { body: { email } })
    expect((await signedIn(baton, { email })).me.user.id).toBe(user.id)
    await expect(signedIn(baton, user)).rejects.toThrow('cannot sign in')
  })
})

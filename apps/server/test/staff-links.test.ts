import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeUser, makeWorkspace } from './factories.ts'
import { rowsOf } from './rows.ts'
import { createBrowser, makePerson, password, type Received, signedIn } from './sign-in-world.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

function tokenOf({ body }: Received, place: 'join' | 'reset'): string {
  const link = new RegExp(`/${place}/([\\w-]{43})$`).exec(body.link)
  if (!link?.[1]) throw new Error(`No link: ${JSON.stringify(body)}`)
  return link[1]
}

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

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeKey } from './api-world.ts'
import { makeWorkspace, makeWorld } from './factories.ts'
import { createBrowser, makePerson, signedIn } from './sign-in-world.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

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

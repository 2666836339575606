import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorkspace } from './factories.ts'
import { createBrowser, makePerson, signedIn } from './sign-in-world.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

describe('R18 the demo of a workspace', () => {
  test('opens to the admin who makes it, and lets them go home again', async () => {
    const workspaceId = await makeWorkspace(baton)
    const admin = await makePerson(baton, workspaceId, 'admin')
    const browser = await signedIn(baton, admin)
    const other = await signedIn(baton, admin)

    const made = await browser.send('post', '/v1/demo')
    expect(made.status).toBe(201)
    expect((await browser.get('/v1/me')).body).toMatchObject({
      user: { id: made.body.adminId },
      workspace: { id: made.body.workspaceId, isDemo: true },
    })
    const { items } = (await browser.get('/v1/conversations?view=all&limit=100')).body
    expect(items).toHaveLength(60)
    expect((await other.get('/v1/me')).body.workspace.id).toBe(workspaceId)

    await browser.send('put', '/v1/session/demo', { body: { open: false } })
    expect((await browser.get('/v1/me')).body.workspace.id).toBe(workspaceId)
    await browser.send('put', '/v1/session/demo', { body: { open: true } })
    expect((await browser.send('delete', '/v1/demo')).status).toBe(204)
    expect((await browser.get('/v1/me')).body).toMatchObject({
      user: { id: admin.id },
      workspace: { id: workspaceId, isDemo: false },
    })
  })

  test('is closed to agents', async () => {
    const workspaceId = await makeWorkspace(baton)
    await (await signedIn(baton, await makePerson(baton, workspaceId, 'admin'))).send('post', '/v1/demo')
    const agent = await signedIn(baton, await makePerson(baton, workspaceId))

    expect((await agent.send('put', '/v1/session/demo', { body: { open: true } })).status).toBe(403)
    expect((await agent.get('/v1/me')).body.workspace.id).toBe(workspaceId)
  })
})

describe('R18 a Baton that nobody has set up', () => {
  test('signs whoever tries the demo in as its admin, and is set up as before', async () => {
    const empty = await createTestApp()
    try {
      const browser = createBrowser(empty)
      const tried = await browser.send('post', '/v1/setup/demo')
      expect(tried).toMatchObject({
        status: 201,
        body: { workspace: { isDemo: true }, user: { role: 'admin' } },
      })
      const again = await createBrowser(empty).send('post', '/v1/setup/demo')
      expect(again.body.workspace.id).toBe(tried.body.workspace.id)
      expect((await browser.get('/v1/me')).body.user.id).toBe(tried.body.user.id)
      expect((await browser.get('/v1/setup')).body.needed).toBe(true)

      const own = createBrowser(empty)
      const input = {
        workspaceName: 'Example Inc.',
        timeZone: 'Europe/Berlin',
        name: 'Sam',
        email: 'sam@example.com',
        password: 'a long sentence of Sam',
      }
      expect((await own.send('post', '/v1/setup', { body: input })).status).toBe(201)
      const late = await createBrowser(empty).send('post', '/v1/setup/demo')
      expect(late).toMatchObject({ status: 409, body: { code: 'already_set_up' } })
      expect((await own.send('delete', '/v1/demo')).status).toBe(204)
      expect((await browser.get('/v1/me')).status).toBe(401)
    } finally {
      await empty.close()
    }
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorkspace } from './factories.ts'
import { makePerson, signedIn } from './sign-in-world.ts'
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

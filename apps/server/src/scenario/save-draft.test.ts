import type { Problem, Scenario, ScenarioDraft } from '@baton/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCaller, makeKey } from '../../test/api-world.ts'
import { makeUser, makeWorld, type World } from '../../test/factories.ts'
import { upTo } from '../../test/rows.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let baton: TestApp
let world: World
let token: string
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())
beforeEach(async () => {
  world = await makeWorld(baton)
  token = await makeKey(baton, world, ['*'])
})

async function call<Body = ScenarioDraft>(
  method: string,
  path: string,
  options: { body?: object; query?: string; headers?: Record<string, string> } = {},
) {
  const answer = await createCaller(baton).call(method, `/v1/bots/${world.botId}${path}`, {
    token,
    ...options,
  })
  return { ...answer, body: answer.body as unknown as Body }
}

const of = (userId: string) => ({ query: `?userId=${userId}` })
const draftPath = () => `/scenarios/${world.scenarioId}/draft`

describe('R9 the draft of a scenario', () => {
  test('takes whatever stands in the editor, says when, and changes nothing that is live', async () => {
    const content = {
      name: '',
      examplePhrases: ['', 'I want to'],
      reactivateAfter: { minutes: 'thir' },
      own: 1,
    }
    const saved = await call('put', draftPath(), { body: { userId: world.admin.id, content } })
    expect(saved.status).toBe(200)
    const read = await call('get', draftPath(), of(world.admin.id))
    expect(read.body).toEqual({
      scenarioId: world.scenarioId,
      botId: world.botId,
      userId: world.admin.id,
      content,
      basedOn: 1,
      presentRevision: 1,
      savedAt: baton.clock.now().toISOString(),
    })
    const live = await call<Scenario>('get', `/scenarios/${world.scenarioId}`)
    expect(live.body).toMatchObject({ name: 'Wants a person', revision: 1 })
  })

  test('is limited in size alone', async () => {
    const content = { name: 'x'.repeat(200_001) }
    const refused = await call<Problem>('put', draftPath(), { body: { userId: world.admin.id, content } })
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'body.content' }] } })
  })

  test('is of one user: another has their own, and does not see it', async () => {
    const second = await makeUser(baton, world.workspaceId, 'admin')
    const body = (userId: string, name: string) => ({ body: { userId, content: { name } } })
    await call('put', draftPath(), body(world.admin.id, 'Of the first'))
    expect((await call('get', draftPath(), of(second.id))).status).toBe(404)
    await call('put', draftPath(), body(second.id, 'Of the second'))
    expect((await call('get', draftPath(), of(world.admin.id))).body.content).toEqual({
      name: 'Of the first',
    })
  })

  test('is refused to a user who may not manage bots', async () => {
    const refused = await call('put', draftPath(), { body: { userId: world.agent.id, content: {} } })
    expect(refused).toMatchObject({ status: 403 })
  })

  test('goes in the same step as its scenario is saved, and only then', async () => {
    const userId = world.admin.id
    await call('put', draftPath(), { body: { userId, content: { name: 'Typed' } } })
    const path = `/scenarios/${world.scenarioId}`
    const refused = await call('patch', path, { body: { userId, name: 'Typed', examplePhrases: ['one'] } })
    expect(refused.status).toBe(422)
    expect((await call('get', draftPath(), of(userId))).status).toBe(200)
    expect((await call('patch', path, { body: { userId, name: 'Typed' } })).status).toBe(200)
    expect((await call('get', draftPath(), of(userId))).status).toBe(404)
  })

  test('outlives what somebody else saved meanwhile, who is not overwritten silently', async () => {
    const userId = world.admin.id
    await call('put', draftPath(), { body: { userId, content: { name: 'Mine' } } })
    const path = `/scenarios/${world.scenarioId}`
    await call('patch', path, { body: { name: 'Theirs' } })
    const draft = (await call('get', draftPath(), of(userId))).body
    expect(draft).toMatchObject({ basedOn: 1, presentRevision: 2 })
    // Typing on does not forget with what one began.
    const typed = await call('put', draftPath(), { body: { userId, content: { name: 'Mine!' } } })
    expect(typed.body.basedOn).toBe(1)
    const headers = { 'if-match': `"${draft.basedOn}"` }
    const refused = await call<Problem>('patch', path, { headers, body: { userId, name: 'Mine!' } })
    expect(refused).toMatchObject({ status: 412, body: { current: { name: 'Theirs', revision: 2 } } })
    expect((await call('get', draftPath(), of(userId))).body.content).toEqual({ name: 'Mine!' })
  })

  test('is kept when its scenario is deleted, and can be saved as a new one', async () => {
    const userId = world.admin.id
    const content = { name: 'Typed' }
    await call('put', draftPath(), { body: { userId, content } })
    await call('delete', `/scenarios/${world.scenarioId}`)
    expect((await call('get', draftPath(), of(userId))).body).toMatchObject({
      content,
      presentRevision: null,
    })
    const body = { userId, draftId: world.scenarioId, kind: 'custom', name: 'Typed' }
    expect((await call<Scenario>('post', '/scenarios', { body })).body.id).toBe(world.scenarioId)
  })

  test('can be discarded', async () => {
    await call('put', draftPath(), { body: { userId: world.admin.id, content: {} } })
    expect((await call('delete', draftPath(), of(world.admin.id))).status).toBe(204)
    expect((await call('get', draftPath(), of(world.admin.id))).status).toBe(404)
    expect((await call('delete', draftPath(), of(world.admin.id))).status).toBe(404)
  })
})

describe('R9 the draft of a new scenario', () => {
  test('has the id that the scenario gets when it is saved', async () => {
    const userId = world.admin.id
    const begun = (await call('post', '/drafts', { body: { userId, content: { kind: 'custom' } } })).body
    expect(begun).toMatchObject({ basedOn: null, presentRevision: null })
    const path = `/scenarios/${begun.scenarioId}/draft`
    expect((await call('put', path, { body: { userId, content: { name: 'Ref' } } })).status).toBe(200)
    const body = { userId, draftId: begun.scenarioId, kind: 'custom', name: 'Refunds' }
    const made = await call<Scenario>('post', '/scenarios', { body })
    expect(made).toMatchObject({ status: 201, body: { id: begun.scenarioId, name: 'Refunds' } })
    expect((await call('get', path, of(userId))).status).toBe(404)
  })

  test('is listed with the others of the user, newest first', async () => {
    const userId = world.admin.id
    await call('put', draftPath(), { body: { userId, content: {} } })
    baton.clock.advance(1)
    const begun = (await call('post', '/drafts', { body: { userId, content: {} } })).body
    const { body } = await call<{ items: ScenarioDraft[] }>('get', '/drafts', of(userId))
    expect(body.items.map((draft) => draft.scenarioId)).toEqual([begun.scenarioId, world.scenarioId])
  })

  test('is refused beyond twenty', async () => {
    const body = { userId: world.admin.id, content: {} }
    for (const _ of upTo(20)) expect((await call('post', '/drafts', { body })).status).toBe(201)
    expect(await call('post', '/drafts', { body })).toMatchObject({
      status: 409,
      body: { code: 'too_many_drafts' },
    })
  })
})

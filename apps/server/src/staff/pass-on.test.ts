import type { UserWork } from '@baton/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCaller, makeKey } from '../../test/api-world.ts'
import { makeUser, makeWorld, type World } from '../../test/factories.ts'
import { conversationOf, rowsOf } from '../../test/rows.ts'
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

const call = (method: string, path: string, body?: object) =>
  createCaller(baton).call(method, `/v1${path}`, { token, ...(body ? { body } : {}) })

async function handedOver(contact: string): Promise<string> {
  const { conversationId } = await world.write('I want to talk to a human, please', { contact })
  await baton.drain()
  return conversationId
}

describe('R18 before a user is deactivated', () => {
  test('it is said what hangs on them', async () => {
    await handedOver('one')
    const other = await makeUser(baton, world.workspaceId)
    await call('post', '/teams', { name: 'Support', userIds: [world.agent.id, other.id] })
    await call('post', '/teams', { name: 'Alone', userIds: [world.agent.id] })
    const { body } = await call('get', `/users/${world.agent.id}/work`)
    expect(body as unknown as UserWork).toEqual({
      scenarios: [
        {
          botId: world.botId,
          scenarioId: world.scenarioId,
          name: 'Wants a person',
          enabled: true,
          as: 'assignee',
        },
      ],
      teams: [
        { id: expect.any(String), name: 'Alone', othersActive: 0 },
        { id: expect.any(String), name: 'Support', othersActive: 1 },
      ],
      openConversations: 1,
      waitingHandovers: 1,
      openTasks: 1,
    })
  })
})

describe('R16 the open conversations of a user who is deactivated', () => {
  test('go to nobody, and all admins are told', async () => {
    const id = await handedOver('one')
    const done = await handedOver('two')
    await call('post', `/conversations/${done}/resolve`, {})
    await call('patch', `/users/${world.agent.id}`, { active: false })
    await baton.drain()
    expect(await conversationOf(baton, world.workspaceId, id)).toMatchObject({
      assignee_id: null,
      waits_for: 'human',
    })
    // What is done stays theirs.
    expect((await conversationOf(baton, world.workspaceId, done)).assignee_id).toBe(world.agent.id)
    const told = (await rowsOf(baton, world.workspaceId, 'notification')).filter(
      (row) => row.about === 'passed_on',
    )
    expect(told.map((row) => [row.user_id, row.conversation_id])).toEqual([[world.admin.id, id]])
  })

  test('go to whom it is said, who is told', async () => {
    const id = await handedOver('one')
    const other = await makeUser(baton, world.workspaceId)
    const passOnTo = { type: 'user', userId: other.id }
    await call('patch', `/users/${world.agent.id}`, { active: false, passOnTo })
    await baton.drain()
    expect((await conversationOf(baton, world.workspaceId, id)).assignee_id).toBe(other.id)
    const told = (await rowsOf(baton, world.workspaceId, 'notification')).filter(
      (row) => row.user_id === other.id,
    )
    expect(told.map((row) => row.about)).toEqual(['assigned'])
  })

  test('go to nobody when whom it was said has gone too', async () => {
    const id = await handedOver('one')
    const other = await makeUser(baton, world.workspaceId)
    const passOnTo = { type: 'user', userId: other.id }
    await call('patch', `/users/${world.agent.id}`, { active: false, passOnTo })
    await call('patch', `/users/${other.id}`, { active: false })
    await baton.drain()
    expect((await conversationOf(baton, world.workspaceId, id)).assignee_id).toBeNull()
  })

  test('are not given to somebody who is not there', async () => {
    const refused = await call('patch', `/users/${world.agent.id}`, {
      active: false,
      passOnTo: { type: 'user', userId: world.botId },
    })
    expect(refused).toMatchObject({ status: 422, body: { code: 'unknown_user' } })
  })
})

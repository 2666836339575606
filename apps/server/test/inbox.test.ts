import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claim } from '../src/conversation/claim.ts'
import { listConversations } from '../src/conversation/queries.ts'
import { reportInbox } from '../src/conversation/report-inbox.ts'
import { snooze } from '../src/conversation/snooze.ts'
import { makeWorld, type World } from './factories.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

const request = 'I want to talk to a human, please'

async function write(world: World, contact: string, text: string): Promise<string> {
  const { conversationId } = await world.write(text, { contact })
  await baton.drain()
  return conversationId
}

describe('R21 the inbox', () => {
  test('counts each view as it lists it, for whoever asks', async () => {
    const world = await makeWorld(baton)
    const { agent, admin, workspaceId } = world
    const mine = await write(world, 'one', request)
    await write(world, 'two', request)
    await write(world, 'three', 'What are your hours?')
    const away = await write(world, 'four', 'Hello')
    await baton.work(workspaceId, (work) => claim(work, mine, agent.id))
    await baton.work(workspaceId, (work) => snooze(work, away, null, { minutes: 60 }))
    const [counts, others] = await baton.work(workspaceId, async (work) => [
      await reportInbox(work, agent.id),
      await reportInbox(work, admin.id),
    ])
    for (const [view, count] of [
      ['needs_human', counts?.needsHuman],
      ['mine', counts?.mine],
      ['unassigned', counts?.unassigned],
      ['with_bot', counts?.withBot],
      ['snoozed', counts?.snoozed],
    ] as const) {
      const listed = await baton.work(workspaceId, (work) =>
        listConversations(work, { view, userId: agent.id, limit: 50 }),
      )
      expect([view, count]).toEqual([view, listed.rows.length])
    }
    expect(counts).toMatchObject({ needsHuman: 2, mine: 2, snoozed: 1 })
    expect(others).toMatchObject({ needsHuman: 2, mine: 0 })
  })

  test('finds what anybody wrote, in any case, and takes signs as they are', async () => {
    const world = await makeWorld(baton)
    const parcel = await write(world, 'one', 'Where is my PARCEL?')
    const rebate = await write(world, 'two', 'Do I get 10% off?')
    const find = async (search: string) => {
      const { rows } = await baton.work(world.workspaceId, (work) =>
        listConversations(work, { view: 'all', search, limit: 50 }),
      )
      return rows.map(({ id }) => id)
    }
    expect(await find('my parcel')).toEqual([parcel])
    expect(await find('10%')).toEqual([rebate])
    expect(await find('%')).toEqual([rebate])
    expect(await find('_')).toEqual([])
  })
})

import { scenarioInput } from '@baton/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rescueStranded } from '../src/conversation/rescue-stranded.ts'
import { sendReply } from '../src/conversation/send-reply.ts'
import { snooze } from '../src/conversation/snooze.ts'
import { makeWorld, type World } from './factories.ts'
import { conversationOf, messagesOf, rowsOf } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

const nothing = { turn_queued: 0, given_to_people: 0, timer_set: 0, admins_told: 0 }

/** All jobs of a kind are gone, as if the database had been brought back without them. */
const loseJobs = () => sql`delete from pgboss.job`.execute(baton.app.db)

async function told(world: World, about: string) {
  return (await rowsOf(baton, world.workspaceId, 'notification')).filter((row) => row.about === about)
}

const lastOf = async (world: World, conversationId: string) =>
  (await messagesOf(baton, world.workspaceId, conversationId)).at(-1)

describe('R16 nobody waits for nothing', () => {
  test('a turn whose job is lost is queued again, once, and the bot answers', async () => {
    const world = await makeWorld(baton)
    const { conversationId } = await world.write('What are your hours?')
    await loseJobs()
    baton.clock.advance(1)
    expect(await rescueStranded(baton.app)).toEqual(nothing)
    baton.clock.advance(2)
    expect(await rescueStranded(baton.app)).toEqual({ ...nothing, turn_queued: 1 })
    expect(await rescueStranded(baton.app)).toEqual(nothing)
    await baton.drain()
    expect(await lastOf(world, conversationId)).toMatchObject({ author: 'bot' })
  })

  test('a bot that does not get its turn in ten minutes gives way to people, and admins are told', async () => {
    const world = await makeWorld(baton)
    const { conversationId } = await world.write('What are your hours?')
    baton.clock.advance(11)
    expect(await rescueStranded(baton.app)).toMatchObject({ given_to_people: 1 })
    const row = await conversationOf(baton, world.workspaceId, conversationId)
    expect(row).toMatchObject({ waits_for: 'human', bot_on: false })
    expect(await told(world, 'bot_silent')).toMatchObject([{ user_id: world.admin.id }])
    // Should its turn come after all before a person does, its answer is better than none.
    await baton.drain()
    expect(await lastOf(world, conversationId)).toMatchObject({ author: 'bot' })
    expect(await rescueStranded(baton.app)).toEqual(nothing)
  })

  test('an outside bot that was asked and says nothing has a quarter of an hour', async () => {
    const world = await makeWorld(baton, { bot: { brain: { kind: 'external' } } })
    await world.write('What are your hours?')
    await baton.drain()
    baton.clock.advance(14)
    expect(await rescueStranded(baton.app)).toEqual(nothing)
    baton.clock.advance(2)
    expect(await rescueStranded(baton.app)).toMatchObject({ given_to_people: 1 })
    expect(await told(world, 'bot_silent')).toHaveLength(1)
  })

  test('a wake whose timer is lost comes all the same', async () => {
    const world = await makeWorld(baton, {
      scenario: { reactivateAfter: { minutes: 30, countFrom: 'last_user_message' } },
    })
    const { conversationId } = await world.write('I want to talk to a human')
    await baton.drain()
    await baton.work(world.workspaceId, (work) =>
      sendReply(work, conversationId, world.agent.id, 'I am here.'),
    )
    await loseJobs()
    baton.clock.advance(31)
    expect(await rescueStranded(baton.app)).toEqual(nothing)
    baton.clock.advance(2)
    expect(await rescueStranded(baton.app)).toEqual({ ...nothing, timer_set: 1 })
    await baton.drain()
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      bot_status: 'awake',
    })
  })

  test('so do a target and a snooze', async () => {
    const { responseTarget } = scenarioInput.shape
    const target = responseTarget.parse({ minutes: 5 })
    const world = await makeWorld(baton, { scenario: { responseTarget: target } })
    await world.write('I want to talk to a human')
    const other = await world.write('Hello', { contact: 'visitor-2' })
    await baton.drain()
    await baton.work(world.workspaceId, (work) =>
      snooze(work, other.conversationId, world.agent.id, { minutes: 5 }),
    )
    await loseJobs()
    baton.clock.advance(8)
    expect(await rescueStranded(baton.app)).toMatchObject({ timer_set: 2 })
    await baton.drain()
    expect(await told(world, 'target_missed')).not.toEqual([])
    expect(await conversationOf(baton, world.workspaceId, other.conversationId)).toMatchObject({
      status: 'open',
    })
  })

  test('who waits for a person of whom nobody was told: admins are, once for each wait', async () => {
    const world = await makeWorld(baton, { bot: { mode: 'off' } })
    const { conversationId } = await world.write('Is anybody there?')
    baton.clock.advance(6)
    expect(await rescueStranded(baton.app)).toMatchObject({ admins_told: 1 })
    expect(await rescueStranded(baton.app)).toEqual(nothing)
    expect(await told(world, 'unanswered')).toMatchObject([
      { user_id: world.admin.id, conversation_id: conversationId },
    ])
  })

  test('the figures say who waits and who was helped on', async () => {
    const lines = await baton.app.metrics()
    expect(lines.join('\n')).toMatch(/baton_contacts_waiting\{for="human"\} [1-9]/)
    expect(lines.join('\n')).toMatch(/baton_rescued_total\{how="given_to_people"\} 2/)
  })
})

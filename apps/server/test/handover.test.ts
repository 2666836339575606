import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claim } from '../src/conversation/claim.ts'
import { handBack } from '../src/conversation/hand-back.ts'
import { findConversation, listMessages } from '../src/conversation/queries.ts'
import { sendReply } from '../src/conversation/send-reply.ts'
import { makeWorld, type World } from './factories.ts'
import { rowsOf } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

const request = 'I want to talk to a human, please'

function conversation(world: World, id: string) {
  return baton.work(world.workspaceId, (work) => findConversation(work, id))
}

async function texts(world: World, id: string) {
  const { rows } = await baton.work(world.workspaceId, (work) => listMessages(work, id, { limit: 100 }))
  return rows.map((row) => `${row.author}${row.kind === 'message' ? '' : ` ${row.kind}`}: ${row.text}`)
}

function count(world: World, table: 'handover' | 'task' | 'contact_tag' | 'notification') {
  return baton.work(world.workspaceId, async ({ db }) => {
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('workspace_id', '=', world.workspaceId)
      .execute()
    return rows.length
  })
}

describe('R11 a handover is one thing', () => {
  test('assigns, says the last word, silences the bot, makes the task, tags, tells, and records each step', async () => {
    const world = await makeWorld(baton)
    await world.write('What are your hours?')
    await baton.drain()
    const { conversationId } = await world.write(request)
    await baton.drain()

    expect(await texts(world, conversationId)).toEqual([
      'contact: What are your hours?',
      'bot: We are open from 9 to 5.',
      `contact: ${request}`,
      'bot final: Thank you! Someone from the team will get back to you.',
    ])
    const row = await conversation(world, conversationId)
    expect(row).toMatchObject({
      bot_status: 'asleep',
      sleep_cause: 'handover',
      assignee_id: world.agent.id,
      waits_for: 'human',
    })
    const [handover] = await baton.work(world.workspaceId, ({ db }) =>
      db.selectFrom('handover').selectAll().where('workspace_id', '=', world.workspaceId).execute(),
    )
    expect(handover?.steps.map((step) => [step.step, step.status])).toEqual([
      ['final_message', 'done'],
      ['pause_bot', 'done'],
      ['assign', 'done'],
      ['task', 'done'],
      ['tags', 'done'],
      ['notify', 'done'],
    ])
    expect(handover?.brief).toMatchObject({
      firstAsked: 'What are your hours?',
      lastAsked: request,
      botAnswered: ['We are open from 9 to 5.'],
    })
    expect(handover?.evidence[0]).toMatchObject({ seq: 3, speaks: 'for' })
    expect(await count(world, 'task')).toBe(1)
    expect(await count(world, 'contact_tag')).toBe(1)
    expect(await count(world, 'notification')).toBe(1)
  })

  test('R12 says nothing more while the bot sleeps, and R14 makes no second handover', async () => {
    const world = await makeWorld(baton)
    const { conversationId } = await world.write(request)
    await baton.drain()
    await world.write('What are your hours?')
    await world.write(request)
    await baton.drain()

    expect((await texts(world, conversationId)).filter((text) => text.startsWith('bot'))).toHaveLength(1)
    expect(await count(world, 'handover')).toBe(1)
    // The first notification, the contact's new message, and one reminder for asking again.
    const told = (await rowsOf(baton, world.workspaceId, 'notification')).map((row) => row.about)
    expect(told.sort()).toEqual(['asked_again', 'handover', 'new_message'])
  })

  test('a burst gets one turn', async () => {
    const world = await makeWorld(baton)
    const { conversationId } = await world.write('Hello')
    await world.write('What are')
    await world.write('your hours?')
    await baton.drain()
    expect((await texts(world, conversationId)).filter((text) => text.startsWith('bot'))).toEqual([
      'bot: We are open from 9 to 5.',
    ])
  })

  test('the first scenario in the list wins when several fire', async () => {
    const world = await makeWorld(baton, { scenario: { name: 'First' } })
    const { conversationId } = await world.write(request)
    await baton.drain()
    const row = await conversation(world, conversationId)
    expect(row?.open_handover?.scenarioId).toBe(world.scenarioId)
  })
})

describe('R13 a person takes part', () => {
  test('claims, answers and hands back; what was written meanwhile is answered by the bot', async () => {
    const world = await makeWorld(baton)
    const { conversationId } = await world.write(request)
    await baton.drain()
    await baton.work(world.workspaceId, (work) => claim(work, conversationId, world.agent.id))
    await baton.work(world.workspaceId, (work) =>
      sendReply(work, conversationId, world.agent.id, 'Hello, how can I help?'),
    )
    await world.write('What are your hours?')
    await baton.drain()
    expect((await conversation(world, conversationId))?.waits_for).toBe('human')

    await baton.work(world.workspaceId, (work) => handBack(work, conversationId, world.agent.id))
    await baton.drain()
    expect((await texts(world, conversationId)).at(-1)).toBe('bot: We are open from 9 to 5.')
    expect(await conversation(world, conversationId)).toMatchObject({
      bot_status: 'awake',
      open_handover: null,
      waits_for: 'nobody',
    })
  })

  test('R3 a reply by hand puts the bot to sleep', async () => {
    const world = await makeWorld(baton)
    const { conversationId } = await world.write('Hello')
    await baton.work(world.workspaceId, (work) =>
      sendReply(work, conversationId, world.agent.id, 'Hi, Agent here.'),
    )
    await baton.drain()
    expect(await texts(world, conversationId)).toEqual(['contact: Hello', 'user: Hi, Agent here.'])
    expect(await conversation(world, conversationId)).toMatchObject({ sleep_cause: 'user_message' })
  })
})

describe('R15 the bot comes back', () => {
  test('after its time, once, and not early', async () => {
    baton.clock.set('2026-03-02T10:00:00Z')
    const world = await makeWorld(baton, {
      scenario: { reactivateAfter: { minutes: 30, countFrom: 'last_user_message' } },
    })
    const { conversationId } = await world.write(request)
    await baton.drain()
    baton.clock.advance(20)
    await baton.work(world.workspaceId, (work) => sendReply(work, conversationId, world.agent.id, 'On it.'))
    baton.clock.advance(29)
    await baton.drain()
    expect((await conversation(world, conversationId))?.bot_status).toBe('asleep')
    baton.clock.advance(1)
    await baton.drain()
    expect(await conversation(world, conversationId)).toMatchObject({
      bot_status: 'awake',
      open_handover: null,
    })
  })
})

describe('R16 nobody is left unanswered', () => {
  test('a handover that nobody can take stands in the queue and all admins are told', async () => {
    const world = await makeWorld(baton)
    await baton.work(world.workspaceId, ({ db }) =>
      db
        .updateTable('staff_user')
        .set({ availability: 'away' })
        .where('workspace_id', '=', world.workspaceId)
        .where('id', '=', world.agent.id)
        .execute(),
    )
    const { conversationId } = await world.write(request)
    await baton.drain()
    expect(await conversation(world, conversationId)).toMatchObject({ assignee_id: null, waits_for: 'human' })
    const told = await baton.work(world.workspaceId, ({ db }) =>
      db.selectFrom('notification').select('user_id').where('workspace_id', '=', world.workspaceId).execute(),
    )
    expect(told).toEqual([{ user_id: world.admin.id }])
  })

  test('an answer that says it has none becomes a handover', async () => {
    const world = await makeWorld(baton, {
      bot: { brain: { kind: 'scripted', answers: [], otherwise: null } },
      scenario: { kind: 'lack_of_information', name: 'Does not know', examplePhrases: [] },
    })
    const { conversationId } = await world.write('Do you ship to the moon?')
    await baton.drain()
    expect(await conversation(world, conversationId)).toMatchObject({
      sleep_cause: 'handover',
      waits_for: 'human',
    })
  })
})

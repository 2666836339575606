import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { handBack } from '../src/conversation/hand-back.ts'
import { sendReply } from '../src/conversation/send-reply.ts'
import { sleep } from '../src/conversation/sleep.ts'
import { snooze } from '../src/conversation/snooze.ts'
import { takeOver } from '../src/conversation/take-over.ts'
import { wake } from '../src/conversation/wake.ts'
import { runControlTimer } from '../src/handover/run-control-timer.ts'
import { updateScenario } from '../src/scenario/save-scenario.ts'
import { setAvailability } from '../src/staff/save-user.ts'
import { makeUser, makeWorld, type World } from './factories.ts'
import { conversationOf, messagesOf, rowsOf, takeJobs, upTo } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())
beforeEach(() => baton.clock.set('2026-03-02T10:00:00Z'))

const request = 'I want to talk to a human, please'

async function handedOver(world: World, contact = 'visitor-1'): Promise<string> {
  const { conversationId } = await world.write(request, { contact })
  await baton.drain()
  return conversationId
}

/** Lets so many minutes go by and runs what came due. */
async function pass(minutes: number): Promise<void> {
  baton.clock.advance(minutes)
  await baton.drain()
}

async function botIs(world: World, conversationId: string) {
  return (await conversationOf(baton, world.workspaceId, conversationId)).bot_status
}

async function told(world: World, about: string) {
  return (await rowsOf(baton, world.workspaceId, 'notification')).filter((row) => row.about === about)
}

function within15(then: 'remind' | 'fallback') {
  return { minutes: 15, then }
}

function waking(minutes: number, countFrom: 'handover' | 'last_user_message') {
  return { scenario: { reactivateAfter: { minutes, countFrom } } }
}

describe('I5 R15 the bot comes back', () => {
  test('R14 warns whoever has it five minutes before, once, where the contact has no answer yet', async () => {
    const world = await makeWorld(baton, waking(30, 'handover'))
    await handedOver(world)
    await pass(24)
    expect(await told(world, 'wakes_soon')).toEqual([])
    await pass(1)
    expect(await told(world, 'wakes_soon')).toMatchObject([{ user_id: world.agent.id }])
    await pass(4)
    expect(await told(world, 'wakes_soon')).toHaveLength(1)
  })

  test('warns nobody who has answered, and of a wake that was put off only when that comes', async () => {
    const world = await makeWorld(baton, waking(30, 'handover'))
    const answered = await handedOver(world, 'visitor-1')
    const putOff = await handedOver(world, 'visitor-2')
    await baton.work(world.workspaceId, async (work) => {
      await sendReply(work, answered, world.agent.id, 'I am here.')
      await sleep(work, putOff, world.agent.id, { minutes: 60 })
    })
    await pass(26)
    expect(await told(world, 'wakes_soon')).toEqual([])
    await pass(30)
    expect(await told(world, 'wakes_soon')).toMatchObject([{ conversation_id: putOff }])
  })

  test('not a second early, and then', async () => {
    const world = await makeWorld(baton, waking(30, 'handover'))
    const conversationId = await handedOver(world)
    baton.clock.set('2026-03-02T10:29:59.999Z')
    await baton.drain()
    expect(await botIs(world, conversationId)).toBe('asleep')
    baton.clock.set('2026-03-02T10:30:00Z')
    await baton.drain()
    expect(await botIs(world, conversationId)).toBe('awake')
  })

  test('not early when its job runs early, and once when its job runs ten times at once', async () => {
    const world = await makeWorld(baton, waking(30, 'handover'))
    const conversationId = await handedOver(world)
    const asleep = await conversationOf(baton, world.workspaceId, conversationId)
    const timer = (await takeJobs(baton, world.workspaceId, 'control_timer')).find(
      (job) => job.timer === 'wake',
    )
    if (!timer) throw new Error('There is no timer.')
    baton.clock.advance(29)
    await runControlTimer(baton.app, timer)
    expect(await botIs(world, conversationId)).toBe('asleep')

    baton.clock.advance(1)
    await Promise.all(upTo(10).map(() => runControlTimer(baton.app, timer)))
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      bot_status: 'awake',
      epoch: asleep.epoch + 1,
    })
    expect(await told(world, 'woken_unclaimed')).toHaveLength(1)
  })

  test('not when a person took over: the timer that ran is void', async () => {
    const world = await makeWorld(baton, waking(30, 'handover'))
    const conversationId = await handedOver(world)
    await baton.work(world.workspaceId, (work) => takeOver(work, conversationId, world.agent.id))
    await pass(31)
    await pass(60 * 24)
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      bot_status: 'asleep',
      sleep_cause: 'take_over',
      wakes_at: null,
    })
  })

  test('later when a user replies and the time counts from the last user message', async () => {
    const world = await makeWorld(baton, waking(30, 'last_user_message'))
    const conversationId = await handedOver(world)
    for (const _ of upTo(3)) {
      await pass(20)
      await baton.work(world.workspaceId, (work) => sendReply(work, conversationId, world.agent.id, 'On it.'))
    }
    await pass(29)
    expect(await botIs(world, conversationId)).toBe('asleep')
    await pass(1)
    expect(await botIs(world, conversationId)).toBe('awake')
  })

  test('no later for a reply when the time counts from the handover', async () => {
    const world = await makeWorld(baton, waking(30, 'handover'))
    const conversationId = await handedOver(world)
    await pass(20)
    await baton.work(world.workspaceId, (work) => sendReply(work, conversationId, world.agent.id, 'On it.'))
    await pass(10)
    expect(await botIs(world, conversationId)).toBe('awake')
  })

  test('no later for a message of the contact, whose words it then answers', async () => {
    const world = await makeWorld(baton, waking(30, 'last_user_message'))
    const conversationId = await handedOver(world)
    await baton.work(world.workspaceId, (work) => sendReply(work, conversationId, world.agent.id, 'On it.'))
    await pass(25)
    await world.write('What are your hours?')
    await pass(5)
    const messages = await messagesOf(baton, world.workspaceId, conversationId)
    expect(messages.at(-1)).toMatchObject({ author: 'bot', text: 'We are open from 9 to 5.' })
    expect(await rowsOf(baton, world.workspaceId, 'handover')).toHaveLength(1)
  })

  test('and an old timer does not wake it out of a later sleep', async () => {
    const world = await makeWorld(baton, waking(30, 'handover'))
    const conversationId = await handedOver(world)
    await baton.work(world.workspaceId, (work) => handBack(work, conversationId, world.agent.id))
    await pass(10)
    await handedOver(world)
    await pass(20)
    expect(await botIs(world, conversationId)).toBe('asleep')
    await pass(10)
    expect(await botIs(world, conversationId)).toBe('awake')
  })

  test('while nobody has come the handover keeps standing, and the assignee is told', async () => {
    const world = await makeWorld(baton, waking(30, 'handover'))
    const conversationId = await handedOver(world)
    await pass(30)
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      bot_status: 'awake',
      waits_for: 'human',
      open_handover: { status: 'waiting' },
    })
    expect((await told(world, 'woken_unclaimed')).map((row) => row.user_id)).toEqual([world.agent.id])
  })

  test('from a sleep that a person set, at its time', async () => {
    const world = await makeWorld(baton)
    const { conversationId } = await world.write('Hello')
    await baton.drain()
    await baton.work(world.workspaceId, (work) =>
      sleep(work, conversationId, world.agent.id, { minutes: 60 }),
    )
    await pass(59)
    expect(await botIs(world, conversationId)).toBe('asleep')
    await pass(1)
    expect(await botIs(world, conversationId)).toBe('awake')
  })
})

describe('over a change of the clocks in Europe/Berlin', () => {
  const weekday = [{ from: '09:00', to: '17:00' }]
  async function worldWithHours() {
    const world = await makeWorld(baton, waking(30, 'handover'))
    await baton.work(world.workspaceId, (work) =>
      setAvailability(work, world.agent.id, {
        availability: 'available',
        hours: { timeZone: 'Europe/Berlin', days: [weekday, weekday, weekday, weekday, weekday, [], []] },
      }),
    )
    return world
  }
  async function assigneeAt(world: World, at: string): Promise<string | null> {
    baton.clock.set(at)
    const conversationId = await handedOver(world, at)
    return (await conversationOf(baton, world.workspaceId, conversationId)).assignee_id
  }

  // Summer time begins on Sunday 2026-03-29 at 01:00 UTC and ends on Sunday 2026-10-25 at 01:00 UTC.
  test('R16 weekly hours are those of the wall clock on both sides of spring', async () => {
    const world = await worldWithHours()
    expect(await assigneeAt(world, '2026-03-27T07:59:00Z')).toBe(null)
    expect(await assigneeAt(world, '2026-03-27T08:00:00Z')).toBe(world.agent.id)
    expect(await assigneeAt(world, '2026-03-27T15:59:00Z')).toBe(world.agent.id)
    expect(await assigneeAt(world, '2026-03-27T16:00:00Z')).toBe(null)
    expect(await assigneeAt(world, '2026-03-29T10:00:00Z')).toBe(null)
    expect(await assigneeAt(world, '2026-03-30T06:59:00Z')).toBe(null)
    expect(await assigneeAt(world, '2026-03-30T07:00:00Z')).toBe(world.agent.id)
    expect(await assigneeAt(world, '2026-03-30T15:00:00Z')).toBe(null)
  })

  test('R16 and of autumn', async () => {
    const world = await worldWithHours()
    expect(await assigneeAt(world, '2026-10-23T07:00:00Z')).toBe(world.agent.id)
    expect(await assigneeAt(world, '2026-10-26T07:59:00Z')).toBe(null)
    expect(await assigneeAt(world, '2026-10-26T08:00:00Z')).toBe(world.agent.id)
  })

  test('R15 minutes are minutes that went by, in the hour that is skipped and in the one that comes twice', async () => {
    for (const start of ['2026-03-29T00:45:00Z', '2026-10-25T00:45:00Z', '2026-10-25T00:15:00Z']) {
      baton.clock.set(start)
      const world = await makeWorld(baton, waking(30, 'handover'))
      const conversationId = await handedOver(world)
      await pass(29)
      expect(await botIs(world, conversationId)).toBe('asleep')
      await pass(1)
      expect(await botIs(world, conversationId)).toBe('awake')
    }
  })
})

describe('R7 R16 a handover that nobody answers in time', () => {
  test('is brought to mind of whoever has it, once', async () => {
    const world = await makeWorld(baton, { scenario: { responseTarget: within15('remind') } })
    const conversationId = await handedOver(world)
    const [timer] = await takeJobs(baton, world.workspaceId, 'control_timer')
    if (!timer) throw new Error('There is no timer.')
    baton.clock.advance(14)
    await runControlTimer(baton.app, timer)
    expect(await told(world, 'target_missed')).toHaveLength(0)
    baton.clock.advance(1)
    await Promise.all(upTo(5).map(() => runControlTimer(baton.app, timer)))
    expect((await told(world, 'target_missed')).map((row) => row.user_id)).toEqual([world.agent.id])
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      assignee_id: world.agent.id,
    })
  })

  test('goes to the fallback, who is told, once', async () => {
    const world = await makeWorld(baton)
    const second = await makeUser(baton, world.workspaceId)
    await changeScenario(world, {
      responseTarget: within15('fallback'),
      ifUnavailable: { type: 'user', userId: second.id },
    })
    const conversationId = await handedOver(world)
    await pass(15)
    await pass(15)
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      assignee_id: second.id,
    })
    expect((await told(world, 'target_missed')).map((row) => row.user_id)).toEqual([second.id])
    expect(await rowsOf(baton, world.workspaceId, 'handover')).toMatchObject([{ user_id: second.id }])
  })

  test('stays where it is when a person had claimed it before', async () => {
    const world = await makeWorld(baton, { scenario: { responseTarget: within15('remind') } })
    const conversationId = await handedOver(world)
    await baton.work(world.workspaceId, (work) => takeOver(work, conversationId, world.agent.id))
    await pass(16)
    expect(await told(world, 'target_missed')).toHaveLength(0)
  })
})

describe('R22 a conversation that is snoozed', () => {
  test('comes back on time and not before', async () => {
    const world = await makeWorld(baton)
    const { conversationId } = await world.write('Hello')
    await baton.drain()
    await baton.work(world.workspaceId, (work) =>
      snooze(work, conversationId, world.agent.id, { minutes: 60 }),
    )
    await pass(59)
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      status: 'snoozed',
    })
    await pass(1)
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      status: 'open',
      snoozed_until: null,
    })
  })

  test('comes back when the contact writes, and its timer does not disturb a later snooze', async () => {
    const world = await makeWorld(baton)
    const { conversationId } = await world.write('Hello')
    await baton.drain()
    await baton.work(world.workspaceId, (work) =>
      snooze(work, conversationId, world.agent.id, { minutes: 60 }),
    )
    await pass(30)
    await world.write('What are your hours?')
    await baton.drain()
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({ status: 'open' })
    await baton.work(world.workspaceId, (work) =>
      snooze(work, conversationId, world.agent.id, { minutes: 60 }),
    )
    await pass(31)
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      status: 'snoozed',
    })
    await pass(29)
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({ status: 'open' })
  })
})

describe('what is counted', () => {
  test('R14 who asks again reminds the assignee, but not more often than every ten minutes', async () => {
    const world = await makeWorld(baton)
    await handedOver(world)
    const askAgain = async () => {
      await world.write(request)
      await baton.drain()
      return (await told(world, 'asked_again')).length
    }
    expect(await askAgain()).toBe(1)
    await pass(9)
    expect(await askAgain()).toBe(1)
    await pass(1)
    expect(await askAgain()).toBe(2)
    expect(await rowsOf(baton, world.workspaceId, 'handover')).toHaveLength(1)
  })

  test('R3 a bot that has used up its messages hands over, and says so', async () => {
    const world = await makeWorld(baton, { bot: { messageCap: 2 } })
    for (const _ of upTo(3)) {
      await world.write('What are your hours?')
      await baton.drain()
    }
    const [conversation] = await rowsOf(baton, world.workspaceId, 'conversation')
    expect(conversation).toMatchObject({
      bot_status: 'asleep',
      sleep_cause: 'message_cap',
      waits_for: 'human',
    })
    expect(await rowsOf(baton, world.workspaceId, 'handover')).toMatchObject([{ cause: 'message_cap' }])
    const messages = await messagesOf(baton, world.workspaceId, conversation?.id ?? '')
    expect(messages.filter((row) => row.author === 'bot').map((row) => row.kind)).toEqual([
      'message',
      'message',
      'final',
    ])
  })

  test('R17 a contact who writes STOP hears nothing more of the bot until a person wakes it', async () => {
    const world = await makeWorld(baton)
    const { conversationId } = await world.write('STOP')
    await baton.drain()
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      bot_status: 'asleep',
      sleep_cause: 'opt_out',
      waits_for: 'nobody',
    })
    await world.write('What are your hours?')
    await pass(60 * 24 * 30)
    const messages = await messagesOf(baton, world.workspaceId, conversationId)
    expect(messages.filter((row) => row.author === 'bot')).toHaveLength(0)
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      waits_for: 'human',
    })

    await baton.work(world.workspaceId, (work) => wake(work, conversationId, world.agent.id))
    await baton.drain()
    expect((await messagesOf(baton, world.workspaceId, conversationId)).at(-1)).toMatchObject({
      author: 'bot',
    })
  })
})

async function changeScenario(world: World, patch: Parameters<typeof updateScenario>[3]) {
  await baton.work(world.workspaceId, (work) =>
    updateScenario(work, world.botId, world.scenarioId, patch, null),
  )
}

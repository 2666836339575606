import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { takeTurn } from '../src/bot/take-turn.ts'
import { claim } from '../src/conversation/claim.ts'
import { handBack } from '../src/conversation/hand-back.ts'
import { postBotReply } from '../src/conversation/post-bot-reply.ts'
import { takeOver } from '../src/conversation/take-over.ts'
import { createContext } from '../src/create-context.ts'
import { runWorker } from '../src/job/run-worker.ts'
import { listScenarios } from '../src/scenario/queries.ts'
import { createScenario, mostScenarios, updateScenario } from '../src/scenario/save-scenario.ts'
import { createTeam } from '../src/staff/save-team.ts'
import { makeUser, makeWorld, scenarioOf, type World } from './factories.ts'
import { conversationOf, messagesOf, rowsOf, takeJobs, upTo } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
  // All connections stand before the first race: who must wait for one does not race.
  await Promise.all(upTo(12).map(() => baton.app.pool.query('select 1')))
})
afterAll(() => baton.close())

const request = 'I want to talk to a human, please'

describe('messages that arrive at once', () => {
  test('I6 the same message sent 50 times is stored once, and each time answered with where it stands', async () => {
    const world = await makeWorld(baton)
    const received = await Promise.all(upTo(50).map(() => world.write('Hello', { externalId: 'm-1' })))

    expect(received.filter((answer) => !answer.duplicate)).toHaveLength(1)
    expect(
      new Set(received.map(({ conversationId, messageId, seq }) => `${conversationId} ${messageId} ${seq}`))
        .size,
    ).toBe(1)
    expect(await rowsOf(baton, world.workspaceId, 'message')).toHaveLength(1)
    expect(await takeJobs(baton, world.workspaceId, 'bot_turn')).toHaveLength(1)
  })

  test('I6 fifty first messages of one new contact make one contact and one conversation, in order without a gap', async () => {
    const world = await makeWorld(baton)
    const received = await Promise.all(
      upTo(50).map((n) => world.write(`Hello ${n}`, { contact: 'new', externalId: `m-${n}` })),
    )

    expect(new Set(received.map((answer) => answer.conversationId)).size).toBe(1)
    expect(await rowsOf(baton, world.workspaceId, 'contact')).toHaveLength(1)
    expect(await rowsOf(baton, world.workspaceId, 'contact_identity')).toHaveLength(1)
    expect(await rowsOf(baton, world.workspaceId, 'conversation')).toHaveLength(1)
    expect(received.map((answer) => answer.seq).sort((a, b) => a - b)).toEqual(upTo(50))
    const stored = await messagesOf(baton, world.workspaceId, received[0]?.conversationId ?? '')
    expect(stored.map((message) => message.seq)).toEqual(upTo(50))
  })

  test('I6 two channels may use the same external ids', async () => {
    const [one, other] = [await makeWorld(baton), await makeWorld(baton)]
    const received = await Promise.all(
      [one, other].map((world) => world.write('Hello', { externalId: 'm-1' })),
    )
    expect(received.map((answer) => answer.duplicate)).toEqual([false, false])
  })
})

describe('handovers that begin at once', () => {
  test('R16 forty at once on a team of four are ten for each', async () => {
    const world = await makeWorld(baton)
    const users = await Promise.all(upTo(4).map(() => makeUser(baton, world.workspaceId)))
    const team = await baton.work(world.workspaceId, (work) =>
      createTeam(work, { name: 'Support', userIds: users.map((user) => user.id) }),
    )
    await baton.work(world.workspaceId, (work) =>
      updateScenario(
        work,
        world.botId,
        world.scenarioId,
        { assignTo: { type: 'team', teamId: team.id } },
        null,
      ),
    )
    await Promise.all(upTo(40).map((n) => world.write(request, { contact: `visitor-${n}` })))
    const turns = await takeJobs(baton, world.workspaceId, 'bot_turn')
    await Promise.all(turns.map((turn) => takeTurn(baton.app, turn)))

    const handovers = await rowsOf(baton, world.workspaceId, 'handover')
    const each = users.map((user) => handovers.filter((handover) => handover.user_id === user.id).length)
    expect(each).toEqual([10, 10, 10, 10])
  })

  test('R16 in turn: forty at once on a team of four are ten for each', async () => {
    const world = await makeWorld(baton)
    const users = await Promise.all(upTo(4).map(() => makeUser(baton, world.workspaceId)))
    const team = await baton.work(world.workspaceId, (work) =>
      createTeam(work, { name: 'Turns', userIds: users.map((user) => user.id), sharing: 'round_robin' }),
    )
    await baton.work(world.workspaceId, (work) =>
      updateScenario(
        work,
        world.botId,
        world.scenarioId,
        { assignTo: { type: 'team', teamId: team.id } },
        null,
      ),
    )
    await Promise.all(upTo(40).map((n) => world.write(request, { contact: `visitor-${n}` })))
    const turns = await takeJobs(baton, world.workspaceId, 'bot_turn')
    await Promise.all(turns.map((turn) => takeTurn(baton.app, turn)))

    const handovers = await rowsOf(baton, world.workspaceId, 'handover')
    const each = users.map((user) => handovers.filter((handover) => handover.user_id === user.id).length)
    expect(each).toEqual([10, 10, 10, 10])
  })

  test('R13 of ten people who claim a handover at once one has it, and the others are told so', async () => {
    const world = await makeWorld(baton)
    const users = await Promise.all(upTo(10).map(() => makeUser(baton, world.workspaceId)))
    const { conversationId } = await world.write(request)
    await baton.drain()
    const results = await Promise.allSettled(
      users.map((user) => baton.work(world.workspaceId, (work) => claim(work, conversationId, user.id))),
    )

    const winner = users[results.findIndex((result) => result.status === 'fulfilled')]
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(9)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'already_claimed' })
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      assignee_id: winner?.id,
    })
    const [handover] = await rowsOf(baton, world.workspaceId, 'handover')
    expect(handover).toMatchObject({ status: 'claimed', claimed_by: winner?.id })
  })

  test('R13 a hand-back pressed ten times at once wakes the bot once', async () => {
    const world = await makeWorld(baton)
    const { conversationId } = await world.write(request)
    await baton.drain()
    const before = await conversationOf(baton, world.workspaceId, conversationId)
    const results = await Promise.allSettled(
      upTo(10).map(() =>
        baton.work(world.workspaceId, (work) => handBack(work, conversationId, world.agent.id)),
      ),
    )

    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const after = await conversationOf(baton, world.workspaceId, conversationId)
    expect(after).toMatchObject({ epoch: before.epoch + 1, bot_status: 'awake' })
  })
})

describe('R6 a bot has six scenarios at most', () => {
  test('also when twenty people add one at the same moment', async () => {
    const world = await makeWorld(baton)
    const add = (name: string) =>
      baton.work(world.workspaceId, (work) => createScenario(work, world.botId, scenarioOf({ name })))
    const present = await baton.work(world.workspaceId, (work) => listScenarios(work, world.botId))
    for (const n of upTo(mostScenarios - 1 - present.length)) await add(`Earlier ${n}`)
    const results = await Promise.allSettled(upTo(20).map((n) => add(`Sixth or seventh ${n}`)))

    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(19)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'too_many_scenarios' })
    const kept = await baton.work(world.workspaceId, (work) => listScenarios(work, world.botId))
    expect(kept.map((scenario) => scenario.position)).toEqual([0, 1, 2, 3, 4, 5])
  })
})

describe('two hundred trigger messages in one conversation at once', () => {
  async function expectOneHandover(test: TestApp, world: World) {
    const [conversation] = await rowsOf(test, world.workspaceId, 'conversation')
    const messages = await messagesOf(test, world.workspaceId, conversation?.id ?? '')
    const fromContact = messages.filter((message) => message.author === 'contact')
    expect(fromContact).toHaveLength(200)
    expect(new Set(fromContact.map((message) => message.external_id)).size).toBe(200)
    expect(messages.map((message) => message.seq)).toEqual(upTo(201))
    expect(messages.filter((message) => message.author === 'bot').map((message) => message.kind)).toEqual([
      'final',
    ])
    expect(await rowsOf(test, world.workspaceId, 'handover')).toHaveLength(1)
    expect(await rowsOf(test, world.workspaceId, 'task')).toHaveLength(1)
    const tags = await rowsOf(test, world.workspaceId, 'contact_tag')
    expect(tags.map((row) => row.tag)).toEqual(['human_handover'])
    const told = await rowsOf(test, world.workspaceId, 'notification')
    expect(told.filter((row) => row.about === 'handover')).toHaveLength(1)
    const began = await rowsOf(test, world.workspaceId, 'event')
    expect(began.filter((event) => event.type === 'handover.began')).toHaveLength(1)
    expect(conversation).toMatchObject({ bot_status: 'asleep', sleep_cause: 'handover', last_seq: 201 })
  }

  test('I2 R11 make one handover, while four workers drain the queues meanwhile', async () => {
    const world = await makeWorld(baton)
    let writing = true
    const workers = upTo(4).map(async () => {
      while (writing) await baton.drain()
    })
    await Promise.all(upTo(200).map((n) => world.write(request, { externalId: `m-${n}` })))
    writing = false
    await Promise.all(workers)
    await baton.drain()
    await expectOneHandover(baton, world)
  })

  test('I2 R11 make one handover, when all their turns are taken at the same moment', async () => {
    const world = await makeWorld(baton)
    await Promise.all(upTo(200).map((n) => world.write(request, { externalId: `m-${n}` })))
    const turns = await takeJobs(baton, world.workspaceId, 'bot_turn')
    expect(turns).toHaveLength(200)
    const newest = turns.find((turn) => turn.seq === 200)
    // The newest message's job does the work, and here it comes ten times.
    await Promise.all(
      [...turns, ...upTo(9).flatMap(() => newest ?? [])].map((turn) => takeTurn(baton.app, turn)),
    )
    await expectOneHandover(baton, world)
  })

  test('I2 R11 make one handover with the workers of two servers', async () => {
    const server = await createTestApp()
    const second = createContext({ ...server.app, databaseUrl: server.databaseUrl })
    try {
      await second.jobs.start()
      await Promise.all([server.app.signals.start(), second.signals.start()])
      const workers = [await runWorker(server.app), await runWorker(second)]
      const world = await makeWorld(server)
      await Promise.all(upTo(200).map((n) => world.write(request, { externalId: `m-${n}` })))
      await vi.waitFor(
        async () => expect(await rowsOf(server, world.workspaceId, 'handover')).toHaveLength(1),
        {
          timeout: 20_000,
        },
      )
      await vi.waitFor(async () => expect(await openJobs(server)).toBe(0), { timeout: 20_000 })
      await expectOneHandover(server, world)
      await Promise.all(workers.map((worker) => worker.stop()))
    } finally {
      await second.events.stop()
      await second.jobs.stop()
      await second.signals.stop()
      await second.db.destroy()
      await server.close()
    }
  }, 60_000)
})

describe('I1 R12 a take-over against an answer that is being written', () => {
  test('500 times: nothing of the bot is stored after the take-over', async () => {
    const world = await makeWorld(baton)
    const pairs = await Promise.all(
      upTo(500).map((n) => world.write('What are your hours?', { contact: `visitor-${n}` })),
    )
    const turns = new Map(
      (await takeJobs(baton, world.workspaceId, 'bot_turn')).map((turn) => [turn.conversationId, turn]),
    )
    const outcomes = await Promise.all(
      pairs.map(async ({ conversationId }, index) => {
        const turn = turns.get(conversationId)
        if (!turn) throw new Error('The message asked for no turn.')
        const write = async () => {
          // The scripted bot answers by itself; every other time an outside bot posts the answer.
          if (index % 2 === 0) await takeTurn(baton.app, turn)
          else
            await baton
              .work(world.workspaceId, (work) =>
                postBotReply(work, conversationId, { text: 'From 9 to 5.', epoch: turn.epoch }),
              )
              .catch((error) => expect(error).toMatchObject({ code: 'stale_epoch' }))
        }
        const stop = () =>
          baton.work(world.workspaceId, (work) => takeOver(work, conversationId, world.agent.id))
        // Who starts first changes, by some turns of the event loop.
        const head = index % 5
        const [taken] =
          index % 3 === 0
            ? await Promise.all([ticks(head).then(stop), write()])
            : await Promise.all([stop(), ticks(head).then(write)])
        return taken
      }),
    )
    const messages = await rowsOf(baton, world.workspaceId, 'message')
    const spoken = messages.filter((message) => message.author === 'bot')
    for (const taken of outcomes)
      for (const message of spoken.filter(({ conversation_id }) => conversation_id === taken.id)) {
        expect(message.seq).toBeLessThanOrEqual(taken.last_seq)
        expect(message.epoch).toBeLessThan(taken.epoch)
      }
    // Both came first often enough for this to have been a race.
    expect(spoken.length).toBeGreaterThan(20)
    expect(spoken.length).toBeLessThan(480)
    // In the log, too, no word of the bot stands behind the one that it sleeps.
    const events = await rowsOf(baton, world.workspaceId, 'event')
    const asleep = new Map<string, number>()
    for (const { type, conversation_id, seq, data } of events.sort((a, b) => Number(a.seq) - Number(b.seq))) {
      const { bot, author } = data as { bot?: string; author?: string }
      if (type === 'conversation.updated' && bot === 'asleep') asleep.set(conversation_id ?? '', Number(seq))
      if (type === 'message.created' && author === 'bot')
        expect(asleep.has(conversation_id ?? '')).toBe(false)
    }
    expect(asleep.size).toBe(500)
  }, 60_000)
})

async function ticks(n: number): Promise<void> {
  for (const _ of upTo(n)) await new Promise((resolve) => setImmediate(resolve))
}

async function openJobs(test: TestApp): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now()`.execute(
    test.app.db,
  )
  return rows[0]?.open ?? -1
}

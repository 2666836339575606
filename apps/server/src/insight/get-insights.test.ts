import { type BehindItem, type Insights, responseTarget } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCaller, makeKey } from '../../test/api-world.ts'
import { makeUser, makeWorld, type World } from '../../test/factories.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { rateHandover } from '../chat/rate-chat.ts'
import { claim } from '../conversation/claim.ts'
import { handBack } from '../conversation/hand-back.ts'
import { handOver } from '../conversation/hand-over.ts'
import { sendReply } from '../conversation/send-reply.ts'
import { transact } from '../database/database.ts'
import { giveFeedback } from '../handover/give-feedback.ts'

let baton: TestApp
let world: World
let token: string
let second: { id: string }

const request = 'I want to talk to a human, please'

/** Three days in Berlin, which is an hour ahead of UTC. */
beforeAll(async () => {
  baton = await createTestApp()
  world = await makeWorld(baton, { scenario: { responseTarget: responseTarget.parse({ minutes: 10 }) } })
  token = await makeKey(baton, world, ['reports:read'])
  second = await makeUser(baton, world.workspaceId)
  await transact(baton.app.db, world.workspaceId, (trx) =>
    trx.updateTable('workspace').set({ time_zone: 'Europe/Berlin' }).execute(),
  )
  const work = <T>(run: Parameters<typeof baton.work<T>>[1]) => baton.work(world.workspaceId, run)
  const write = async (contact: string, text = request) => {
    const { conversationId } = await world.write(text, { contact })
    await baton.drain()
    return conversationId
  }

  baton.clock.set('2026-03-02T10:00:00Z')
  await write('asks nothing', 'What are your hours?')
  const one = await write('one')
  baton.clock.advance(1)
  await work((unit) => claim(unit, one, world.agent.id))
  baton.clock.advance(1)
  await work((unit) => sendReply(unit, one, world.agent.id, 'Hello'))
  await work((unit) => handBack(unit, one, world.agent.id))

  // Half past midnight in Berlin: the third of March.
  baton.clock.set('2026-03-02T23:30:00Z')
  const two = await write('two')
  baton.clock.advance(20)
  await work((unit) => sendReply(unit, two, second.id, 'Good morning'))

  baton.clock.set('2026-03-04T10:00:00Z')
  const byHand = await write('three', 'What are your hours?')
  await work((unit) => handOver(unit, byHand, world.agent.id, {}))
  await write('four')
  const [handover] = await work((unit) =>
    unit.db.selectFrom('handover').select('id').where('conversation_id', '=', one).execute(),
  )
  await work((unit) => giveFeedback(unit, handover?.id ?? '', { verdict: 'needed' }))
  await work((unit) => rateHandover(unit, one, { handoverId: handover?.id ?? '', helped: true }))
  baton.clock.advance(15)
})
afterAll(() => baton.close())

async function get<Body>(path: string, query = '?from=2026-03-02&to=2026-03-04') {
  const answer = await createCaller(baton).call('get', `/v1/insights${path}`, { token, query })
  return { ...answer, body: answer.body as unknown as Body }
}

describe('R30 insights', () => {
  test('count conversations, handovers and times of the days that are asked for', async () => {
    const { body, status } = await get<Insights>('')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      timeZone: 'Europe/Berlin',
      conversations: 5,
      withoutHandover: { conversations: 1, rate: 0.2 },
      handovers: 4,
      timeToClaim: { n: 2, median: 630, p90: 1086 },
      timeToFirstReply: { n: 2, median: 660, p90: 1092 },
      unclaimed: 2,
      waitingNow: { count: 2, late: 1, longestSince: '2026-03-04T10:00:00.000Z' },
      ended: { handedBack: 1, woken: 0, resolved: 0, superseded: 0 },
      feedback: { needed: 1, notNeeded: 0, tooLate: 0 },
      rating: { helped: 1, notHelped: 0 },
    })
    expect(body.replyMinutes).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })

  test('by scenario, by user, and by day of the workspace', async () => {
    const { body } = await get<Insights>('')
    expect(body.byScenario.map((row) => [row.key, row.name, row.handovers, row.feedback.needed])).toEqual([
      [world.scenarioId, 'Wants a person', 3, 1],
      ['by_hand', expect.any(String), 1, 0],
    ])
    expect(body.byUser.map((row) => [row.userId, row.claimed, row.timeToFirstReply.median]).sort()).toEqual(
      [
        [world.agent.id, 1, 120],
        [second.id, 1, 1200],
      ].sort(),
    )
    expect(body.byDay).toEqual([
      { day: '2026-03-02', conversations: 2, handovers: 1, scenarios: { [world.scenarioId]: 1 } },
      { day: '2026-03-03', conversations: 1, handovers: 1, scenarios: { [world.scenarioId]: 1 } },
      { day: '2026-03-04', conversations: 2, handovers: 2, scenarios: { [world.scenarioId]: 1, by_hand: 1 } },
    ])
  })

  test('have the last 30 days where none are given', async () => {
    const { body } = await get<Insights>('', '')
    expect([body.from, body.to, body.byDay.length]).toEqual(['2026-02-03', '2026-03-04', 30])
  })

  test('of nothing are nothing, and not a failure', async () => {
    const { body } = await get<Insights>('', '?from=2025-01-01&to=2025-01-01')
    expect(body).toMatchObject({
      conversations: 0,
      withoutHandover: { rate: null },
      timeToClaim: { n: 0, median: null, p90: null },
      byScenario: [],
      byUser: [],
      byDay: [{ conversations: 0, handovers: 0, scenarios: {} }],
    })
  })

  test('are of one bot, where it is asked for', async () => {
    expect((await get<Insights>('', `?botId=${world.channelId}`)).body.handovers).toBe(0)
    expect((await get<Insights>('', `?botId=${world.botId}`)).body.handovers).toBeGreaterThan(0)
  })

  test('refuse days that make no sense', async () => {
    expect((await get('', '?from=2026-03-05&to=2026-03-04')).status).toBe(400)
    expect((await get('', '?from=2024-01-01&to=2026-03-04')).status).toBe(400)
    expect((await get('', '?from=yesterday')).status).toBe(400)
  })

  test.each([
    ['conversations', 5],
    ['without_handover', 1],
    ['handovers', 4],
    ['claimed', 2],
    ['replied', 2],
    ['unclaimed', 2],
    ['waiting', 2],
    ['late', 1],
    ['handed_back', 1],
    ['woken', 0],
    ['needed', 1],
    ['too_late', 0],
  ])('list the %s behind a number: %i', async (measure, count) => {
    const query = `?from=2026-03-02&to=2026-03-04&limit=2&measure=${measure}`
    const ids: string[] = []
    let cursor = ''
    do {
      const { body } = await get<{ items: BehindItem[]; nextCursor: string | null }>(
        '/conversations',
        query + cursor,
      )
      ids.push(...body.items.map((item) => item.handoverId ?? item.conversationId))
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : ''
    } while (cursor)
    expect(ids).toHaveLength(count)
    expect(new Set(ids).size).toBe(count)
  })

  test('list what one user took, of one scenario, on one day', async () => {
    const query = `?from=2026-03-03&to=2026-03-03&scenario=${world.scenarioId}&userId=${second.id}`
    const { body } = await get<{ items: BehindItem[] }>('/conversations', query)
    expect(body.items).toMatchObject([
      { scenarioName: 'Wants a person', claimedBy: second.id, secondsToFirstReply: 1200, feedback: null },
    ])
  })
})

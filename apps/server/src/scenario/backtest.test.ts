import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { BacktestResult } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCaller, makeKey } from '../../test/api-world.ts'
import { makeWorld, type World } from '../../test/factories.ts'
import { rowsOf } from '../../test/rows.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { giveFeedback } from '../handover/give-feedback.ts'
import { backtest } from './backtest.ts'

let baton: TestApp
let world: World
let token: string
beforeAll(async () => {
  baton = await createTestApp()
  world = await makeWorld(baton)
  token = await makeKey(baton, world, ['bots:read'])
  for (const [contact, text] of [
    ['asks', 'I want to talk to a human, please'],
    ['hours', 'What are your opening hours?'],
    ['refund', 'I want my money back for the blue lamp'],
  ] as const) {
    await world.write(text, { contact })
    await baton.drain()
    baton.clock.advance(1)
  }
  const [handover] = await rowsOf(baton, world.workspaceId, 'handover')
  await baton.work(world.workspaceId, (work) =>
    giveFeedback(work, handover?.id ?? '', { verdict: 'needed', userId: world.agent.id }),
  )
})
afterAll(() => baton.close())

async function post(body: object): Promise<BacktestResult> {
  const answer = await createCaller(baton).call('post', `/v1/bots/${world.botId}/backtest`, { token, body })
  expect(answer.status).toBe(200)
  return answer.body as unknown as BacktestResult
}

const refunds = {
  kind: 'custom',
  name: 'Refunds',
  examplePhrases: ['I want my money back', 'I want a refund for what I bought'],
}

describe('R28 a backtest', () => {
  test('says what the scenarios as they are saved would do, and what fired then', async () => {
    const result = await post({})
    expect(result).toMatchObject({ looked: 3, complete: true, fires: 1, firedThen: 1 })
    expect(result.items).toMatchObject([
      {
        outcome: 'fires',
        fired: { scenarioName: 'Wants a person', seq: 1, author: 'contact', scenarioId: world.scenarioId },
        handover: { scenarioName: 'Wants a person', feedback: 'needed' },
      },
    ])
    const { fired } = result.items[0] ?? {}
    expect(fired?.score).toBeGreaterThanOrEqual(fired?.threshold ?? 2)
    const mark = fired?.evidence[0]
    expect(fired?.text.slice(mark?.start, mark?.end)).toContain('human')
  })

  test('says what those in an editor would do in their place', async () => {
    const result = await post({ scenarios: [refunds] })
    expect(result).toMatchObject({ looked: 3, fires: 1, firedThen: 1 })
    expect(result.items.map((item) => [item.outcome, item.fired?.scenarioName ?? null])).toEqual([
      ['fires', 'Refunds'],
      ['fires_no_more', null],
    ])
    expect((await post({ scenarios: [{ ...refunds, enabled: false }] })).fires).toBe(0)
  })

  test('reads the last conversations, as many as wanted', async () => {
    expect(await post({ last: 1, scenarios: [refunds] })).toMatchObject({ looked: 1, fires: 1 })
    expect(await post({ last: 2 })).toMatchObject({ looked: 2, fires: 0, items: [] })
  })

  test('cannot tell where an answer fired that was never sent', async () => {
    const other = await makeWorld(baton, {
      scenario: { kind: 'lack_of_information', examplePhrases: [] },
      bot: { brain: { kind: 'scripted', answers: [], otherwise: 'I do not know that.' } },
    })
    await other.write('Do you have it in green?')
    await baton.drain()
    const result = await backtest(baton.app, other.workspaceId, other.botId, { last: 10 })
    expect(result.items).toMatchObject([{ outcome: 'cannot_tell', fired: null }])
  })

  test('has no side effects', async () => {
    const state = async () => [
      await rowsOf(baton, world.workspaceId, 'conversation'),
      await rowsOf(baton, world.workspaceId, 'assessment'),
      await rowsOf(baton, world.workspaceId, 'event'),
    ]
    const before = await state()
    await post({ scenarios: [refunds] })
    expect(await state()).toEqual(before)
  })

  test('gives what it has when its time is up, and lets nobody else wait meanwhile', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const result = await backtest(baton.app, world.workspaceId, world.botId, { last: 500 }, 0)
    expect(result).toEqual({ looked: 0, complete: false, fires: 0, firedThen: 0, items: [] })
    await backtest(baton.app, world.workspaceId, world.botId, { last: 500 })
    delay.disable()
    expect(delay.percentile(99) / 1e6).toBeLessThan(50)
  })
})

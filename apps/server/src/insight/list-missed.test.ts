import type { MissedItem } from '@baton/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCaller, makeKey } from '../../test/api-world.ts'
import { makeWorld } from '../../test/factories.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

test('R30 lists what a scenario nearly fired for, unless it was handed over soon after', async () => {
  const world = await makeWorld(baton)
  const token = await makeKey(baton, world, ['reports:read'])
  const write = async (contact: string, text: string) => {
    const received = await world.write(text, { contact })
    await baton.drain()
    return received
  }
  const missed = await write('one', 'How can I contact you?')
  await write('two', 'What are your hours?')
  await write('three', 'How can I contact you?')
  await write('three', 'I want to talk to a human, please')
  const list = async (query: string) => {
    const { body } = await createCaller(baton).call('get', '/v1/insights/perhaps-missed', { token, query })
    return body.items as unknown as MissedItem[]
  }
  const items = await list('')
  expect(items).toMatchObject([
    {
      conversationId: missed.conversationId,
      seq: 1,
      text: 'How can I contact you?',
      botId: world.botId,
      scenarioId: world.scenarioId,
      scenarioName: 'Wants a person',
    },
  ])
  expect(items[0]?.score).toBeLessThan(items[0]?.threshold ?? 0)
  expect(await list('?from=2026-01-01&to=2026-01-02')).toEqual([])
  expect(await list(`?botId=${world.channelId}`)).toEqual([])
})

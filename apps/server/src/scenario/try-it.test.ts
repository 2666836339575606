import { tryInput } from '@baton/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld } from '../../test/factories.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { tryIt } from './try-it.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

const asked = { from: 'contact', text: 'I want to talk to a human, please' } as const
const turns = [
  asked,
  { from: 'bot', text: 'What is it about?' },
  { from: 'contact', text: 'What are your hours?' },
]

test('R25 a transcript fires by the turns that are judged, and those before are only read along', async () => {
  const world = await makeWorld(baton)
  const tried = (input: object) =>
    baton.work(world.workspaceId, (work) => tryIt(work, world.botId, tryInput.parse(input)))
  expect(await tried({ turns })).toMatchObject({ fired: true, atTurn: 0, scenarioName: 'Wants a person' })
  expect(await tried({ turns, judgeFrom: 2 })).toMatchObject({ fired: false, atTurn: null })
  expect(await tried({ turns: [...turns, asked], judgeFrom: 2 })).toMatchObject({ fired: true, atTurn: 3 })
})

test('R25 only a turn of the transcript can be the first that is judged', () => {
  expect(tryInput.safeParse({ turns, judgeFrom: 3 }).error?.issues).toMatchObject([{ path: ['judgeFrom'] }])
  expect(tryInput.safeParse({ text: 'Hi', judgeFrom: 1 }).success).toBe(false)
})

import type { LintResult, TryResult } from '@baton/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCaller, makeKey } from '../../test/api-world.ts'
import { makeWorld, type World } from '../../test/factories.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let baton: TestApp
let world: World
let token: string
beforeAll(async () => {
  baton = await createTestApp()
  world = await makeWorld(baton)
  token = await makeKey(baton, world, ['bots:read'])
})
afterAll(() => baton.close())

async function post<Body>(path: string, body: object) {
  const answer = await createCaller(baton).call('post', `/v1/bots/${world.botId}/${path}`, { token, body })
  return { ...answer, body: answer.body as unknown as Body }
}

const typed = {
  kind: 'human_requested',
  name: 'Typed',
  examplePhrases: ['please', '', 'I want to talk to a human', 'I want to talk to a human'],
}

test('R10 phrases are looked over as they stand in the editor, doubles and empty ones too', async () => {
  const { body } = await post<LintResult>('lint-phrases', { scenarios: [typed] })
  expect(
    body.findings.map(({ scenarioIndex, phraseIndex, code }) => [scenarioIndex, phraseIndex, code]),
  ).toEqual([
    [0, 0, 'too_general'],
    [0, 3, 'duplicate'],
  ])
})

test('R10 an overlap names the other scenario', async () => {
  const other = {
    id: world.scenarioId,
    kind: 'human_requested',
    examplePhrases: ['I want to talk to a human'],
  }
  const { body } = await post<LintResult>('lint-phrases', {
    scenarios: [other, { ...typed, kind: 'custom' }],
  })
  expect(body.findings).toContainEqual(
    expect.objectContaining({
      scenarioIndex: 1,
      phraseIndex: 2,
      code: 'overlaps',
      otherScenarioId: world.scenarioId,
    }),
  )
})

test('R10 without any given, the phrases as they are saved are looked over', async () => {
  const { body } = await post<LintResult>('lint-phrases', {})
  expect(body.findings).toContainEqual(
    expect.objectContaining({ scenarioId: world.scenarioId, scenarioIndex: 3, code: 'overlaps' }),
  )
})

test('R27 a trial takes scenarios as they stand in the editor, half-typed phrases too', async () => {
  const { body } = await post<TryResult>('try', { text: 'I want to talk to a human', scenarios: [typed] })
  expect(body).toMatchObject({ fired: true, scenarioName: 'Typed' })
})

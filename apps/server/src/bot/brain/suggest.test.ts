import { expect, test } from 'vitest'
import type { Answer, Request } from './brain.ts'
import { suggest } from './suggest.ts'

const request = { turns: [] } as unknown as Request
const says = (text: string, answered: boolean | null = null): Answer => ({ text, answered, confidence: null })
const none = () => {}

test('R1 a brain that drafts gives as many as are wanted, and none without words or that is no answer', async () => {
  const drafts = [
    says('One.'),
    says(' '),
    says('I do not know.', false),
    says('One. '),
    says('Two.'),
    says('Three.'),
  ]
  const brain = { answer: async () => null, suggest: async () => drafts }
  expect((await suggest(brain, request, 2, none)).map(({ text }) => text)).toEqual(['One.', 'Two.'])
})

test('R1 one that only answers has its answer as the draft', async () => {
  expect(await suggest({ answer: async () => says('One.') }, request, 3, none)).toEqual([says('One.')])
  expect(await suggest({ answer: async () => null }, request, 3, none)).toEqual([])
})

test('one that fails has none', async () => {
  const seen: unknown[] = []
  const failing = { answer: () => Promise.reject(new Error('model is down')) }
  expect(await suggest(failing, request, 3, (error) => seen.push(error))).toEqual([])
  expect(seen).toHaveLength(1)
})

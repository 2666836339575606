import { expect, test, vi } from 'vitest'
import { ask, type Request } from './brain.ts'

const request = { turns: [] } as unknown as Request

test('a brain that fails has no answer, and says so', async () => {
  const seen: unknown[] = []
  const failing = { answer: () => Promise.reject(new Error('model is down')) }
  const answer = await ask(failing, request, (error) => seen.push(error))
  expect(answer).toEqual({ text: '', answered: false, confidence: null, failed: true })
  expect(seen).toHaveLength(1)
})

test('a brain that is silent for 30 seconds has no answer', async () => {
  vi.useFakeTimers()
  const answer = ask({ answer: () => new Promise(() => {}) }, request, () => {})
  await vi.advanceTimersByTimeAsync(30_000)
  expect(await answer).toMatchObject({ failed: true })
  vi.useRealTimers()
})

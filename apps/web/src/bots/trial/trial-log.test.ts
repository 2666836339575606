import type { TrialResult } from '@baton/contract'
import { expect, test } from 'vitest'
import { type Exchange, sleepIn, turnsUpTo } from './trial-log.ts'

const answered = (text: string) =>
  ({ outcome: 'answers', answer: { text, answered: true, confidence: null }, handover: null }) as TrialResult
const handedOver = {
  outcome: 'hands_over',
  answer: { text: 'Dropped.' },
  handover: { pausesBot: true, finalMessage: 'A person comes.' },
} as TrialResult

function exchange(id: number, result: TrialResult | null, woke = false): Exchange {
  return { id, said: `Question ${id}`, at: '2026-03-02T10:00:00Z', result, failure: null, woke }
}

test('R27 the bot reads what was said before, and of a handover only the final message', () => {
  const log = [exchange(1, answered('Yes.')), exchange(2, handedOver, true), exchange(3, null)]
  expect(turnsUpTo(log, 3)).toEqual({
    turns: [
      { from: 'contact', text: 'Question 1' },
      { from: 'bot', text: 'Yes.', answered: true },
      { from: 'contact', text: 'Question 2' },
      { from: 'bot', text: 'A person comes.' },
      { from: 'contact', text: 'Question 3' },
    ],
    watermark: 4,
    dropped: 0,
  })
  expect(turnsUpTo(log, 1).turns).toEqual([{ from: 'contact', text: 'Question 1' }])
})

test('of a long trial it reads the newest 50 turns', () => {
  const log = Array.from({ length: 40 }, (_, at) => exchange(at, answered('Yes.'), at === 10))
  const { turns, watermark, dropped } = turnsUpTo(log, 39)
  expect([turns.length, watermark, dropped]).toEqual([50, 0, 29])
  expect(turns.at(-1)).toEqual({ from: 'contact', text: 'Question 39' })
})

test('it sleeps after a handover, until it is woken', () => {
  expect(sleepIn([exchange(1, answered('Yes.'))])).toBeNull()
  expect(sleepIn([exchange(1, handedOver)])).toBe(handedOver)
  expect(sleepIn([exchange(1, handedOver, true)])).toBeNull()
  expect(sleepIn([])).toBeNull()
})

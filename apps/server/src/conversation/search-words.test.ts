import { expect, test } from 'vitest'
import { wordsOf } from './search-words.ts'

test.each([
  ['Where is my parcel? WHERE?', ['where', 'is', 'my', 'parcel']],
  ['Ein Café in Zürich', ['ein', 'cafe', 'in', 'zurich']],
  ['jo@example.com, #4821', ['jo', 'example.com', '4821']],
  ['human_handover', ['human_handover']],
  ['退款', ['退款']],
  ['?! …', []],
])('R21 %s is found by its words', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

test('R21 a very long text is found by its beginning', () => {
  expect(wordsOf('word '.repeat(100_000)).length).toBe(1)
  expect(wordsOf(Array.from({ length: 5_000 }, (_, n) => `w${n}`).join(' ')).length).toBeLessThanOrEqual(300)
})

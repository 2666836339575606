import { expect, test } from 'vitest'
import { shortTime } from './short-time.ts'

test.each([
  [0, '0 s'],
  [48.4, '48 s'],
  [60, '1 min'],
  [125, '2 min 5 s'],
  [3_600, '1 h'],
  [12_000, '3 h 20 min'],
])('%d s is %s', (seconds, expected) => {
  expect(shortTime(seconds)).toBe(expected)
})

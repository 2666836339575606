import { describe, expect, test } from 'vitest'
import { segmentsOf } from './marked-text.tsx'

const mark = (start: number, end: number, speaks: 'for' | 'against' = 'for') => ({ start, end, speaks })
const short = (text: string, ...marks: ReturnType<typeof mark>[]) =>
  segmentsOf(text, marks).map(({ words, speaks }) => (speaks ? `[${words}]` : words))

describe('marked text (R26)', () => {
  test('is cut where the evidence begins and ends, in any order', () => {
    expect(short('a real person please', mark(14, 20), mark(2, 6))).toEqual([
      'a ',
      '[real]',
      ' person ',
      '[please]',
    ])
  })
  test('loses no letter to marks that overlap, are empty, or lie outside', () => {
    for (const marks of [[mark(0, 4), mark(2, 6)], [mark(3, 3)], [mark(5, 99)], [mark(4, 2)]])
      expect(
        short('person', ...marks)
          .join('')
          .replace(/[[\]]/g, ''),
      ).toBe('person')
  })
})

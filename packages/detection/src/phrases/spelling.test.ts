import { describe, expect, it } from 'vitest'
import { correctWord, learnWord, newSpelling } from './spelling.ts'

const spelling = newSpelling()
for (const word of ['agent', 'person', 'manager', 'speak']) {
  spelling.known.add(word)
  learnWord(spelling, word)
}
spelling.known.add('parson')

describe('spelling', () => {
  it.each([
    ['a letter is missing', 'manger', 'manager'],
    ['one is too many', 'agrent', 'agent'],
    ['one is wrong', 'pexson', 'person'],
    ['two are swapped', 'eprson', 'person'],
    ['the last is doubled', 'agentt', 'agent'],
  ])('finds the word that was meant when %s', (_, written, meant) => {
    expect(correctWord(spelling, written)).toBe(meant)
  })

  it.each(['agent', 'parson', 'speaks', 'managed', 'regent', 'mxnxger', 'age', ''])(
    'leaves "%s" alone',
    (word) => {
      expect(correctWord(spelling, word)).toBeUndefined()
    },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutPassages } from './cut-passages.ts'

test('a passage stands below its heading', () => {
  expect(cutPassages('Before.\n\n# Returns\n\nWithin 30 days.\n\n## Label ##\nIt is in the parcel.')).toEqual(
    [
      { heading: null, text: 'Before.' },
      { heading: 'Returns', text: 'Within 30 days.' },
      { heading: 'Label', text: 'It is in the parcel.' },
    ],
  )
})

test('what stands in a block of code is no heading', () => {
  expect(cutPassages('```\n# not a heading\n```')).toEqual([
    { heading: null, text: '```\n# not a heading\n```' },
  ])
})

test('headings alone are a passage', () => {
  expect(cutPassages('# Open from 9 to 5')).toEqual([{ heading: null, text: '# Open from 9 to 5' }])
})

test('a long paragraph is cut between its sentences', () => {
  const passages = cutPassages('This is one sentence of many. '.repeat(60))
  expect(passages.length).toBeGreaterThan(1)
  for (const { text } of passages) expect(text).toMatch(/many\.$/)
})

test('whatever the text, no word is lost and no passage is too long', () => {
  fc.assert(
    fc.property(fc.array(fc.lorem({ maxCount: 200 })), (paragraphs) => {
      const passages = cutPassages(paragraphs.join('\n\n'))
      for (const { text } of passages) expect(text.length).toBeLessThanOrEqual(800)
      const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')
      expect(passages.flatMap(({ text }) => words(text))).toEqual(paragraphs.flatMap(words))
    }),
    { numRuns: 50 },
  )
})

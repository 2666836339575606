import { describe, expect, it } from 'vitest'
import { tokenise } from '../tokenise.ts'
import { type WordClass, wordClasses } from './language.ts'
import { languages } from './languages.ts'
import { parsePattern } from './notation.ts'
import { findPhrases, indexPhrases, LONGEST_HIT } from './phrase-index.ts'

/** Without these a language cannot be answered in. */
const needed: WordClass[] = [
  'human',
  'staff',
  'somebody',
  'talk',
  'transfer',
  'want',
  'not',
  'filler',
  'yes',
  'no',
]
const ofTheContact: WordClass[] = ['didNotHelp', 'frustrated', 'thanks', 'newTopic']

describe.each(languages.map((language) => [language.code, language] as const))(
  'the phrases of %s',
  (_, language) => {
    it.each([...needed, ...ofTheContact])('have %s', (wordClass) => {
      expect(language.words[wordClass]).not.toHaveLength(0)
    })

    it('are in the notation, and none is longer than a hit may be', () => {
      const phrases = wordClasses.flatMap((wordClass) => language.words[wordClass] ?? [])
      const lengths = phrases.map((phrase) => {
        const longest = parsePattern(phrase).steps.map(({ byWord, stems }) =>
          Math.max(...[...byWord.values(), stems].flat().map((words) => words.length)),
        )
        return longest.reduce((sum, length) => sum + length, 0)
      })

      expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST_HIT)
    })
  },
)

describe('finding phrases', () => {
  const index = indexPhrases(languages)

  /** How often the tokens of a text of so many words are looked at. */
  function work(words: number): number {
    let looks = 0
    const tokens = tokenise('can i talk to a person about my '.repeat(words / 8))
    const counted = new Proxy(tokens, {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks++
        return Reflect.get(target, key, receiver)
      },
    })
    findPhrases(index, counted)
    return looks
  }

  it('takes time in proportion to the text', () => {
    expect(work(320) / work(160)).toBeLessThan(2.1)
  })

  it('finds at most one hit of a class at each word', () => {
    const tokens = tokenise('please connect me with a real person from your customer service')
    for (const hits of findPhrases(index, tokens).values()) {
      for (const wordClass of wordClasses) {
        const starts = (hits[wordClass] ?? []).map(({ from }) => from)
        expect(starts).toEqual([...new Set(starts)].toSorted((one, other) => one - other))
      }
    }
  })
})

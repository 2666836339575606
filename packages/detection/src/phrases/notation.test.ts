import { describe, expect, it } from 'vitest'
import { tokenise } from '../tokenise.ts'
import type { Language } from './language.ts'
import { parsePattern } from './notation.ts'
import { findPhrases, indexPhrases } from './phrase-index.ts'

/** The parts of `text` that the phrase matches. */
function matches(phrase: string, text: string): string[] {
  const language: Language = { code: 'xx', words: { talk: [phrase] } }
  const hits = findPhrases(indexPhrases([language]), tokenise(text)).get(language)?.talk ?? []
  const words = tokenise(text).map(({ word }) => word)
  return hits.map(({ from, to }) => words.slice(from, to).join(' '))
}

describe('the notation of phrases', () => {
  it('takes one of each group', () => {
    expect(matches('(speak|talk) (to|with)', 'we talk to them, speak with us, talk at me')).toEqual([
      'talk to',
      'speak with',
    ])
  })

  it('lets a group be missing, at the beginning too', () => {
    expect(matches('(please)? call (me)?', 'please call, call me')).toEqual([
      'please call',
      'call',
      'call me',
    ])
  })

  it('lets an alternative have several words', () => {
    expect(matches('(get in touch|talk) with', 'get in touch with us')).toEqual(['get in touch with'])
  })

  it('takes any ending after a star', () => {
    expect(matches('konsultant*', 'konsultanta i konsultantem, nie konsul')).toEqual([
      'konsultanta',
      'konsultantem',
    ])
  })

  it('holds to the beginning and to the end of a clause', () => {
    expect(matches('^call me$', 'call me')).toEqual(['call me'])
    expect(matches('^call me$', 'well, call me.')).toEqual(['call me'])
    expect(matches('^call me$', 'they call me')).toEqual([])
    expect(matches('^call me$', 'call me names')).toEqual([])
  })

  it('never reaches over the end of a clause', () => {
    expect(matches('talk to', 'we talk. To whom?')).toEqual([])
    expect(matches('(talk) (to)', 'we talk, to whom?')).toEqual([])
  })

  it('keeps the longest match at a word', () => {
    expect(matches('(connect) (me)? (with)?', 'connect me with')).toEqual(['connect me with'])
  })

  it('makes no difference of accents', () => {
    expect(matches('möchte', 'MOCHTE')).toEqual(['mochte'])
  })

  it.each(['(open', '(a (b) c)', '(a)?'])('refuses %s', (phrase) => {
    expect(() => parsePattern(phrase)).toThrow()
  })
})

import { describe, expect, it } from 'vitest'
import { tokenise } from './tokenise.ts'

function wordsOf(text: string): string[] {
  return tokenise(text).map(({ word }) => word)
}

describe('tokenise', () => {
  it('makes no difference of case, accents, width and style of letters', () => {
    expect(wordsOf('Él CAFÉ cafe\u0301 Straße ｆｕｌｌ 𝐛𝐨𝐥𝐝 Łódź')).toEqual([
      'el',
      'cafe',
      'cafe',
      'strasse',
      'full',
      'bold',
      'lodz',
    ])
  })

  it('makes no difference of the points of Hebrew and Arabic', () => {
    expect(wordsOf('שָׁלוֹם')).toEqual(wordsOf('שלום'))
    expect(wordsOf('مُوَظَّف')).toEqual(wordsOf('موظف'))
  })

  it('keeps syllables of Korean together, however they are stored', () => {
    expect(wordsOf('상담원'.normalize('NFD'))).toEqual(['상담원'])
  })

  it('shortens letters that are drawn out, but no numbers', () => {
    expect(wordsOf('heeeelp meee 2000')).toEqual(['help', 'me', '2000'])
  })

  it('does not see invisible characters', () => {
    expect(wordsOf('a\u200bg\u00ade\u2060nt')).toEqual(['agent'])
  })

  it('joins English words at the apostrophe and parts French and Italian ones', () => {
    expect(wordsOf("don't it’s")).toEqual(['dont', 'its'])
    expect(wordsOf("l'agente c’è quelqu'un")).toEqual(['l', 'agente', 'c', 'e', 'quelqu', 'un'])
  })

  it('makes a token of each character where words are not spaced', () => {
    expect(wordsOf('转人工 オペレーターと')).toEqual(['转', '人', '工', 'オペレーター', 'と'])
  })

  it('says where each word stands in the text as it was given', () => {
    const text = '  Ich möchte 👋🏽 e\u0301té, «MENSCH»'
    const marked = tokenise(text).map(({ start, end }) => text.slice(start, end))

    expect(marked).toEqual(['Ich', 'möchte', 'e\u0301té', 'MENSCH'])
  })

  it('parts clauses and sentences', () => {
    const places = tokenise('no, it works. thanks').map(({ clause, sentence }) => [clause, sentence])

    expect(places).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [2, 1],
    ])
  })

  it('marks what stands in quotation marks, if they are closed', () => {
    const quoted = (text: string) => tokenise(text).flatMap((token) => (token.quoted ? [token.word] : []))

    expect(quoted('it says "call us" here')).toEqual(['call', 'us'])
    expect(quoted('es sagt „ruf an“ hier')).toEqual(['ruf', 'an'])
    expect(quoted('a 5" screen')).toEqual([])
  })

  it('reads a long text at both ends', () => {
    const text = `begin ${'middle '.repeat(10_000)}end`
    const words = wordsOf(text)

    expect(words[0]).toBe('begin')
    expect(words.at(-1)).toBe('end')
    expect(words.length).toBeLessThan(500)
    expect(tokenise(text).at(-1)?.sentence).toBe(1)
  })

  it('bears a letter under any number of marks', () => {
    const text = `a${'\u0301'.repeat(50_000)}b`

    expect(wordsOf(text).join('')).toMatch(/^a/)
  })
})

import { wordsOf } from '../conversation/search-words.ts'

/** The text search configurations that every PostgreSQL has, by the language that a tag begins with. */
const configs = new Map(
  Object.entries({
    ar: 'arabic',
    ca: 'catalan',
    da: 'danish',
    de: 'german',
    el: 'greek',
    en: 'english',
    es: 'spanish',
    eu: 'basque',
    fi: 'finnish',
    fr: 'french',
    ga: 'irish',
    hi: 'hindi',
    hu: 'hungarian',
    hy: 'armenian',
    id: 'indonesian',
    it: 'italian',
    lt: 'lithuanian',
    nb: 'norwegian',
    ne: 'nepali',
    nl: 'dutch',
    no: 'norwegian',
    pt: 'portuguese',
    ro: 'romanian',
    ru: 'russian',
    sr: 'serbian',
    sv: 'swedish',
    ta: 'tamil',
    tr: 'turkish',
    yi: 'yiddish',
  }),
)

/** Of a language without one the words stand as they are. */
export function textSearchConfig(language: string): string {
  return configs.get(language.toLowerCase().split(/[-_]/)[0] ?? '') ?? 'simple'
}

const pieceLength = 3
const shortestWithPieces = 4
const mostPieces = 1_000

/** Three letters each of the words of a text, so that a word is found that is spelt nearly so. */
export function piecesOf(text: string): string[] {
  const pieces = new Set<string>()
  for (const word of wordsOf(text)) {
    const letters = [...word]
    if (letters.length < shortestWithPieces) continue
    for (let at = 0; at + pieceLength <= letters.length && pieces.size < mostPieces; at++)
      pieces.add(letters.slice(at, at + pieceLength).join(''))
  }
  return [...pieces]
}

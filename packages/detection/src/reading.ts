import type { Language, WordClass } from './phrases/language.ts'
import { languages } from './phrases/languages.ts'
import {
  findPhrases,
  type Hit,
  type Hits,
  indexPhrases,
  LONGEST_HIT,
  wordMeant,
} from './phrases/phrase-index.ts'
import { type Token, tokenise } from './tokenise.ts'
import type { Evidence, ReasonAgainst, ReasonFor } from './types.ts'

/** A text as the rules see it. */
export type Reading = {
  text: string
  tokens: readonly Token[]
  /** What each language makes of it. Languages that it is surely not written in are not there. */
  views: readonly View[]
}

/** A text as the rules of one language see it. */
export type View = {
  tokens: readonly Token[]
  language: Language
  hits: Hits
  /** The tokens whose word is a guess, because the one that was written is misspelt. */
  guessed: ReadonlySet<number>
}

/** Words that speak for something, with how sure they make it, from 0 to 1; or words that speak against it. */
export type Sign = Hit & (SignFor | SignAgainst)
/** A sign, and the turn in whose text it is. */
export type TurnSign = { turn: number; sign: Sign }
type SignFor = { speaks: 'for'; reason: ReasonFor; score: number }
type SignAgainst = { speaks: 'against'; reason: ReasonAgainst }

/** Of the words that the likeliest language knows, the part that another must know to be considered too. */
const LIKELY_LANGUAGE = 0.5
/** With fewer everyday words any language is possible. */
const FEWEST_TO_TELL = 3

const index = indexPhrases(languages)

/** Reads a text once, for all rules. Never throws. */
export function read(text: string): Reading {
  const guessed = new Set<number>()
  const tokens = tokenise(text).map((token, at) => {
    const meant = wordMeant(index, token.word)
    if (meant === undefined) return token
    guessed.add(at)
    return { ...token, word: meant }
  })
  const found = [...findPhrases(index, tokens)]
  const mostEveryday = Math.max(0, ...found.map(([, hits]) => everydayWords(hits)))
  const most = Math.max(0, ...found.map(([, hits]) => knownWords(hits)))
  const views = found
    .filter(
      ([, hits]) => mostEveryday < FEWEST_TO_TELL || everydayWords(hits) >= mostEveryday * LIKELY_LANGUAGE,
    )
    .filter(([, hits]) => knownWords(hits) >= most * LIKELY_LANGUAGE)
    .map(([language, hits]) => ({ tokens, language, hits, guessed }))
  return { text, tokens, views }
}

/** How many everyday words of its language the text has: a good sign of the language it is written in. */
function everydayWords({ filler = [], common = [] }: Hits): number {
  return filler.length + common.length
}

/** How many words belong to phrases of the language. A word counts for each phrase that it is in. */
export function knownWords(hits: Hits): number {
  let known = 0
  for (const name in hits) for (const { from, to } of hits[name as WordClass] ?? []) known += to - from
  return known
}

/** Whether any language finds a phrase of the class. */
export function has({ views }: Reading, wordClass: WordClass): boolean {
  return views.some(({ hits }) => hits[wordClass] !== undefined)
}

/** The hits of a class that have a token in `from` to `to` (exclusive). Its time does not grow with the text. */
export function touching({ hits }: View, wordClass: WordClass, from: number, to: number): Hit[] {
  const all = hits[wordClass] ?? []
  const found: Hit[] = []
  for (let at = firstFrom(all, from - LONGEST_HIT); at < all.length; at++) {
    const hit = all[at]
    if (hit === undefined || hit.from >= to) break
    if (hit.to > from) found.push(hit)
  }
  return found
}

/** The first of the hits, in order, that begins at `from` or later. */
function firstFrom(hits: readonly Hit[], from: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

export function covers(outer: Hit, inner: Hit): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** From the beginning of the first to the end of the last. */
export function around(one: Hit, other: Hit): Hit {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) }
}

/** Whether `first` ends at most `reach` tokens before `second` begins, in the same clause. */
export function isBefore(first: Hit, second: Hit, reach: number, { tokens }: View): boolean {
  const gap = second.from - first.to
  return gap >= 0 && gap <= reach && tokens[first.from]?.clause === tokens[second.from]?.clause
}

/** The highest score among the signs; 0 without any that speak for it. */
export function highest(signs: readonly Sign[]): number {
  return signs.reduce((best, sign) => (sign.speaks === 'for' ? Math.max(best, sign.score) : best), 0)
}

/** A sign as evidence in the text of turn `turn`. */
export function toEvidence(sign: Sign, { tokens }: Reading, turn: number): Evidence {
  const start = tokens[sign.from]?.start ?? 0
  const end = tokens[sign.to - 1]?.end ?? start
  return sign.speaks === 'for'
    ? { turn, start, end, speaks: 'for', reason: sign.reason }
    : { turn, start, end, speaks: 'against', reason: sign.reason }
}

import type { Token } from '../tokenise.ts'
import { type Language, type WordClass, wordClasses } from './language.ts'
import { type Pattern, type PatternWord, parsePattern, type Step } from './notation.ts'
import { correctWord, learnWord, newSpelling, type Spelling } from './spelling.ts'

/** A phrase found in a text: `from` and `to` count tokens, `to` is exclusive. */
export type Hit = { from: number; to: number }
/** The hits of one language in one text, by class, in the order of the text. */
export type Hits = Partial<Record<WordClass, Hit[]>>

/** No phrase has more words. */
export const LONGEST_HIT = 16

type Entry = { language: Language; wordClass: WordClass; pattern: Pattern }
/** One way in which a pattern can begin: with `words`, and then its steps from `next` on. */
type Start = { entry: Entry; words: PatternWord[]; next: number }

/** The beginnings of all phrases, by their first word or by the stem that it begins with. */
export type PhraseIndex = {
  byWord: Map<string, Start[]>
  byStem: Map<string, Start[]>
  longestStem: number
  spelling: Spelling
}

/** The classes whose words are recognised when they are misspelt. */
const misspelt: ReadonlySet<WordClass> = new Set(['human', 'staff', 'boss', 'somebody', 'talk', 'transfer'])

/** Prepares the phrases of the languages for `findPhrases`. Throws when a phrase is not in the notation. */
export function indexPhrases(languages: readonly Language[]): PhraseIndex {
  const index: PhraseIndex = { byWord: new Map(), byStem: new Map(), longestStem: 0, spelling: newSpelling() }
  for (const language of languages) {
    for (const wordClass of wordClasses) {
      for (const source of language.words[wordClass] ?? []) {
        addEntry(index, { language, wordClass, pattern: parsePattern(source) })
      }
    }
  }
  return index
}

function addEntry(index: PhraseIndex, entry: Entry): void {
  const { steps } = entry.pattern
  for (const step of steps) learnStep(index.spelling, step, misspelt.has(entry.wordClass))
  const firstNeeded = steps.findIndex((step) => !step.optional)
  for (const [at, step] of steps.slice(0, firstNeeded + 1).entries()) {
    for (const words of [...step.byWord.values(), step.stems].flat())
      addStart(index, { entry, words, next: at + 1 })
  }
}

function addStart(index: PhraseIndex, start: Start): void {
  const { word = '', isStem = false } = start.words[0] ?? {}
  const map = isStem ? index.byStem : index.byWord
  const known = map.get(word)
  if (known === undefined) map.set(word, [start])
  else known.push(start)
  if (isStem) index.longestStem = Math.max(index.longestStem, word.length)
}

function learnStep(spelling: Spelling, step: Step, canBeMisspelt: boolean): void {
  for (const { word, isStem } of [...step.byWord.values(), step.stems].flat(2)) {
    if (isStem) continue
    spelling.known.add(word)
    if (canBeMisspelt) learnWord(spelling, word)
  }
}

/** The word that was meant, where `word` is a misspelt one. */
export function wordMeant(index: PhraseIndex, word: string): string | undefined {
  const meant = correctWord(index.spelling, word)
  return meant === undefined || startsWithStem(index, word) ? undefined : meant
}

function startsWithStem({ byStem, longestStem }: PhraseIndex, word: string): boolean {
  for (let length = Math.min(word.length, longestStem); length > 0; length--) {
    if (byStem.has(word.slice(0, length))) return true
  }
  return false
}

/** Finds the phrases of all languages in one pass. Of one class, the longest that begins at a word is kept. */
export function findPhrases(index: PhraseIndex, tokens: readonly Token[]): Map<Language, Hits> {
  const found = new Map<Language, Hits>()
  for (const [from, { word }] of tokens.entries()) {
    for (const { entry, words, next } of startsWith(index, word)) {
      if (entry.pattern.atStart && !startsClause(tokens, from)) continue
      if (words.length > 1 && !matchesAt(words, tokens, from)) continue
      const to = longestMatch(entry.pattern, next, tokens, from, from + words.length)
      if (to > from) addHit(found, entry, { from, to })
    }
  }
  return found
}

function startsWith({ byWord, byStem, longestStem }: PhraseIndex, word: string): Start[] {
  let found = byWord.get(word) ?? []
  for (let length = Math.min(word.length, longestStem); length > 0; length--) {
    const starts = byStem.get(word.slice(0, length))
    if (starts !== undefined) found = [...found, ...starts]
  }
  return found
}

/** Whether a clause begins at token `at`, or the text ends before it. */
function startsClause(tokens: readonly Token[], at: number): boolean {
  return at === 0 || tokens[at - 1]?.clause !== tokens[at]?.clause
}

/** Where the longest match of the steps from `step` on ends, or -1. A match stays in the clause of `from`. */
function longestMatch(
  pattern: Pattern,
  step: number,
  tokens: readonly Token[],
  from: number,
  at: number,
): number {
  const current = pattern.steps[step]
  if (current === undefined) return !pattern.atEnd || startsClause(tokens, at) ? at : -1
  let longest = current.optional ? longestMatch(pattern, step + 1, tokens, from, at) : -1
  const token = tokens[at]
  if (token === undefined || token.clause !== tokens[from]?.clause) return longest
  for (const alternatives of [current.byWord.get(token.word), current.stems]) {
    if (alternatives === undefined) continue
    for (const words of alternatives) {
      if (!matchesAt(words, tokens, at)) continue
      longest = Math.max(longest, longestMatch(pattern, step + 1, tokens, from, at + words.length))
    }
  }
  return longest
}

function matchesAt(words: readonly PatternWord[], tokens: readonly Token[], at: number): boolean {
  const clause = tokens[at]?.clause
  return words.every(({ word, isStem }, offset) => {
    const token = tokens[at + offset]
    if (token === undefined || token.clause !== clause) return false
    return isStem ? token.word.startsWith(word) : token.word === word
  })
}

function addHit(found: Map<Language, Hits>, { language, wordClass }: Entry, hit: Hit): void {
  let hits = found.get(language)
  if (hits === undefined) {
    hits = {}
    found.set(language, hits)
  }
  const ofClass = hits[wordClass]
  if (ofClass === undefined) {
    hits[wordClass] = [hit]
    return
  }
  const last = ofClass.at(-1)
  if (last !== undefined && last.from === hit.from) last.to = Math.max(last.to, hit.to)
  else ofClass.push(hit)
}

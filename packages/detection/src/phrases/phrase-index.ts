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

export type PhraseIndex = {
  byWord: Map<string, Entry[]>
  byStem: Map<string, Entry[]>
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
  for (const step of entry.pattern.steps) learnStep(index.spelling, step, misspelt.has(entry.wordClass))
  for (const step of beginnings(entry.pattern)) {
    for (const word of step.byWord.keys()) append(index.byWord, word, entry)
    for (const stem of new Set(step.stems.map((words) => words[0]?.word ?? ''))) {
      append(index.byStem, stem, entry)
      index.longestStem = Math.max(index.longestStem, stem.length)
    }
  }
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
  return startsWithStem(index, word) ? undefined : correctWord(index.spelling, word)
}

function startsWithStem({ byStem, longestStem }: PhraseIndex, word: string): boolean {
  for (let length = Math.min(word.length, longestStem); length > 1; length--) {
    if (byStem.has(word.slice(0, length))) return true
  }
  return false
}

/** The steps that a match can begin with. */
function beginnings(pattern: Pattern): Step[] {
  const firstNeeded = pattern.steps.findIndex((step) => !step.optional)
  return pattern.steps.slice(0, firstNeeded + 1)
}

function append(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key)
  if (entries === undefined) map.set(key, [entry])
  else if (entries.at(-1) !== entry) entries.push(entry)
}

/** Finds the phrases of all languages in one pass. Of one class, the longest that begins at a word is kept. */
export function findPhrases(index: PhraseIndex, tokens: readonly Token[]): Map<Language, Hits> {
  const found = new Map<Language, Hits>()
  for (let from = 0; from < tokens.length; from++) {
    for (const entry of entriesAt(index, tokens[from]?.word ?? '')) {
      if (entry.pattern.atStart && !startsClause(tokens, from)) continue
      const to = longestMatch(entry.pattern, 0, tokens, from, from)
      if (to > from) addHit(found, entry, { from, to })
    }
  }
  return found
}

function entriesAt(index: PhraseIndex, word: string): Entry[] {
  const found = [...(index.byWord.get(word) ?? [])]
  for (let length = Math.min(word.length, index.longestStem); length > 0; length--) {
    const entries = index.byStem.get(word.slice(0, length))
    if (entries !== undefined) found.push(...entries)
  }
  return found
}

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
  if (current === undefined) return !pattern.atEnd || endsClause(tokens, at) ? at : -1
  let longest = current.optional ? longestMatch(pattern, step + 1, tokens, from, at) : -1
  const token = tokens[at]
  if (token === undefined || token.clause !== tokens[from]?.clause) return longest
  const follow = (alternatives: PatternWord[][]) => {
    for (const words of alternatives) {
      if (!matchesAt(words, tokens, at)) continue
      longest = Math.max(longest, longestMatch(pattern, step + 1, tokens, from, at + words.length))
    }
  }
  const byWord = current.byWord.get(token.word)
  if (byWord !== undefined) follow(byWord)
  if (current.stems.length > 0) follow(current.stems)
  return longest
}

function endsClause(tokens: readonly Token[], end: number): boolean {
  return startsClause(tokens, end)
}

function matchesAt(words: readonly PatternWord[], tokens: readonly Token[], at: number): boolean {
  for (const [offset, { word, isStem }] of words.entries()) {
    const token = tokens[at + offset]
    if (token === undefined || token.clause !== tokens[at]?.clause) return false
    if (isStem ? !token.word.startsWith(word) : token.word !== word) return false
  }
  return true
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

import type { Token } from '../tokenise.ts'
import { noSymbol, type Symbols, symbolCount } from './symbols.ts'

/**
 * What a linear model sees of some words, each as a number of 32 bits, so that no list of features is needed (feature
 * hashing: Weinberger et al. 2009, https://arxiv.org/abs/0902.2206):
 *
 * - letters: of each word its groups of three to five, and the word itself
 * - words: neighbours in twos, threes and fours, also with one or two words left out between; the first and the last;
 *   how many there are
 * - structure: the same once more, but what plays a part in requests (a person, a verb of talking, a negation …) is only
 *   the part that it plays. So "hablar con un agente" teaches something for every language. And which parts there are
 *   at all, in pairs.
 */
export type Features = { hashes: Uint32Array; length: number }

const SHORTEST_GRAM = 3
const LONGEST_GRAM = 5
/** Seeds: a feature of one kind is not taken for one of another. */
const seeds = {
  first: 0x51ed270b,
  last: 0x2c1b3c6d,
  length: 0x297a2d39,
  word: 0x1b56c4e9,
  gram: 0x9e3779b9,
  symbol: 0x1f83d9ab,
  inWords: 0x7ed55d16,
  inStructure: 0x4cf5ad43,
  skipOne: 0x3c6ef372,
  skipTwo: 0x6a09e667,
  present: 0x5be0cd19,
}
const BEFORE_WORD = 0x3c
const AFTER_WORD = 0x3e
const DIGIT = 0x30

const found: Features = { hashes: new Uint32Array(4096), length: 0 }
let words = new Uint32Array(512)
let sequence = new Uint32Array(512)

/**
 * The features of `tokens` from `from` to `to` (exclusive). What is returned is used again by the next call: read or
 * copy it before that.
 */
export function featuresOf(tokens: readonly Token[], symbols: Symbols, from: number, to: number): Features {
  found.length = 0
  const count = to - from
  if (words.length < count) words = new Uint32Array(count * 2)
  for (let at = 0; at < count; at++) words[at] = addWord(tokens[from + at]?.word ?? '')
  addNeighbours(words, count, seeds.inWords)
  add(mix(seeds.first, words[0] ?? 0))
  add(mix(seeds.last, words[count - 1] ?? 0))
  add(mix(seeds.length, lengthClass(count)))
  addStructure(symbols, from, to)
  return found
}

/** 1, 2, 3, 4 to 5, 6 to 8, more. */
function lengthClass(count: number): number {
  if (count <= 3) return count
  if (count <= 5) return 4
  return count <= 8 ? 5 : 6
}

/** Adds a word and its letters; returns its number. Numbers are all alike. */
function addWord(word: string): number {
  if (isNumber(word)) {
    const number = finish(step(seeds.word, DIGIT))
    add(number)
    return number
  }
  let whole = seeds.word
  for (let at = 0; at < word.length; at++) whole = step(whole, letterAt(word, at))
  whole = finish(whole)
  add(whole)
  const last = word.length + 1
  for (let start = 0; start + SHORTEST_GRAM <= last + 1; start++) {
    let gram = seeds.gram
    for (let end = start; end < start + LONGEST_GRAM && end <= last; end++) {
      gram = step(gram, end === 0 ? BEFORE_WORD : end === last ? AFTER_WORD : letterAt(word, end - 1))
      if (end - start + 1 >= SHORTEST_GRAM) add(finish(gram))
    }
  }
  return whole
}

function addNeighbours(items: Uint32Array, count: number, seed: number): void {
  for (let at = 0; at + 1 < count; at++) {
    const one = mix(seed, items[at] ?? 0)
    const two = mix(one, items[at + 1] ?? 0)
    add(two)
    if (at + 2 >= count) continue
    const third = items[at + 2] ?? 0
    const three = mix(two, third)
    add(three)
    add(mix(mix(one, seeds.skipOne), third))
    if (at + 3 >= count) continue
    const fourth = items[at + 3] ?? 0
    add(mix(three, fourth))
    add(mix(mix(one, seeds.skipTwo), fourth))
  }
}

function addStructure({ classes, ends }: Symbols, from: number, to: number): void {
  if (sequence.length < to - from + 2) sequence = new Uint32Array((to - from + 2) * 2)
  let count = 0
  let last = noSymbol
  let present = 0
  sequence[count++] = seeds.first
  for (let at = from; at < to; ) {
    const symbol = classes[at] ?? noSymbol
    const end = ends[at] ?? 0
    const isSymbol = symbol !== noSymbol && end <= to
    // The same part twice in a row is played once.
    if (!isSymbol || symbol !== last)
      sequence[count++] = isSymbol ? mix(seeds.symbol, symbol) : (words[at - from] ?? 0)
    if (isSymbol) present |= 1 << symbol
    last = isSymbol ? symbol : noSymbol
    at = isSymbol ? end : at + 1
  }
  sequence[count++] = seeds.last
  for (let at = 1; at + 1 < count; at++) add(mix(seeds.inStructure, sequence[at] ?? 0))
  addNeighbours(sequence, count, seeds.inStructure)
  addPresent(present)
}

function addPresent(present: number): void {
  for (let one = 1; one <= symbolCount; one++) {
    if ((present & (1 << one)) === 0) continue
    const single = mix(seeds.present, one)
    add(single)
    for (let other = one + 1; other <= symbolCount; other++)
      if (present & (1 << other)) add(mix(single, other))
  }
}

function isNumber(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code < 0x30 || code > 0x39) return false
  }
  return word.length > 0
}

function letterAt(word: string, at: number): number {
  const code = word.charCodeAt(at)
  return code >= 0x30 && code <= 0x39 ? DIGIT : code
}

function add(hash: number): void {
  if (found.length === found.hashes.length) {
    const larger = new Uint32Array(found.hashes.length * 2)
    larger.set(found.hashes)
    found.hashes = larger
  }
  found.hashes[found.length++] = hash
}

/** FNV-1a over 16 bits at once. */
function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** The finalizer of MurmurHash3 by Austin Appleby, public domain: spreads every bit over all. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function mix(one: number, other: number): number {
  return finish(Math.imul(one, 31) + other)
}

import type { Hit } from './phrases/phrase-index.ts'
import { rarityOf } from './rarity.ts'
import type { Reading, View } from './reading.ts'

/**
 * What a text is about, as weighted features: its words, pieces of three letters (so that endings and typing errors
 * cost little), and pairs of neighbours. The weights make a vector of length 1; a text
 * without words has no features.
 */
export type Features = ReadonlyMap<string, number>
/** Some of a text's tokens, `to` exclusive. */
export type Part = { from: number; to: number; features: Features }

/** The weight of a word that says nothing of the topic; others weigh 1. */
const COMMON = 0.2
/** Of a word's weight, the part that its pieces carry. */
const PIECES = 0.9
const SHORTEST_WITH_PIECES = 4
const PIECE = 3
/** A pair of neighbours, against a word. */
const PAIR = 0.15
/** Letters that mostly hold what a word is about. */
const STEM = 5
const SHORT_STEM = 3

/** The features of a whole text. */
export function featuresOf(reading: Reading): Features {
  return featuresBetween(reading, weightsOf(reading), 0, reading.tokens.length)
}

/** The same by the beginnings of its words only: coarser and much quicker. Not to be compared with the others. */
export function stemsOf(reading: Reading): Features {
  const weights = new Map<string, number>()
  const wordWeights = weightsOf(reading)
  for (const [at, { word }] of reading.tokens.entries())
    add(weights, word.slice(0, STEM), wordWeights[at] ?? 1)
  return toUnitLength(weights)
}

/** The beginning of a word: three letters, so that a typing error later in it does not matter. */
export function stemOf(word: string): string {
  return word.slice(0, SHORT_STEM)
}

/** The beginnings of the words of a text that say something of its topic. */
export function topicStemsOf(reading: Reading): string[] {
  const wordWeights = weightsOf(reading)
  return reading.tokens.flatMap(({ word }, at) => ((wordWeights[at] ?? 1) > COMMON ? [stemOf(word)] : []))
}

/** A text as a whole, and its sentences if it has several. */
export function partsOf(reading: Reading): Part[] {
  const wordWeights = weightsOf(reading)
  const { tokens } = reading
  const part = (from: number, to: number) => ({
    from,
    to,
    features: featuresBetween(reading, wordWeights, from, to),
  })
  const starts = [...tokens.keys()].filter((at) => tokens[at]?.sentence !== tokens[at - 1]?.sentence)
  const sentences = starts.map((from, at) => part(from, starts[at + 1] ?? tokens.length))
  return starts.length === 1 ? sentences : [part(0, tokens.length), ...sentences]
}

/** How many of its words say something of a topic: in "hello there" none. */
export function countTopicWords(reading: Reading): number {
  return weightsOf(reading).filter((weight) => weight > COMMON).length
}

/** What several texts have in common, as the features of one. */
export function meanOf(all: readonly Features[]): Features {
  const sums = new Map<string, number>()
  for (const features of all) {
    for (const [feature, weight] of features) sums.set(feature, (sums.get(feature) ?? 0) + weight)
  }
  return toUnitLength(sums)
}

function featuresBetween(
  { tokens }: Reading,
  wordWeights: readonly number[],
  from: number,
  to: number,
): Features {
  const weights = new Map<string, number>()
  for (const [offset, { word }] of tokens.slice(from, to).entries()) {
    const weight = wordWeights[from + offset] ?? 1
    addWord(weights, word, weight)
    const next = tokens[from + offset + 1]
    if (next !== undefined && from + offset + 1 < to) add(weights, `${word} ${next.word}`, weight * PAIR)
  }
  return toUnitLength(weights)
}

/** What each word says of the topic, as the language sees it that knows most of the everyday words here. */
function weightsOf({ tokens, views }: Reading): number[] {
  const weights = tokens.map(({ word }) => Math.max(COMMON, rarityOf(word)))
  const everyday = (view: View) => count(view.hits.common) + count(view.hits.filler)
  const [first, ...others] = views
  if (first === undefined) return weights
  const { hits } = others.reduce((best, view) => (everyday(view) > everyday(best) ? view : best), first)
  for (const { from, to } of [...(hits.common ?? []), ...(hits.filler ?? [])]) weights.fill(COMMON, from, to)
  return weights
}

function count(hits: readonly Hit[] = []): number {
  return hits.reduce((sum, { from, to }) => sum + to - from, 0)
}

function addWord(weights: Map<string, number>, word: string, weight: number): void {
  const hasPieces = word.length >= SHORTEST_WITH_PIECES
  add(weights, word, hasPieces ? weight * (1 - PIECES) : weight)
  if (!hasPieces) return
  const padded = `^${word}$`
  const count = padded.length - PIECE + 1
  for (let at = 0; at < count; at++)
    add(weights, padded.slice(at, at + PIECE), (weight * PIECES) / Math.sqrt(count))
}

function add(weights: Map<string, number>, feature: string, weight: number): void {
  weights.set(feature, Math.max(weights.get(feature) ?? 0, weight))
}

function toUnitLength(weights: ReadonlyMap<string, number>): Features {
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  const length = Math.sqrt(squares)
  return new Map([...weights].map(([feature, weight]) => [feature, weight / length]))
}

/** From 0 (nothing in common) to 1 (the same): the cosine. */
export function similarity(one: Features, other: Features): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [feature, weight] of small) sum += weight * (large.get(feature) ?? 0)
  return Math.min(1, sum)
}

/** The part of a text's weight that another text has, too: from 0 (nothing) to 1 (all of it). */
export function coverage(one: Features, other: Features): number {
  let [all, shared] = [0, 0]
  for (const [feature, weight] of one) {
    all += weight
    if (other.has(feature)) shared += weight
  }
  return all === 0 ? 0 : shared / all
}

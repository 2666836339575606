import { rarityOf } from '@baton/detection/rarity'
import { tokenise } from '@baton/detection/text'

/** A text as weighted features of length 1. */
export type Vector = ReadonlyMap<number, number>

/** `tells`: how much it says of a topic in any text, up to 1. */
type Feature = { weight: number; tells: number }

const BUCKETS = 2 ** 18
const SHORTEST_WITH_PIECES = 4
const weights = { word: 1, pair: 0.6, skip: 0.3, piece: 0.35 }

/** Vectors weighted by how rare their features are among `texts`. */
export function createVectors(texts: readonly string[]): { vectorOf: (text: string) => Vector } {
  const frequencies = new Map<number, number>()
  for (const text of texts)
    for (const feature of featuresOf(text).keys())
      frequencies.set(feature, (frequencies.get(feature) ?? 0) + 1)
  const rarity = (feature: number) => Math.log((texts.length + 1) / ((frequencies.get(feature) ?? 0) + 0.5))
  // What no text has is rare here, but an everyday word says no more for that: "what", "do", "need".
  const weigh = (feature: number, { weight, tells }: Feature) =>
    weight * rarity(feature) * (frequencies.has(feature) ? 1 : tells)
  return {
    vectorOf: (text) =>
      toUnitLength([...featuresOf(text)].map(([feature, of]) => [feature, weigh(feature, of)])),
  }
}

/** How like a question each of some texts is, from 0 to 1. */
export function likenessTo(question: string, texts: readonly string[]): number[] {
  const { vectorOf } = createVectors(texts)
  const asked = vectorOf(question)
  return texts.map((text) => likeness(asked, vectorOf(text)))
}

/** How alike two texts are, from 0 to 1. */
export function likeness(one: Vector, other: Vector): number {
  let product = 0
  for (const [feature, value] of one) product += value * (other.get(feature) ?? 0)
  return Math.min(1, product)
}

/** Words, pieces of three and four letters, neighbours, and words with one between. */
function featuresOf(text: string): Map<number, Feature> {
  const features = new Map<number, Feature>()
  const add = (name: string, weight: number, tells: number) => {
    const feature = hash(name) % BUCKETS
    const known = features.get(feature)
    if (known === undefined || known.weight < weight) features.set(feature, { weight, tells })
  }
  const words = tokenise(text).map(({ word }) => word)
  const rarities = words.map((word) => Math.sqrt(rarityOf(word)))
  const tellsOf = (...places: number[]) => Math.min(...places.map((at) => rarities[at] ?? 1))
  for (const [at, word] of words.entries()) {
    add(`word ${word}`, weights.word, tellsOf(at))
    for (const piece of piecesOf(word)) add(`piece ${piece}`, weights.piece, tellsOf(at))
    if (at + 1 < words.length) add(`pair ${word} ${words[at + 1]}`, weights.pair, tellsOf(at, at + 1))
    if (at + 2 < words.length) add(`skip ${word} ${words[at + 2]}`, weights.skip, tellsOf(at, at + 2))
  }
  return features
}

function piecesOf(word: string): string[] {
  if (word.length < SHORTEST_WITH_PIECES) return []
  const whole = `<${word}>`
  const pieces: string[] = []
  for (const length of [3, 4])
    for (let at = 0; at + length <= whole.length; at++) pieces.push(whole.slice(at, at + length))
  return pieces
}

function toUnitLength(entries: readonly [number, number][]): Vector {
  const length = Math.sqrt(entries.reduce((sum, [, value]) => sum + value * value, 0))
  return new Map(length === 0 ? [] : entries.map(([feature, value]) => [feature, value / length]))
}

/** FNV-1a with a last mixing step. */
function hash(text: string): number {
  let mixed = 0x811c9dc5
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

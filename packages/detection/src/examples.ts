import type { Hit } from './phrases/phrase-index.ts'
import { type Reading, read, type Sign } from './reading.ts'
import {
  countTopicWords,
  type Features,
  featuresOf,
  meanOf,
  partsOf,
  similarity,
  stemOf,
  topicStemsOf,
} from './similarity.ts'

/** The users' example phrases of one scenario, prepared. */
export type Examples = {
  /** How many there are. Those that say nothing of a topic are left out: "hello" would fire on every greeting. */
  count: number
  /** For each feature the phrases that have it, so that a text is compared with all of them at once. */
  phrasesWith: ReadonlyMap<string, readonly Weighted[]>
  isNegative: readonly boolean[]
  /** What the phrases have in common. */
  mean: Features
  /** Beginnings of the words that matter. A text without any of them is not like the phrases. */
  stems: ReadonlySet<string>
}

type Weighted = { phrase: number; weight: number }

/** How much the nearest phrase counts against what all have in common. Found with `eval/measure.ts`. */
const NEAREST = 0.6
const MEAN = 0.52
/** From here on the words are the same. */
const SAME = 0.999
/** What is left of the likeness when one is negative and the other is not: "I have …", "I don't have …". */
const OPPOSITE = 0.6

/** Prepares phrases for `likeExamples`. */
export function prepareExamples(phrases: readonly string[]): Examples {
  const readings = phrases.map(read).filter((reading) => countTopicWords(reading) > 0)
  const features = readings.map(featuresOf)
  return {
    count: readings.length,
    phrasesWith: byFeature(features),
    isNegative: readings.map((reading) => isNegative(reading, 0, reading.tokens.length)),
    mean: meanOf(features),
    stems: new Set(readings.flatMap(topicStemsOf)),
  }
}

function byFeature(all: readonly Features[]): Map<string, Weighted[]> {
  const phrasesWith = new Map<string, Weighted[]>()
  for (const [phrase, features] of all.entries()) {
    for (const [feature, weight] of features) {
      const known = phrasesWith.get(feature)
      if (known === undefined) phrasesWith.set(feature, [{ phrase, weight }])
      else known.push({ phrase, weight })
    }
  }
  return phrasesWith
}

function isNegative({ views }: Reading, from: number, to: number): boolean {
  const negates = (hit: Hit) => hit.from >= from && hit.from < to
  return views.some(({ hits }) => (hits.negative ?? hits.not ?? []).some(negates))
}

/**
 * The part of a text that is most like the examples. Its score is 0.5 where the likeness is `enough`, and 1 for the
 * same words.
 */
export function likeExamples(reading: Reading, examples: Examples, enough: number): Sign[] {
  if (!reading.tokens.some(({ word }) => examples.stems.has(stemOf(word)))) return []
  const signs = partsOf(reading).map(({ from, to, features }): Sign => {
    const likeness = likenessTo(features, isNegative(reading, from, to), examples)
    return { from, to, speaks: 'for', reason: 'like_example', score: toScore(likeness, enough) }
  })
  const best = signs.toSorted((one, other) => scoreOf(other) - scoreOf(one))[0]
  return best === undefined || scoreOf(best) === 0 ? [] : [best]
}

function likenessTo(features: Features, negative: boolean, examples: Examples): number {
  const likenesses = likenessesTo(features, examples)
  const kept = likenesses.map(
    (likeness, at) => likeness * (examples.isNegative[at] === negative ? 1 : OPPOSITE),
  )
  const nearest = Math.max(...kept)
  if (nearest > SAME) return 1
  const common = similarity(examples.mean, features) * (examples.isNegative.includes(negative) ? 1 : OPPOSITE)
  return Math.min(1, NEAREST * nearest + MEAN * common)
}

/** The similarity to each of the phrases. */
function likenessesTo(features: Features, { count, phrasesWith }: Examples): number[] {
  const sums = new Array<number>(count).fill(0)
  for (const [feature, weight] of features) {
    for (const other of phrasesWith.get(feature) ?? []) {
      sums[other.phrase] = (sums[other.phrase] ?? 0) + weight * other.weight
    }
  }
  return sums
}

function toScore(likeness: number, enough: number): number {
  if (likeness < enough) return (0.5 * likeness) / enough
  return 0.5 + (0.5 * (likeness - enough)) / (1 - enough)
}

function scoreOf(sign: Sign): number {
  return sign.speaks === 'for' ? sign.score : 0
}

import type { Reading, Sign } from './reading.ts'
import { read } from './reading.ts'
import { type Features, featuresOf, meanOf, partsOf, saysSomething, similarity } from './similarity.ts'

/** The users' example phrases of one scenario, prepared. */
export type Examples = {
  /** Those that say something of a topic. "Hello" does not, and would fire on every greeting. */
  phrases: Features[]
  /** What they have in common. */
  mean: Features
}

/** How much the nearest phrase counts against what all have in common. Found on public data, see `eval/measure.ts`. */
const NEAREST = 0.6
const MEAN = 0.52

export function prepareExamples(phrases: readonly string[]): Examples {
  const features = phrases.map(read).filter(saysSomething).map(featuresOf)
  return { phrases: features, mean: meanOf(features) }
}

/**
 * The part of a text that is most like the examples. Its score is 0.5 where the likeness is `enough`, and 1 for the
 * same words.
 */
export function likeExamples(reading: Reading, examples: Examples, enough: number): Sign[] {
  if (examples.phrases.length === 0) return []
  const signs = partsOf(reading).map(({ from, to, features }): Sign => {
    const likeness = likenessTo(features, examples)
    return { from, to, speaks: 'for', reason: 'like_example', score: toScore(likeness, enough) }
  })
  const best = signs.toSorted((one, other) => scoreOf(other) - scoreOf(one))[0]
  return best === undefined || scoreOf(best) === 0 ? [] : [best]
}

function likenessTo(features: Features, { phrases, mean }: Examples): number {
  const nearest = Math.max(...phrases.map((phrase) => similarity(phrase, features)))
  const isSame = nearest > 0.999
  return isSame ? 1 : Math.min(1, NEAREST * nearest + MEAN * similarity(mean, features))
}

function toScore(likeness: number, enough: number): number {
  if (likeness < enough) return (0.5 * likeness) / enough
  return 0.5 + (0.5 * (likeness - enough)) / (1 - enough)
}

function scoreOf(sign: Sign): number {
  return sign.speaks === 'for' ? sign.score : 0
}

import { featureValue, LARGEST_WEIGHT, type StoredModel, ZERO_WEIGHT } from '../src/model/linear-model.ts'
import { createRandom } from './random.ts'

/** What a linear model learns from: a text as the features of its units, of which the strongest decides. */
export type Sample = { units: readonly Uint32Array[]; wanted: 0 | 1; weight: number }

export type Fitted = { weights: Float32Array; bias: number }

const RATE = 0.1
const SEED = 7
/** A sample that is as right as this teaches nothing more. */
const RIGHT = 1e-3
const UNCUT = 0.999

/**
 * Logistic regression by stochastic gradient descent with AdaGrad (Duchi, Hazan, Singer 2011). A text has the score of
 * its highest unit, and only that unit learns. The same samples in the same order give the same weights.
 */
export function fit(samples: readonly Sample[], { bits, epochs }: { bits: number; epochs: number }): Fitted {
  const size = 2 ** bits
  const fitted: Fitted = { weights: new Float32Array(size), bias: 0 }
  const { weights } = fitted
  const squares = new Float32Array(size).fill(1e-2)
  let biasSquares = 1
  const random = createRandom(SEED)
  const order = [...samples.keys()]
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of random.shuffle(order)) {
      const { units = [], wanted = 0, weight = 0 } = samples[at] ?? {}
      const { unit, score } = strongest(units, fitted)
      const error = (1 / (1 + Math.exp(-score)) - wanted) * weight
      if (unit === undefined || Math.abs(error) < RIGHT) continue
      const gradient = error * featureValue(unit.length)
      for (const hash of unit) {
        const slot = hash & (size - 1)
        const square = (squares[slot] ?? 0) + gradient * gradient
        squares[slot] = square
        weights[slot] = (weights[slot] ?? 0) - (RATE * gradient) / Math.sqrt(square)
      }
      biasSquares += error * error
      fitted.bias -= (RATE * error) / Math.sqrt(biasSquares)
    }
  }
  return fitted
}

/** The log-odds of a text: those of its highest unit. */
export function scoreOf(units: readonly Uint32Array[], fitted: Fitted): number {
  return strongest(units, fitted).score
}

function strongest(
  units: readonly Uint32Array[],
  { weights, bias }: Fitted,
): { unit: Uint32Array | undefined; score: number } {
  const mask = weights.length - 1
  let unit: Uint32Array | undefined
  let score = Number.NEGATIVE_INFINITY
  for (const candidate of units) {
    let sum = 0
    for (const hash of candidate) sum += weights[hash & mask] ?? 0
    const odds = bias + sum * featureValue(candidate.length)
    if (odds > score) {
      unit = candidate
      score = odds
    }
  }
  return { unit, score }
}

/** The model with four bits for each weight. The largest of a thousand weights are cut, so that the others keep more of theirs. */
export function store({ weights, bias }: Fitted): StoredModel {
  const sizes = weights.map(Math.abs).sort()
  const largest = sizes[Math.floor(sizes.length * UNCUT)] ?? 0
  const scale = Math.max(largest, Number.EPSILON) / LARGEST_WEIGHT
  const step = (at: number) => {
    const rounded = Math.round((weights[at] ?? 0) / scale)
    return Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, rounded)) + ZERO_WEIGHT
  }
  const bytes = Buffer.alloc(weights.length / 2)
  for (let at = 0; at < bytes.length; at++) bytes[at] = (step(2 * at) << 4) | step(2 * at + 1)
  return { scale, bias, weights: bytes.toString('base64') }
}

import type { Vector } from './vectors.ts'

/** The probability of each label for a vector. */
export type Classifier = (vector: Vector) => Float64Array

type Sample = { vector: Vector; label: number; weight: number }

const EPOCHS = 15
const RATE = 0.3
const SEED = 1
/** A label that is as right as this for a sample learns nothing from it. */
const RIGHT = 1e-4

/**
 * Softmax regression by gradient descent with AdaGrad (Duchi, Hazan, Singer 2011), in a fixed order. There is one more
 * label, "none of these", that stays at odds of 1: of two labels, neither is probable for what is like neither.
 */
export function trainClassifier(samples: readonly Sample[], labels: number): Classifier {
  const weights = new Map<number, Float64Array>()
  const squares = new Map<number, Float64Array>()
  for (const feature of new Set(samples.flatMap(({ vector }) => [...vector.keys()]))) {
    weights.set(feature, new Float64Array(labels))
    squares.set(feature, new Float64Array(labels).fill(1e-4))
  }
  const probabilities: Classifier = (vector) => {
    const odds = new Float64Array(labels)
    for (const [feature, value] of vector) {
      const of = weights.get(feature)
      if (of !== undefined)
        for (let label = 0; label < labels; label++)
          odds[label] = (odds[label] ?? 0) + (of[label] ?? 0) * value
    }
    return softmax(odds)
  }
  const order = shuffler(samples.length)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const at of order()) {
      const { vector = new Map<number, number>(), label = 0, weight = 0 } = samples[at] ?? {}
      const errors = probabilities(vector)
      errors[label] = (errors[label] ?? 0) - 1
      for (const [feature, value] of vector) {
        const of = weights.get(feature)
        const square = squares.get(feature)
        if (of !== undefined && square !== undefined) learn(of, square, errors, value * weight)
      }
    }
  }
  return probabilities
}

function learn(weights: Float64Array, squares: Float64Array, errors: Float64Array, value: number): void {
  for (let label = 0; label < weights.length; label++) {
    const gradient = (errors[label] ?? 0) * value
    if (Math.abs(gradient) < RIGHT) continue
    const square = (squares[label] ?? 0) + gradient * gradient
    squares[label] = square
    weights[label] = (weights[label] ?? 0) - (RATE * gradient) / Math.sqrt(square)
  }
}

function softmax(odds: Float64Array): Float64Array {
  const highest = odds.reduce((most, value) => Math.max(most, value), 0)
  const powers = odds.map((value) => Math.exp(value - highest))
  const none = Math.exp(-highest)
  const sum = powers.reduce((total, value) => total + value, none)
  return powers.map((value) => value / sum)
}

/** Another order at each call, the same ones in every run. */
function shuffler(count: number): () => readonly number[] {
  const order = Array.from({ length: count }, (_, at) => at)
  let state = SEED
  const below = (limit: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * limit)
  }
  return () => {
    for (let at = order.length - 1; at > 0; at--) {
      const other = below(at + 1)
      const held = order[at] ?? 0
      order[at] = order[other] ?? 0
      order[other] = held
    }
    return order
  }
}

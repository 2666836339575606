/** A row of signals, what is wanted for it, and how much it counts. */
export type Row = { signals: readonly number[]; wanted: 0 | 1; weight: number }

const RIDGE = 1
const MOST_STEPS = 25
const CLOSE_ENOUGH = 1e-6

/** Logistic regression with a ridge by Newton's method, for few signals and many rows. */
export function fitCombination(rows: readonly Row[], size: number): number[] {
  let weights = new Array<number>(size).fill(0)
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, hessian } = derivatives(rows, weights)
    const change = solve(hessian, gradient)
    weights = weights.map((weight, at) => weight - (change[at] ?? 0))
    if (Math.max(...change.map(Math.abs)) < CLOSE_ENOUGH) break
  }
  return weights
}

/** The first and second derivatives of the loss at `weights`. */
function derivatives(rows: readonly Row[], weights: readonly number[]) {
  const size = weights.length
  const gradient = Float64Array.from(weights, (weight) => RIDGE * weight)
  const hessian = new Float64Array(size * size)
  for (let at = 0; at < size; at++) hessian[at * size + at] = RIDGE
  for (const { signals, wanted, weight } of rows) {
    const odds = signals.reduce((sum, signal, at) => sum + signal * (weights[at] ?? 0), 0)
    const probability = 1 / (1 + Math.exp(-odds))
    const error = (probability - wanted) * weight
    const spread = probability * (1 - probability) * weight
    for (let one = 0; one < size; one++) {
      const signal = signals[one] ?? 0
      if (signal === 0) continue
      gradient[one] = (gradient[one] ?? 0) + error * signal
      for (let other = 0; other < size; other++) {
        const cell = one * size + other
        hessian[cell] = (hessian[cell] ?? 0) + spread * signal * (signals[other] ?? 0)
      }
    }
  }
  return { gradient, hessian }
}

/** Solves `matrix` · x = `values` by Gaussian elimination. The matrix is positive definite, so no rows are swapped. */
function solve(matrix: Float64Array, values: Float64Array): number[] {
  const size = values.length
  const at = (row: number, column: number) => matrix[row * size + column] ?? 0
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = at(row, pivot) / at(pivot, pivot)
      if (factor === 0) continue
      for (let column = pivot; column < size; column++)
        matrix[row * size + column] = at(row, column) - factor * at(pivot, column)
      values[row] = (values[row] ?? 0) - factor * (values[pivot] ?? 0)
    }
  }
  const solution = new Array<number>(size).fill(0)
  for (let row = size - 1; row >= 0; row--) {
    let rest = values[row] ?? 0
    for (let column = row + 1; column < size; column++) rest -= at(row, column) * (solution[column] ?? 0)
    solution[row] = rest / at(row, row)
  }
  return solution
}

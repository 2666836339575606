import { expect, test } from 'vitest'
import { loadModel, logOdds } from '../src/model/linear-model.ts'
import { fit, type Sample, scoreOf, store } from './fit.ts'
import { fitCombination, type Row } from './fit-combination.ts'

const sample = (wanted: 0 | 1, ...units: number[][]): Sample => ({
  units: units.map((unit) => Uint32Array.from(unit)),
  wanted,
  weight: 1,
})

test('a text is what its strongest part is', () => {
  const samples = Array.from({ length: 50 }, () => [sample(1, [1, 2], [7, 8]), sample(0, [7, 8], [9])]).flat()
  const fitted = fit(samples, { bits: 8, epochs: 5 })
  expect(scoreOf([Uint32Array.of(1, 2)], fitted)).toBeGreaterThan(1)
  expect(scoreOf([Uint32Array.of(7, 8), Uint32Array.of(9)], fitted)).toBeLessThan(-1)
})

test('what is stored gives nearly the same', () => {
  const fitted = fit(
    Array.from({ length: 40 }, (_, at) => sample(at % 2 === 0 ? 1 : 0, [at, 1 + (at % 2), 50 + (at % 7)])),
    { bits: 8, epochs: 5 },
  )
  const model = loadModel(store(fitted))
  const hashes = Uint32Array.of(4, 1, 54)
  expect(logOdds(model, { hashes, length: 3 })).toBeCloseTo(scoreOf([hashes], fitted), 0)
})

test('the combination finds the weights that made the data', () => {
  const rows = Array.from({ length: 4_000 }, (_, at): Row => {
    const signals = [1, (at % 20) / 10 - 1, (at % 7) / 3 - 1]
    const odds = 0.5 + 2 * (signals[1] ?? 0) - (signals[2] ?? 0)
    const chance = 1 / (1 + Math.exp(-odds))
    return { signals, wanted: (at * 0.618) % 1 < chance ? 1 : 0, weight: 1 }
  })
  const [bias = 0, one = 0, two = 0] = fitCombination(rows, 3)
  expect(bias).toBeCloseTo(0.5, 0)
  expect(one).toBeCloseTo(2, 0)
  expect(two).toBeCloseTo(-1, 0)
})

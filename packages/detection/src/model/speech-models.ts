import built from '../built/weights.json' with { type: 'json' }
import type { Reading } from '../reading.ts'
import { featuresOf } from './features.ts'
import { type LinearModel, loadModel, logOdds, probability } from './linear-model.ts'
import { symbolsOf } from './symbols.ts'
import { type Unit, unitsOf } from './units.ts'

/**
 * What a turn says, besides asking for a person: the bot `offers` or `promises` one, or has no answer (`ignorance`); the
 * contact says that an answer was no use (`failure`), or yes or no (`acceptance`, `refusal`).
 */
export type Speech = 'offer' | 'promise' | 'ignorance' | 'failure' | 'acceptance' | 'refusal'

/** The words that say it most, and how probable it is that they do. */
export type Said = Unit & { score: number }

const models = {
  offer: loadModel(built.models.offer),
  promise: loadModel(built.models.promise),
  ignorance: loadModel(built.models.ignorance),
  failure: loadModel(built.models.failure),
  acceptance: loadModel(built.models.acceptance),
  refusal: loadModel(built.models.refusal),
}
const nothing: Said = { from: 0, to: 0, score: 0 }

/** How probable it is that a turn says this, by the part of it that does so most. */
export function says(speech: Speech, reading: Reading): Said {
  return strongest(models[speech], reading)
}

/** The part of a turn that a model is surest of. */
export function strongest(model: LinearModel, reading: Reading): Said {
  const symbols = symbolsOf(reading)
  return unitsOf(reading.tokens)
    .map(({ from, to }) => ({
      from,
      to,
      score: probability(logOdds(model, featuresOf(reading.tokens, symbols, from, to))),
    }))
    .reduce((best, said) => (said.score > best.score ? said : best), nothing)
}

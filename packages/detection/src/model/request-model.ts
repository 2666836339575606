import built from '../built/weights.json' with { type: 'json' }
import type { Reading, Sign } from '../reading.ts'
import { featuresOf } from './features.ts'
import { loadModel, logOdds, probability } from './linear-model.ts'
import { requestSignals } from './request-signals.ts'
import { type Symbols, symbolsOf } from './symbols.ts'
import { type Unit, unitsOf } from './units.ts'

/** How probable it is that a message asks for a person, and the words that say so most. */
export type RequestJudgement = { score: number; words: Unit }

const model = loadModel(built.models.request)
/** Words at the ends that the judgement hardly rests on are no evidence. */
const KEPT = 0.85

/** Judges a message as a whole. `signs` are what the rules found in it. */
export function judgeRequest(reading: Reading, signs: readonly Sign[]): RequestJudgement {
  const symbols = symbolsOf(reading)
  let words: Unit = { from: 0, to: 0 }
  let odds = Number.NEGATIVE_INFINITY
  for (const unit of unitsOf(reading.tokens)) {
    const found = oddsOf(reading, symbols, unit)
    if (found > odds) {
      odds = found
      words = unit
    }
  }
  const score = probability(combine(requestSignals(reading, signs, odds)))
  return { score, words: odds > 0 && score >= 0.5 ? essence(reading, symbols, words, odds) : words }
}

function oddsOf({ tokens }: Reading, symbols: Symbols, { from, to }: Unit): number {
  return logOdds(model, featuresOf(tokens, symbols, from, to))
}

function combine(signals: readonly number[]): number {
  return signals.reduce((sum, signal, at) => sum + signal * (built.combination[at] ?? 0), 0)
}

/** The unit without the words at its ends that can be left out. */
function essence(reading: Reading, symbols: Symbols, unit: Unit, odds: number): Unit {
  let { from, to } = unit
  while (to - from > 1) {
    const left = oddsOf(reading, symbols, { from: from + 1, to })
    const right = oddsOf(reading, symbols, { from, to: to - 1 })
    if (Math.max(left, right) < odds * KEPT) break
    if (left > right) from++
    else to--
  }
  return { from, to }
}

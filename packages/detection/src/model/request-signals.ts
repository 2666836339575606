import { findPeople, type Person } from '../people.ts'
import type { WordClass } from '../phrases/language.ts'
import type { Reading, Sign } from '../reading.ts'

/**
 * What the judgement of a whole message rests on: the linear model's log-odds, what the rules found for and against a
 * request, and which parts of one are there. They are weighed by a logistic regression that is trained on phrases
 * which the linear model had not seen, so that each gets the trust that it deserves.
 */
export const signalNames = [
  'bias',
  'model',
  'asks',
  'asks plainly',
  'refuses the bot',
  'unclear',
  'negated',
  'mention',
  'asks if bot',
  'quoted',
  'human',
  'staff',
  'boss',
  'somebody',
  'talk',
  'transfer',
  'want',
  'not',
  'nothing known',
  'length',
  'model, asks plainly',
  'model, nothing known',
  'model, negated',
  'model, mention',
  'model, person',
] as const

const MOST_ODDS = 8
const PLAINLY = 0.7

/** The signals of a message, in the order of `signalNames`. `signs` are what the rules found. */
export function requestSignals(reading: Reading, signs: readonly Sign[], odds: number): number[] {
  const model = Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds)) / 4
  const asks = highestFor(signs, 'asks_for_person')
  const asksPlainly = flag(asks >= PLAINLY)
  const [refuses, unclear] = [highestFor(signs, 'refuses_bot') > 0, highestFor(signs, 'may_want_person') > 0]
  const [negated, mention] = [isAgainst(signs, 'negated'), isAgainst(signs, 'mention')]
  const people = new Set(
    reading.views
      .flatMap(findPeople)
      .filter(isPlain)
      .map(({ kind }) => kind),
  )
  const has = (wordClass: WordClass) => reading.views.some(({ hits }) => hits[wordClass] !== undefined)
  const person = flag(people.size > 0)
  const [talk, transfer] = [has('talk'), has('transfer')]
  const nothing = flag(person === 0 && !talk && !transfer && asks === 0 && !refuses && !unclear)
  return [
    1,
    model,
    asks,
    asksPlainly,
    flag(refuses),
    flag(unclear),
    negated,
    mention,
    isAgainst(signs, 'asks_if_bot'),
    isAgainst(signs, 'quoted'),
    flag(people.has('human')),
    flag(people.has('staff')),
    flag(people.has('boss')),
    flag(people.has('somebody')),
    flag(talk),
    flag(transfer),
    flag(has('want')),
    flag(has('not')),
    nothing,
    Math.log(1 + reading.tokens.length) / 3,
    model * asksPlainly,
    model * nothing,
    model * negated,
    model * mention,
    model * person,
  ]
}

function highestFor(signs: readonly Sign[], reason: Sign['reason']): number {
  return signs.reduce(
    (best, sign) => (sign.speaks === 'for' && sign.reason === reason ? Math.max(best, sign.score) : best),
    0,
  )
}

function isAgainst(signs: readonly Sign[], reason: Sign['reason']): number {
  return flag(signs.some((sign) => sign.speaks === 'against' && sign.reason === reason))
}

function isPlain({ named }: Person): boolean {
  return named === 'plainly'
}

function flag(value: boolean): number {
  return value ? 1 : 0
}

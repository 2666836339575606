import type { Token } from '../tokenise.ts'

/** Some words that are judged together. `to` is exclusive. */
export type Unit = { from: number; to: number }

/** A longer run of words is judged in windows, because a request in it would drown. */
const LONGEST_WHOLE = 14
const WINDOW = 10
const WINDOW_STEP = 4
const MOST_UNITS = 200

/**
 * The parts of a text that a request may be in: the text, its sentences and its clauses where they are short, and
 * windows over what is long. What stands in quotation marks is no part, unless everything does.
 */
export function unitsOf(tokens: readonly Token[]): Unit[] {
  if (tokens.length === 0) return []
  const units: Unit[] = []
  const isPartlyQuoted = tokens.some(({ quoted }) => !quoted) && tokens.some(({ quoted }) => quoted)
  if (tokens.length <= LONGEST_WHOLE) units.push({ from: 0, to: tokens.length })
  const sentences = runs(tokens, 'sentence')
  const clauses = runs(tokens, 'clause')
  if (sentences.length > 1) units.push(...sentences.filter(isShort))
  if (clauses.length > sentences.length) units.push(...clauses.filter(isShort))
  for (const clause of clauses) if (!isShort(clause)) units.push(...windows(clause))
  return withoutMiddle(isPartlyQuoted ? units.filter(({ from, to }) => !allQuoted(tokens, from, to)) : units)
}

/** Of very many parts, the first and the last: who writes at such length says what it is for there. */
function withoutMiddle(units: Unit[]): Unit[] {
  if (units.length <= MOST_UNITS) return units
  return [...units.slice(0, MOST_UNITS / 2), ...units.slice(-MOST_UNITS / 2)]
}

function isShort({ from, to }: Unit): boolean {
  return to - from <= LONGEST_WHOLE
}

function runs(tokens: readonly Token[], by: 'sentence' | 'clause'): Unit[] {
  const found: Unit[] = []
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1
    while (to < tokens.length && tokens[to]?.[by] === tokens[from]?.[by]) to++
    found.push({ from, to })
    from = to
  }
  return found
}

function windows({ from, to }: Unit): Unit[] {
  const found: Unit[] = []
  for (let start = from; ; start += WINDOW_STEP) {
    const end = Math.min(start + WINDOW, to)
    found.push({ from: start, to: end })
    if (end === to) return found
  }
}

function allQuoted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens[at]?.quoted !== true) return false
  return true
}

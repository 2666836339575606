import { tokenise } from '../tokenise.ts'

/**
 * How phrases are written:
 *
 * - `(speak|talk) (to|with)`: one word of each group, so four phrases. An alternative may have several words
 * - `(please)? call me`: a group that may be missing
 * - `konsultant*`: any word that begins so
 * - `^call me$`: only at the beginning, only at the end of a clause
 *
 * Groups do not nest. Case and accents make no difference.
 */
export type Pattern = { steps: Step[]; atStart: boolean; atEnd: boolean }
/** One group. Its alternatives are kept by their first word; those that begin with a stem stand apart. */
export type Step = { byWord: Map<string, PatternWord[][]>; stems: PatternWord[][]; optional: boolean }
export type PatternWord = { word: string; isStem: boolean }

/** Reads a phrase in the notation. Throws when a group is not closed or nothing is left to match. */
export function parsePattern(source: string): Pattern {
  const atStart = source.startsWith('^')
  const atEnd = source.endsWith('$')
  const steps = parseSteps(source.slice(atStart ? 1 : 0, atEnd ? -1 : undefined))
  if (steps.every((step) => step.optional))
    throw new Error(`The phrase "${source}" matches nothing. Add a word.`)
  return { steps, atStart, atEnd }
}

function parseSteps(source: string): Step[] {
  const opening = source.indexOf('(')
  const plain = toWords(opening < 0 ? source : source.slice(0, opening))
  const steps = plain.map((word) => toStep([[word]], false))
  if (opening < 0) return steps
  const closing = source.indexOf(')', opening)
  if (closing < 0) throw new Error(`A group of the phrase "${source}" is not closed. Add ")".`)
  if (source.slice(opening + 1, closing).includes('('))
    throw new Error(`Groups of the phrase "${source}" nest.`)
  const optional = source.charAt(closing + 1) === '?'
  const alternatives = source
    .slice(opening + 1, closing)
    .split('|')
    .map(toWords)
  steps.push(toStep(alternatives, optional))
  return [...steps, ...parseSteps(source.slice(closing + (optional ? 2 : 1)))]
}

function toStep(alternatives: PatternWord[][], optional: boolean): Step {
  const step: Step = { byWord: new Map(), stems: [], optional }
  for (const words of alternatives) {
    const first = words[0]
    if (first === undefined) continue
    if (first.isStem) step.stems.push(words)
    else step.byWord.set(first.word, [...(step.byWord.get(first.word) ?? []), words])
  }
  return step
}

function toWords(source: string): PatternWord[] {
  return source.split(/\s+/u).flatMap((part) => {
    const tokens = tokenise(part)
    const isStem = part.endsWith('*')
    return tokens.map(({ word }, index) => ({ word, isStem: isStem && index === tokens.length - 1 }))
  })
}

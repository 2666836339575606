import type { Random } from './random.ts'
import type { Grammar, PersonKind } from './read-grammar.ts'
import { personKinds } from './read-grammar.ts'

/** A part of a phrase: text, a choice (an empty alternative may be left out), a person, or a topic. */
export type Part =
  | { text: string }
  | { choice: Part[][] }
  | { form: number; kinds: readonly PersonKind[] }
  | { topic: true }

const SPLIT = /(\{[^{}]*\}|\([^()]*\)\??)/u

/** Reads a phrase of a grammar. Throws an error that says what is wrong with it. */
export function parsePhrase(source: string, grammar: Grammar): Part[] {
  const parts = source.split(SPLIT).flatMap((piece): Part[] => {
    if (piece === '') return []
    if (piece.startsWith('{')) return [parseSlot(piece, grammar)]
    if (piece.startsWith('(') && /\)\??$/u.test(piece)) return [parseGroup(piece, grammar)]
    if (/[(){}|]/u.test(piece)) throw new Error(`"${source}": a bracket or bar stands alone, or groups nest.`)
    return [{ text: piece }]
  })
  return parts
}

function parseGroup(piece: string, grammar: Grammar): Part {
  const isOptional = piece.endsWith('?')
  const inner = piece.slice(1, isOptional ? -2 : -1)
  const choice = inner.split('|').map((alternative) =>
    alternative.split(/(\{[^{}]*\})/u).flatMap((text): Part[] => {
      if (text === '') return []
      return [text.startsWith('{') ? parseSlot(text, grammar) : { text }]
    }),
  )
  return { choice: isOptional ? [...choice, []] : choice }
}

function parseSlot(piece: string, { forms, code }: Grammar): Part {
  const words = piece.slice(1, -1).trim().split(/\s+/u)
  if (words.length === 1 && words[0] === 'topic') return { topic: true }
  const name = words.at(-1) ?? ''
  const form = forms.indexOf(name)
  const kinds = words.length === 1 ? personKinds : (words[0] ?? '').split('+')
  const known = personKinds.filter((kind) => kinds.includes(kind))
  if (form < 0 || words.length > 2 || known.length !== kinds.length)
    throw new Error(
      `${piece} is no slot of ${code}: write {topic}, {FORM} or {KIND FORM}; the forms are ${forms.join(', ')}, the kinds ${personKinds.join(', ')}.`,
    )
  return { form, kinds: known }
}

/** One of the texts that a phrase stands for. */
export function expand(
  parts: readonly Part[],
  grammar: Grammar,
  random: Random,
  thing?: () => string,
): string {
  const text = parts.map((part) => write(part, grammar, random, thing)).join('')
  return grammar.isSpaced
    ? text.replace(/\s+/gu, ' ').trim()
    : text.replace(/(?<=[^\p{Script=Latin}\p{N}]) +| +(?=[^\p{Script=Latin}\p{N}])/gu, '').trim()
}

function write(part: Part, grammar: Grammar, random: Random, thing?: () => string): string {
  if ('text' in part) return part.text
  if ('topic' in part) return random.pick(grammar.topics) ?? ''
  if ('choice' in part)
    return (random.pick(part.choice) ?? []).map((inner) => write(inner, grammar, random, thing)).join('')
  if (thing) return thing()
  // Each kind as often as it is named, not as it has people.
  const kind = random.pick(part.kinds)
  const people = grammar.people.filter((person) => person.kind === kind)
  return random.pick(people)?.forms[part.form] ?? ''
}

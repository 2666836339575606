import { expand, type Part, parsePhrase } from './expand-phrase.ts'
import { misspell } from './misspell.ts'
import { createRandom, type Random } from './random.ts'
import type { Grammar, Sections } from './read-grammar.ts'

/** A text that is made from a phrase of a grammar. */
export type Example = {
  text: string
  language: string
  /** "Requests", "Not requests" or "Conversation", and the section in it. */
  part: PartName
  section: string
  /** The phrase that it was made from, so that all texts of one can be left out together. */
  phrase: string
}

type PartName = 'Requests' | 'Not requests' | 'Conversation' | 'Things'

/** How many texts are made from a phrase with alternatives or slots, and from one without. */
const OF_VARIED = 9
const OF_FIXED = 4
/** Of each request with a person, how many texts ask for something else instead. */
const THINGS_FOR_EACH = 3
/** Texts of one to six words that are thrown together, for each language. */
const MEANINGLESS = 400
const MADE_UP = 0.3
const NUMBER = 0.12
const WITH_BEFORE = 0.22
const WITH_AFTER = 0.2
const WITH_ORDINARY = 0.12
const WITH_MISTAKE = 0.16
const separators = ['. ', ', ', '! ', ' ', '\n', ' - ', '... '] as const
const endings = ['', '', '', '.', '!', '?', '!!', '...'] as const

type Source = {
  grammar: Grammar
  ordinary: readonly Part[][]
  before: readonly Part[][]
  after: readonly Part[][]
}

/** Texts of all languages, the same for the same seed. */
export function makeExamples(grammars: readonly Grammar[], seed = 1): Example[] {
  return grammars.flatMap((grammar) => {
    const random = createRandom(seed + hashOf(grammar.code))
    const parse = (phrases: readonly string[] = []) => phrases.map((phrase) => parsePhrase(phrase, grammar))
    const source: Source = {
      grammar,
      ordinary: parse(grammar.notRequests.get('ordinary')),
      before: parse(grammar.before),
      after: parse(grammar.after),
    }
    return [
      ...ofPart('Requests', grammar.requests, source, random),
      ...ofPart('Not requests', grammar.notRequests, source, random),
      ...ofPart('Conversation', grammar.conversation, source, random),
      ...things(source, random),
    ]
  })
}

function ofPart(part: PartName, sections: Sections, source: Source, random: Random): Example[] {
  const { grammar } = source
  return [...sections].flatMap(([section, phrases]) =>
    phrases.flatMap((phrase) => {
      const parts = parsePhrase(phrase, grammar)
      const isVaried = parts.some((piece) => !('text' in piece))
      const texts = new Set<string>()
      for (let count = isVaried ? OF_VARIED : OF_FIXED; count > 0; count--) {
        const plain = expand(parts, grammar, random)
        const isFirst = texts.size === 0
        texts.add(isFirst ? plain : vary(plain, part, source, random))
      }
      return [...texts].map((text): Example => ({ text, language: grammar.code, part, section, phrase }))
    }),
  )
}

/** The text as others would type it: with something before or after it, and with mistakes. */
function vary(
  plain: string,
  part: PartName,
  { grammar, ordinary, before, after }: Source,
  random: Random,
): string {
  const write = (phrases: readonly Part[][]) => {
    const chosen = random.pick(phrases)
    return chosen === undefined ? '' : expand(chosen, grammar, random)
  }
  const separator = () => random.pick(separators) ?? ' '
  let text = plain
  if (part !== 'Conversation') {
    if (random.next() < WITH_AFTER) text = join(text, random.next() < 0.6 ? ' ' : separator(), write(after))
    if (random.next() < WITH_BEFORE) text = join(write(before), separator(), text)
    if (random.next() < WITH_ORDINARY)
      text =
        random.next() < 0.5
          ? join(write(ordinary), separator(), text)
          : join(text, separator(), write(ordinary))
  }
  text += random.pick(endings) ?? ''
  return random.next() < WITH_MISTAKE ? misspell(text, random) : text
}

function join(one: string, separator: string, other: string): string {
  return one === '' ? other : other === '' ? one : `${one}${separator}${other}`
}

function hashOf(text: string): number {
  let hash = 0
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0
  return hash
}

/** What is no request: a person of a request replaced by something else, and a few words that mean nothing together. */
function things({ grammar }: Source, random: Random): Example[] {
  const words = [
    ...(grammar.notRequests.get('ordinary') ?? []),
    ...(grammar.notRequests.get('other senses') ?? []),
  ]
    .flatMap((phrase) => phrase.replaceAll(/\{[^}]*\}|[(){}|?]/gu, ' ').split(/\s+/u))
    .filter((word) => word.length > 2)
  const word = () => {
    if (random.next() < NUMBER) return String(random.below(10 ** (1 + random.below(9))))
    return random.next() < MADE_UP ? makeUp(words, random) : (random.pick(words) ?? '')
  }
  const some = (most: number) => Array.from({ length: 1 + random.below(most) }, word).join(' ')
  const thing = () => (random.next() < 0.4 ? (random.pick(grammar.topics) ?? '') : some(2))
  const example = (text: string, section: string, phrase: string): Example => ({
    text,
    language: grammar.code,
    part: 'Things',
    section,
    phrase,
  })
  const asked = [...grammar.requests].flatMap(([section, phrases]) =>
    phrases.flatMap((phrase) => {
      const parts = parsePhrase(phrase, grammar)
      if (!hasPerson(parts)) return []
      return Array.from({ length: THINGS_FOR_EACH }, () =>
        example(expand(parts, grammar, random, thing), section, phrase),
      )
    }),
  )
  const meaningless = Array.from({ length: MEANINGLESS }, (_, at) => example(some(6), 'meaningless', `${at}`))
  return [...asked, ...meaningless]
}

function hasPerson(parts: readonly Part[]): boolean {
  return parts.some((part) => 'form' in part || ('choice' in part && part.choice.some(hasPerson)))
}

/** A word that looks like one of the language: the beginning of one and the end of another. */
function makeUp(words: readonly string[], random: Random): string {
  const [one, other] = [random.pick(words) ?? '', random.pick(words) ?? '']
  return one.slice(0, Math.ceil(one.length / 2)) + other.slice(Math.floor(other.length / 2))
}

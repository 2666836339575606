import { parsePattern } from '../src/phrases/notation.ts'
import { parsePhrase } from './expand-phrase.ts'
import type { Grammar, Sections } from './read-grammar.ts'

/** The fewest phrases that a section may have, in a language of many speakers and in the others. */
type Least = { big: number; other: number }

const bigLanguages: readonly string[] = [
  'en',
  'zh',
  'hi',
  'es',
  'fr',
  'ar',
  'bn',
  'pt',
  'ru',
  'ur',
  'id',
  'de',
  'ja',
  'it',
]

const requestSections = [
  'direct',
  'polite',
  'indirect',
  'angry',
  'one word',
  'misspelt',
  'chat',
  'capitals',
  'long message',
  'with English',
]
const notRequestSections: Record<string, Least> = {
  mention: { big: 12, other: 6 },
  'third person': { big: 12, other: 6 },
  quotation: { big: 8, other: 4 },
  'are you human': { big: 8, other: 5 },
  declines: { big: 20, other: 10 },
  complaint: { big: 8, other: 5 },
  'hours and numbers': { big: 8, other: 5 },
  'talk to you': { big: 8, other: 5 },
  'other senses': { big: 12, other: 6 },
  ordinary: { big: 25, other: 15 },
}
const conversationSections: Record<string, Least> = {
  yes: { big: 12, other: 8 },
  no: { big: 12, other: 8 },
  'did not help': { big: 20, other: 12 },
  'still broken': { big: 8, other: 6 },
  sarcasm: { big: 8, other: 6 },
  frustrated: { big: 8, other: 6 },
  thanks: { big: 10, other: 8 },
  'new topic': { big: 8, other: 6 },
  offer: { big: 12, other: 8 },
  promise: { big: 15, other: 10 },
  'no answer': { big: 15, other: 10 },
  answer: { big: 15, other: 10 },
}
const wordSections = ['talk', 'transfer', 'want', 'exists', 'bot', 'own', 'filler', 'common']
const people: Least = { big: 40, other: 20 }
const requests: Least = { big: 150, other: 60 }
const notRequests: Least = { big: 200, other: 80 }

/** What is missing in a grammar or not in the form, each in words that say what to do. */
export function checkGrammar(grammar: Grammar): string[] {
  if (grammar.people.length === 0) return ['It has no People yet, so nothing can be made of it.']
  const size = bigLanguages.includes(grammar.code) ? 'big' : 'other'
  const total = (sections: Sections) => [...sections.values()].flat().length
  return [
    ...tooFew('People', grammar.people.length, people[size]),
    ...tooFew('Topics', grammar.topics.length, size === 'big' ? 15 : 8),
    ...tooFew('Before', grammar.before.length, 8),
    ...tooFew('After', grammar.after.length, 8),
    ...tooFew('Requests', total(grammar.requests), requests[size]),
    ...tooFew('Not requests', total(grammar.notRequests), notRequests[size]),
    ...requestSections.flatMap((name) => tooFew(`Requests, ${name}`, grammar.requests.get(name)?.length, 3)),
    ...fewIn('Not requests', grammar.notRequests, notRequestSections, size),
    ...fewIn('Conversation', grammar.conversation, conversationSections, size),
    ...wordSections.flatMap((name) => tooFew(`Words, ${name}`, grammar.words.get(name)?.length, 1)),
    ...unknown('Requests', grammar.requests, requestSections),
    ...unknown('Not requests', grammar.notRequests, Object.keys(notRequestSections)),
    ...unknown('Conversation', grammar.conversation, Object.keys(conversationSections)),
    ...badPhrases(grammar),
    ...badPatterns(grammar),
    ...onBothSides(grammar),
  ]
}

function tooFew(what: string, found: number | undefined, least: number): string[] {
  return (found ?? 0) < least
    ? [`${what}: ${found ?? 0} lines, ${least - (found ?? 0)} more are wanted.`]
    : []
}

function fewIn(part: string, sections: Sections, wanted: Record<string, Least>, size: keyof Least): string[] {
  return Object.entries(wanted).flatMap(([name, least]) =>
    tooFew(`${part}, ${name}`, sections.get(name)?.length, least[size]),
  )
}

function unknown(part: string, sections: Sections, known: readonly string[]): string[] {
  return [...sections.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => `${part}: there is no section "${name}". The sections are ${known.join(', ')}.`)
}

function badPhrases(grammar: Grammar): string[] {
  const parts = [grammar.requests, grammar.notRequests, grammar.conversation]
  const phrases = [
    ...parts.flatMap((sections) => [...sections.values()].flat()),
    ...grammar.before,
    ...grammar.after,
  ]
  return phrases.flatMap((phrase) => errorOf(() => parsePhrase(phrase, grammar)))
}

function badPatterns({ words }: Grammar): string[] {
  return [...words.values()].flat().flatMap((phrase) => errorOf(() => parsePattern(phrase)))
}

function onBothSides({ requests, notRequests }: Grammar): string[] {
  const asked = new Set([...requests.values()].flat().map((phrase) => phrase.toLowerCase()))
  return [...notRequests.values()]
    .flat()
    .filter((phrase) => asked.has(phrase.toLowerCase()))
    .map((phrase) => `"${phrase}" stands among Requests and Not requests. Take it out of one.`)
}

function errorOf(action: () => unknown): string[] {
  try {
    action()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

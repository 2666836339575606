import { type Language, type WordClass, wordClasses } from '../src/phrases/language.ts'
import { tokenise } from '../src/tokenise.ts'
import type { Grammar } from './read-grammar.ts'
import { personKinds } from './read-grammar.ts'

/** Longer phrases say too much to be met again. */
const LONGEST = 10

/** Sections of a conversation whose phrases serve as a class of words where a language has none. */
const fromConversation: [WordClass, string][] = [
  ['yes', 'yes'],
  ['no', 'no'],
  ['didNotHelp', 'did not help'],
  ['stillBroken', 'still broken'],
  ['irony', 'sarcasm'],
  ['frustrated', 'frustrated'],
  ['thanks', 'thanks'],
  ['newTopic', 'new topic'],
]

/** A language as the rules read it, from its grammar. */
export function buildLanguage(grammar: Grammar): Language {
  const words: Partial<Record<WordClass, readonly string[]>> = {}
  for (const wordClass of wordClasses) {
    const phrases = grammar.words.get(sectionOf(wordClass)) ?? derive(wordClass, grammar)
    if (phrases.length > 0) words[wordClass] = phrases
  }
  return {
    code: grammar.code,
    ...(grammar.personFirst ? { personFirst: true } : {}),
    ...(grammar.isSpaced ? {} : { unspaced: true }),
    words,
  }
}

/** `thingBefore` has the section "thing before". */
function sectionOf(wordClass: WordClass): string {
  return wordClass.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function derive(wordClass: WordClass, { people, conversation }: Grammar): string[] {
  const kind = personKinds.find((known) => known === wordClass)
  if (kind !== undefined) {
    const forms = people.filter((person) => person.kind === kind).flatMap((person) => person.forms)
    return [...new Set(forms.map(withoutNotation))]
  }
  const section = fromConversation.find(([name]) => name === wordClass)?.[1]
  const phrases = (conversation.get(section ?? '') ?? []).filter(
    (phrase) => !phrase.includes('{') && tokenise(phrase).length <= LONGEST,
  )
  // A single word of a yes or of thanks may mean anything within a sentence.
  return phrases.map((phrase) => (wordClass === 'yes' || wordClass === 'no' ? `^${phrase}$` : phrase))
}

function withoutNotation(text: string): string {
  return text.replaceAll(/[()|^$*?]/g, ' ').trim()
}

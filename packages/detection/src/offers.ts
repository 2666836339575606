import { findPeople } from './people.ts'
import type { Language, WordClass } from './phrases/language.ts'
import type { Hit } from './phrases/phrase-index.ts'
import type { Reading, Sign, View } from './reading.ts'

/** How sure the bot's words make a promise. */
const PROMISE_SCORE = 0.9
/** A yes or no is short. Longer messages say something of their own. */
const LONGEST_ANSWER = 12
const THUMB_UP = /^\s*(?:👍|👌|✅|🙏|🆗)/u

/** The languages in which the bot asks whether to fetch a person; none when it does not ask. */
export function offersPerson({ views }: Reading): Language[] {
  return views.filter(offersInView).map((view) => view.language)
}

function offersInView(view: View): boolean {
  const people = sentencesOf(findPeople(view), view)
  const actions = sentencesWith(['talk', 'transfer', 'handsYou'], view)
  const first = Math.min(...people)
  return [...sentencesWith(['offering'], view)].some((sentence) => first <= sentence && actions.has(sentence))
}

/** The sentences in which the bot says that a person will take over or get in touch. */
export function promisesPerson({ views }: Reading): Sign[] {
  return views.flatMap(promisesInView)
}

function promisesInView(view: View): Sign[] {
  const people = findPeople(view).filter(({ kind }) => kind !== 'boss')
  const handing = intersection(
    sentencesWith(['promising'], view),
    sentencesWith(['handsYou', 'transfer'], view),
  )
  const promised = new Set([...handing, ...sentencesWith(['willContact'], view)])
  const doubtful = sentencesWith(['offering', 'condition', 'not', 'doesNotKnow', 'sendsElsewhere'], view)
  const sentences = intersection(sentencesOf(people, view), promised)
  return [...sentences]
    .filter((sentence) => !doubtful.has(sentence))
    .map((sentence) => ({
      ...sentenceHit(sentence, view),
      speaks: 'for',
      reason: 'promised_person',
      score: PROMISE_SCORE,
    }))
}

/** The contact's answer to an offer in one of `languages`: a yes, a no, or something else (undefined). */
export function answerToOffer(reading: Reading, languages: readonly Language[]): Sign | undefined {
  if (THUMB_UP.test(reading.text)) return accepts({ from: 0, to: Math.min(1, reading.tokens.length) })
  const inLanguage = reading.views.filter(({ language }) => languages.includes(language))
  return firstAnswer(inLanguage, reading) ?? firstAnswer(reading.views, reading)
}

function firstAnswer(views: readonly View[], { tokens, text }: Reading): Sign | undefined {
  for (const { hits } of views) {
    const yes = (hits.yes ?? []).find((hit) => hit.from === 0)
    const no = hits.no?.[0]
    if (no !== undefined && (no.from === 0 || yes !== undefined))
      return { ...no, speaks: 'against', reason: 'declines_offer' }
    const saysMore = tokens.length > LONGEST_ANSWER || (text.includes('?') && tokens.length > 4)
    if (yes !== undefined && !saysMore && (hits.not ?? []).length === 0) return accepts(yes)
  }
  return undefined
}

function accepts(hit: Hit): Sign {
  return { from: hit.from, to: hit.to, speaks: 'for', reason: 'accepts_offer', score: PROMISE_SCORE }
}

function sentencesWith(wordClasses: readonly WordClass[], view: View): Set<number> {
  return sentencesOf(
    wordClasses.flatMap((wordClass) => view.hits[wordClass] ?? []),
    view,
  )
}

function sentencesOf(hits: readonly Hit[], { tokens }: View): Set<number> {
  return new Set(hits.map((hit) => tokens[hit.from]?.sentence ?? 0))
}

function intersection(one: ReadonlySet<number>, other: ReadonlySet<number>): Set<number> {
  return new Set([...one].filter((sentence) => other.has(sentence)))
}

function sentenceHit(sentence: number, { tokens }: View): Hit {
  const from = tokens.findIndex((token) => token.sentence === sentence)
  const to = tokens.findLastIndex((token) => token.sentence === sentence) + 1
  return { from, to }
}

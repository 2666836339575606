import { says } from './model/speech-models.ts'
import { findPeople } from './people.ts'
import type { Language, WordClass } from './phrases/language.ts'
import type { Hit } from './phrases/phrase-index.ts'
import type { Reading, Sign, View } from './reading.ts'

/** How sure the bot's words make a promise. */
const PROMISE_SCORE = 0.9
/** From which probability on a turn counts as an offer, or as a promise, where no rule knows its words. */
const OFFERS = 0.4
const PROMISES = 0.5
const IS_ANSWER = 0.4
/** A yes or no is short. Longer messages say something of their own. */
const LONGEST_ANSWER = 12
const THUMB_UP = /^\s*(?:👍|👌|✅|🙏|🆗)/u

/** Whether the bot asks if it shall fetch a person, and the languages that it may be asking in. */
export function offersPerson(reading: Reading): { offers: boolean; languages: Language[] } {
  const asking = reading.views.filter(offersInView)
  const views = asking.length > 0 ? asking : reading.views
  const offers = asking.length > 0 || says('offer', reading).score >= OFFERS
  return { offers, languages: views.map(({ language }) => language) }
}

function offersInView(view: View): boolean {
  const people = sentencesOf(findPeople(view), view)
  const actions = sentencesWith(['talk', 'transfer', 'handsYou'], view)
  const first = Math.min(...people)
  return [...sentencesWith(['offering'], view)].some((sentence) => first <= sentence && actions.has(sentence))
}

/** The sentences in which the bot says that a person will take over or get in touch. */
export function promisesPerson(reading: Reading): Sign[] {
  const promises = reading.views.flatMap(promisesInView)
  const said = says('promise', reading)
  if (promises.length > 0 || said.score < PROMISES || !namesWhoActs(reading)) return promises
  if (says('offer', reading).score >= OFFERS) return promises
  return [{ from: said.from, to: said.to, speaks: 'for', reason: 'promised_person', score: said.score }]
}

/** Nobody is promised where neither a person nor any way to reach one is named. */
function namesWhoActs({ views }: Reading): boolean {
  const ways: readonly WordClass[] = ['talk', 'transfer', 'handsYou', 'willContact']
  return views.some((view) => findPeople(view).length > 0 || ways.some((way) => view.hits[way] !== undefined))
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
  return firstAnswer(inLanguage, reading) ?? firstAnswer(reading.views, reading) ?? likelyAnswer(reading)
}

/** What no rule knows, but is like what contacts say that accept or decline. */
function likelyAnswer(reading: Reading): Sign | undefined {
  const { tokens, text } = reading
  if (tokens.length > LONGEST_ANSWER || text.includes('?')) return undefined
  const [yes, no] = [says('acceptance', reading), says('refusal', reading)]
  if (Math.max(yes.score, no.score) < IS_ANSWER) return undefined
  const whole = { from: 0, to: tokens.length }
  return yes.score > no.score ? accepts(whole) : { ...whole, speaks: 'against', reason: 'declines_offer' }
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

import { findPeople, type Person } from './people.ts'
import type { WordClass } from './phrases/language.ts'
import type { Hit } from './phrases/phrase-index.ts'
import { around, covers, isBefore, type Reading, type Sign, touching, type View } from './reading.ts'

/**
 * Does the writer ask for a person? Read from the parts that words play: a person, and what is to be done with them
 * (talk, be connected, want, exist), near to each other in one clause. Negation and quotation take a request back.
 *
 * The scores rank the rules by how sure each is. They were set by hand and are no probabilities.
 */
const scores = {
  talk: { human: 0.95, staff: 0.9, boss: 0.9, somebody: 0.85 },
  want: { human: 0.9, staff: 0.8, boss: 0.75, somebody: 0 },
  exists: { human: 0.8, staff: 0.4, boss: 0.4, somebody: 0 },
  bare: 0.75,
  /** What a misspelt word costs. */
  misspelt: 0.1,
  misspeltBare: 0.35,
  request: 0.85,
  refusal: 0.8,
  unclear: 0.4,
}

/** How far apart verb and person may stand, in tokens. */
const REACH = 3
const REACH_UNSPACED = 6
/** How far before a request a negation may end. */
const NOT_REACH = 2
/** "agent", "a real person please": a message that is longer names a person for some other reason. */
const LONGEST_BARE = 6

/** What in a contact's message asks for a person, and what speaks against that. */
export function readRequest(reading: Reading): Sign[] {
  const signs = reading.views.flatMap(readView)
  const requests = signs.filter(({ speaks }) => speaks === 'for')
  return signs.filter((sign) => sign.speaks === 'for' || !requests.some((request) => overlaps(request, sign)))
}

function overlaps(one: Hit, other: Hit): boolean {
  return one.from < other.to && other.from < one.to
}

function readView(view: View): Sign[] {
  const people = findPeople(view)
  const plain = people.filter((person) => person.named === 'plainly')
  const requests = [
    ...plain.flatMap((person) => requestsFor(person, view)),
    ...bareRequest(people, view),
    ...wholePhrases(view),
  ]
  return [...requests.map((sign) => takeBack(sign, view)), ...refusals(view), ...people.flatMap(whyNot)]
}

function requestsFor(person: Person, view: View): Sign[] {
  const talks = verbsNear('talk', person, view).filter((verb) => !isOwned(verb, person, view))
  const transfers = verbsNear('transfer', person, view)
  const wants = verbsNear('want', person, view).filter((verb) => onlyFillerBetween(verb, person, view))
  const exists = verbsNear('exists', person, view).filter((verb) => onlyFillerBetween(verb, person, view))
  return [
    ...[...talks, ...transfers].map((verb) => asks(verb, person, talkScore(verb, person, view))),
    ...wants.map((verb) => asks(verb, person, scores.want[person.kind])),
    ...exists.map((verb) => asks(verb, person, existsScore(person, view))),
  ]
}

function asks(verb: Hit, person: Hit, score: number): Sign {
  return { ...around(verb, person), speaks: 'for', reason: 'asks_for_person', score }
}

function talkScore(verb: Hit, person: Person, view: View): number {
  const score = scores.talk[person.kind]
  return isGuessed(around(verb, person), view) ? score - scores.misspelt : score
}

function isGuessed({ from, to }: Hit, { guessed }: View): boolean {
  for (let at = from; at < to; at++) if (guessed.has(at)) return true
  return false
}

function verbsNear(wordClass: WordClass, person: Person, view: View): Hit[] {
  const reach = view.language.unspaced ? REACH_UNSPACED : REACH
  const verbs = touching(view, wordClass, person.from - reach - 1, person.to + reach + 1)
  return verbs.filter((verb) => {
    const inOrder = isBefore(verb, person, reach, view)
    const inverted = view.language.personFirst === true && isBefore(person, verb, reach, view)
    const inChallenge = touching(view, 'challenge', verb.from, verb.to).some((challenge) =>
      covers(challenge, verb),
    )
    return (inOrder || inverted) && !inChallenge
  })
}

/** "talk to my agent": the writer's own, not one of the business. */
function isOwned(verb: Hit, person: Hit, view: View): boolean {
  return touching(view, 'own', verb.to, person.from).length > 0
}

function onlyFillerBetween(verb: Hit, person: Hit, view: View): boolean {
  return verb.from < person.from ? isFiller(verb.to, person.from, view) : isFiller(person.to, verb.from, view)
}

function isFiller(from: number, to: number, view: View): boolean {
  let end = from
  for (const hit of touching(view, 'filler', from, to)) if (hit.from <= end) end = Math.max(end, hit.to)
  return end >= to
}

/** "is there somebody I can talk to" asks for one; "is there somebody who knows" does not. */
function existsScore(person: Person, view: View): number {
  const talks = touching(view, 'talk', person.to, person.to + REACH + 2)
  const isToTalk = talks.some((verb) => isBefore(person, verb, REACH + 1, view))
  return isToTalk ? scores.talk.somebody : scores.exists[person.kind]
}

/** A message of nothing but a person and polite words: "representative please". */
function bareRequest(people: readonly Person[], view: View): Sign[] {
  const { tokens } = view
  const person = people.find(({ kind }) => kind === 'human' || kind === 'staff')
  if (person === undefined || tokens.length > LONGEST_BARE) return []
  if (people.some(({ named }) => named !== 'plainly')) return []
  const rest = isFiller(0, person.from, view) && isFiller(person.to, tokens.length, view)
  const { from, to } = person
  const score = isGuessed(person, view) ? scores.bare - scores.misspeltBare : scores.bare
  return rest ? [{ from, to, speaks: 'for', reason: 'asks_for_person', score }] : []
}

function wholePhrases({ hits }: View): Sign[] {
  return [
    ...(hits.request ?? []).map(
      (hit): Sign => ({ ...hit, speaks: 'for', reason: 'asks_for_person', score: scores.request }),
    ),
    ...(hits.unclear ?? []).map(
      (hit): Sign => ({ ...hit, speaks: 'for', reason: 'may_want_person', score: scores.unclear }),
    ),
  ]
}

/** "I don't want to talk to a bot", "stop the bot" */
function refusals(view: View): Sign[] {
  const phrases = (view.hits.refusal ?? []).map((hit) => refuses(hit))
  const bots = (view.hits.bot ?? []).flatMap((bot) => {
    const verbs = ['talk', 'want'] as const
    const near = verbs.flatMap((wordClass) => touching(view, wordClass, bot.from - REACH, bot.to + REACH))
    const verb = near.find(
      (hit) => isBefore(hit, bot, 1, view) || (view.language.personFirst && isBefore(bot, hit, 1, view)),
    )
    if (verb === undefined) return []
    const whole = around(verb, bot)
    const not = negations(whole, view)[0]
    return not === undefined ? [] : [refuses(around(not, whole))]
  })
  return [...phrases, ...bots].filter((sign) => !isQuoted(sign, view))
}

function refuses(hit: Hit): Sign {
  return { from: hit.from, to: hit.to, speaks: 'for', reason: 'refuses_bot', score: scores.refusal }
}

/** The sign as it is, or what speaks against it. */
function takeBack(sign: Sign, view: View): Sign {
  const not = negations(sign, view)[0]
  if (not !== undefined) return { ...around(not, sign), speaks: 'against', reason: 'negated' }
  if (isQuoted(sign, view)) return { from: sign.from, to: sign.to, speaks: 'against', reason: 'quoted' }
  return sign
}

/** The negations of a request: before it or in it, and after it where the language puts them there. */
function negations(request: Hit, view: View): Hit[] {
  const before = touching(view, 'not', request.from - NOT_REACH - 1, request.to).filter(
    (not) => isBefore(not, request, NOT_REACH, view) || not.to > request.from,
  )
  const after = touching(view, 'notAfter', request.from, request.to + NOT_REACH + 1).filter(
    (not) => isBefore(request, not, NOT_REACH, view) || covers(request, not),
  )
  return [...before, ...after].filter((not) => reaches(not, request, view))
}

/** Not in "why can't I talk to …", nor in "it does not work I want …". */
function reaches(not: Hit, request: Hit, view: View): boolean {
  const isTakenBack = touching(view, 'evenSo', not.from - 1, not.to).length > 0
  const begins = touching(view, 'begins', not.to, request.from + 1)
  const wants = touching(view, 'want', not.to + 1, request.from + 1).filter((want) => want.from > not.to)
  return !isTakenBack && begins.length === 0 && wants.length === 0
}

/** Only a part of the message is quoted: who puts all of it in quotation marks still asks. */
function isQuoted({ from, to }: Hit, { tokens }: View): boolean {
  return tokens.slice(from, to).some((token) => token.quoted) && tokens.some((token) => !token.quoted)
}

function whyNot({ from, to, kind, named }: Person): Sign[] {
  if (named === 'plainly' || (named !== 'as_challenge' && kind === 'somebody')) return []
  const reason = named === 'as_challenge' ? 'asks_if_bot' : 'mention'
  return [{ from, to, speaks: 'against', reason }]
}

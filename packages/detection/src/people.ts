import type { Hit } from './phrases/phrase-index.ts'
import { covers, isBefore, touching, type View } from './reading.ts'

type PersonKind = 'human' | 'staff' | 'boss' | 'somebody'
/** Somebody who is named in a text. */
export type Person = Hit & { kind: PersonKind; named: Naming }
/** `plainly`, or in a way that does not ask for them: by the way, as a thing, or to ask what the bot is. */
type Naming = 'plainly' | 'by_the_way' | 'as_thing' | 'as_challenge'

const kinds: readonly PersonKind[] = ['human', 'staff', 'boss', 'somebody']
/** "are you a real person": how far before a person the challenge may end. */
const CHALLENGE_REACH = 3

const found = new WeakMap<View, Person[]>()

/** Everyone who is named. Of names within names ("customer service agent") the longest. Looked for once in each view. */
export function findPeople(view: View): readonly Person[] {
  const known = found.get(view)
  if (known !== undefined) return known
  const people = lookForPeople(view)
  found.set(view, people)
  return people
}

function lookForPeople(view: View): Person[] {
  return kinds.flatMap((kind) =>
    (view.hits[kind] ?? [])
      .filter((hit) => !isPartOfLonger(hit, view))
      .map((hit) => ({ ...hit, kind, named: naming(hit, view) })),
  )
}

function isPartOfLonger(hit: Hit, view: View): boolean {
  return kinds
    .flatMap((kind) => touching(view, kind, hit.from, hit.to))
    .some((other) => covers(other, hit) && !covers(hit, other))
}

function naming(person: Hit, view: View): Naming {
  if (touching(view, 'mention', person.from, person.to).some((mention) => covers(mention, person)))
    return 'by_the_way'
  if (isThing(person, view)) return 'as_thing'
  if (isChallenge(person, view)) return 'as_challenge'
  return 'plainly'
}

/** "agent number", "number of the agent" */
function isThing(person: Hit, view: View): boolean {
  const after = touching(view, 'thing', person.to, person.to + 1).some((thing) =>
    isBefore(person, thing, 0, view),
  )
  const before = touching(view, 'thingBefore', person.from - 1, person.from)
  return after || before.some((thing) => isBefore(thing, person, 0, view))
}

/** "are you a person", but neither "are you able to connect me with a person" nor "is there a person" */
function isChallenge(person: Hit, view: View): boolean {
  const reach = CHALLENGE_REACH + 1
  return touching(view, 'challenge', person.from - reach, person.to).some((challenge) => {
    if (touching(view, 'exists', challenge.from, challenge.to).length > 0) return false
    if (covers(challenge, person)) return true
    const between = touching(view, 'transfer', challenge.to, person.from)
    return (
      isBefore(challenge, person, CHALLENGE_REACH, view) && between.every((verb) => verb.from < challenge.to)
    )
  })
}

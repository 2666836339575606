import { tokenise } from '../src/tokenise.ts'
import type { Grammar } from './read-grammar.ts'

/** Rarities in percent, each with the words that have it. Words that are not there have 100. */
export type Rarities = Record<string, string>

/** A word this rare, by natural logarithm of phrases for one that has it, is as good as unknown. */
const RARE = 6
const LEAST = 15
const STEP = 5
/** Words that are nearly rare would only make the table long. */
const MOST_KEPT = 85

/** How rare words are in what contacts and bots say of anything, in any language: by the one in which they are commonest. */
export function buildRarities(grammars: readonly Grammar[]): Rarities {
  const rarities = new Map<string, number>()
  for (const grammar of grammars) {
    const phrases = [grammar.requests, grammar.notRequests, grammar.conversation].flatMap((sections) =>
      [...sections.values()].flat(),
    )
    for (const [word, count] of countPhrases(phrases)) {
      const rarity = (100 / RARE) * Math.log((phrases.length + 1) / (count + 0.5))
      const rounded = Math.max(LEAST, Math.round(rarity / STEP) * STEP)
      if (rounded <= MOST_KEPT) rarities.set(word, Math.min(rounded, rarities.get(word) ?? rounded))
    }
  }
  const byRarity = Map.groupBy([...rarities.keys()].toSorted(), (word) => rarities.get(word) ?? LEAST)
  return Object.fromEntries(
    [...byRarity]
      .toSorted(([one], [other]) => one - other)
      .map(([rarity, words]) => [rarity, words.join(' ')]),
  )
}

/** In how many phrases each word is. */
function countPhrases(phrases: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const phrase of phrases) {
    // All alternatives count, people and topics do not.
    const text = phrase.replaceAll(/\{[^}]*\}|[()|?]/gu, ' ')
    for (const word of new Set(tokenise(text).map(({ word }) => word)))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

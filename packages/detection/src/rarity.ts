import built from './built/rarity.json' with { type: 'json' }

const rarities = new Map(
  Object.entries(built).flatMap(([percent, words]) =>
    words.split(' ').map((word): [string, number] => [word, Number(percent) / 100]),
  ),
)

/** How much a word says of a topic: from 0.15 for "the" to 1 for words that are not often used. */
export function rarityOf(word: string): number {
  return rarities.get(word) ?? 1
}

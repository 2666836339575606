/**
 * Finds the word that was meant when one letter is wrong, missing, doubled, too many or swapped with its neighbour.
 * Only the words that carry a request are looked for, so that ordinary words are not bent into them.
 */
export type Spelling = {
  /** All words of all phrases: they are right as they are. */
  known: Set<string>
  /** Words that carry a request, by themselves and by what is left when one letter is taken out. */
  near: Map<string, string>
  /** What words came to that were looked up lately. */
  lately: Map<string, string | undefined>
}

/** Shorter words have too many neighbours. */
const SHORTEST = 5
const LONGEST = 16
const MOST_KEPT = 10_000

export function newSpelling(): Spelling {
  return { known: new Set(), near: new Map(), lately: new Map() }
}

/** Makes `word` one that misspellings are led to. */
export function learnWord({ near }: Spelling, word: string): void {
  if (word.length < SHORTEST) return
  near.set(word, word)
  for (const shorter of withoutOneLetter(word)) if (!near.has(shorter)) near.set(shorter, word)
}

/** The word that was meant, or undefined when `word` is right or far from all that are looked for. */
export function correctWord(spelling: Spelling, word: string): string | undefined {
  const { known, lately } = spelling
  if (word.length < SHORTEST - 1 || word.length > LONGEST || known.has(word)) return undefined
  if (lately.has(word)) return lately.get(word)
  const meant = lookFor(spelling, word)
  if (lately.size >= MOST_KEPT) lately.clear()
  lately.set(word, meant)
  return meant
}

function lookFor({ near }: Spelling, word: string): string | undefined {
  for (const key of [word, ...withoutOneLetter(word)]) {
    const meant = near.get(key)
    if (meant !== undefined && isSlip(word, meant)) return meant
  }
  return undefined
}

function withoutOneLetter(word: string): string[] {
  const shorter: string[] = []
  for (let at = 0; at < word.length; at++) shorter.push(word.slice(0, at) + word.slice(at + 1))
  return shorter
}

/**
 * One slip apart. The last letter is trusted, because it is often an ending ("speaks", "managed"), and so is the
 * first, unless it was swapped ("eprson").
 */
function isSlip(written: string, meant: string): boolean {
  let from = 0
  while (from < meant.length && written[from] === meant[from]) from++
  const swapped = meant.slice(from, from + 2)
  if (written.slice(from, from + 2) === `${swapped.charAt(1)}${swapped.charAt(0)}`) {
    return written.slice(from + 2) === meant.slice(from + 2)
  }
  if (from === 0 || from >= Math.min(written.length, meant.length)) return isDoubledEnd(written, meant)
  if (written.length === meant.length) {
    return from < meant.length - 1 && written.slice(from + 1) === meant.slice(from + 1)
  }
  return written.length < meant.length
    ? written.slice(from) === meant.slice(from + 1)
    : written.slice(from + 1) === meant.slice(from)
}

/** "agentt" */
function isDoubledEnd(written: string, meant: string): boolean {
  return written === meant + meant.slice(-1)
}

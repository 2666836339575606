const mostWords = 300
const longestWord = 40
const longestText = 4_000

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** As it is compared: in small letters, without the accents of Latin, Greek and Cyrillic letters. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}

/** The words to find a text by, each once, in any language. Of a very long text those at its beginning. */
export function wordsOf(text: string): string[] {
  const words = new Set<string>()
  for (const { segment, isWordLike } of segmenter.segment(fold(text.slice(0, longestText)))) {
    if (isWordLike) words.add(segment.slice(0, longestWord))
    if (words.size >= mostWords) break
  }
  return [...words]
}

/** What lies between these two begins with the word, in the order of bytes. */
export function startingWith(word: string): { from: string; to: string } {
  return { from: word, to: `${word}\u{10ffff}` }
}

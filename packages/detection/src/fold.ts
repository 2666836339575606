const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/gu

/** Letters that no decomposition takes apart. */
const PLAIN = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['ى', 'ي'],
])

/**
 * What a character is compared as: its compatibility form (NFKC), in lower case, without the accents of Latin, Greek
 * and Cyrillic and the points of Hebrew and Arabic. The answer may be longer than the character, or empty.
 */
export function fold(character: string): string {
  if (character.length === 1 && character < '\u0080') return character.toLowerCase()
  const bare = character.normalize('NFKD').replace(ACCENTS, '').toLowerCase()
  return PLAIN.get(bare) ?? bare.normalize('NFC')
}

/** Cyrillic and Greek letters that look like Latin ones, and these. */
const LOOKS_LIKE = new Map(
  [...'авеікмнорстуѕјԁһԛԝхαβεικνορτυχ'].map((letter, at) => [
    letter,
    'abeikmhopctysjdhqwxabeikvoptux'.charAt(at),
  ]),
)
const LATIN = /[a-z]/u
const OTHER = /[\u0370-\u052f]/u

/** A folded word with the Latin letters that others in it only look like: "humаn" with a Cyrillic "а" is "human". */
export function unmask(word: string): string {
  if (!OTHER.test(word) || !LATIN.test(word)) return word
  return Array.from(word, (letter) => LOOKS_LIKE.get(letter) ?? letter).join('')
}

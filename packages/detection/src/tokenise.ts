import { fold, unmask } from './fold.ts'

export type Token = {
  /** Folded: case, accents, drawn-out letters ("pleeease") and invisible characters make no difference. Never empty. */
  word: string
  /** UTF-16 offsets into the text as it was given, end exclusive. */
  start: number
  end: number
  /** Numbers of the clause and of the sentence that the word stands in. */
  clause: number
  sentence: number
  /** The word stands in quotation marks. */
  quoted: boolean
}

/** Of a longer text both ends are read: people ask at the beginning or at the end, and paste in between. */
const HEAD = 2000
const TAIL = 1000
const LONGEST_WORD = 48
/** A letter can carry any number of marks. More than these are read on their own. */
const MOST_MARKS = 8

const FIRST_MARK = 0x300
const MARK = /[\p{M}\u{1160}-\u{11ff}]/u
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u
const LETTER = /\p{L}/u
const LATIN = /\p{Script=Latin}/u
/** Takes no place between letters: format characters, marks on their own, variation selectors. */
const INVISIBLE = /\p{Cf}|\p{M}/u
/** Scripts without spaces between words: each character is a token. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const FIRST_UNSPACED = '\u0e00'

const SENTENCE_ENDS = new Set('.!?;\n\r\u2028\u2029。！？؟؛।…')
const CLAUSE_ENDS = new Set(',:()[]{}/|—–،、，•')
const APOSTROPHES = new Set("'’‘ʼ＇`´′׳")
const CLOSING = new Map([
  ['«', '»'],
  ['„', '“'],
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
])
/** What follows the apostrophe in English: "don't", "it's". Elsewhere it parts two words: "l'agent", "c'è". */
const ENGLISH_ENDINGS = new Set(['t', 's', 'd', 'm', 'll', 're', 've'])

type State = {
  text: string
  tokens: Token[]
  /** The word that is being read, if any. */
  open: Token | undefined
  /** How often the last letter of the open word has come in a row. */
  run: number
  clause: number
  sentence: number
  quote: { closing: string; firstToken: number } | undefined
}

/** The words of `text` in order. Never throws; reads at most 3,000 UTF-16 units, in time linear in them. */
export function tokenise(text: string): Token[] {
  const state: State = { text, tokens: [], open: undefined, run: 0, clause: 0, sentence: 0, quote: undefined }
  if (text.length <= HEAD + TAIL) {
    readRange(state, 0, text.length)
  } else {
    readRange(state, 0, HEAD)
    endSentence(state)
    readRange(state, text.length - TAIL, text.length)
  }
  return state.tokens
}

function readRange(state: State, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const end = Math.min(clusterEnd(state.text, at), to)
    readCharacter(state, at, end)
    at = end
  }
  closeWord(state)
}

/** The end of the character at `at` with the marks that belong to it. */
function clusterEnd(text: string, at: number): number {
  let end = at + codePointLength(text, at)
  if (!(text.charCodeAt(end) >= FIRST_MARK)) return end
  for (let marks = 0; marks < MOST_MARKS && end < text.length; marks++) {
    if (text.charCodeAt(end) < FIRST_MARK) break
    const next = end + codePointLength(text, end)
    if (!MARK.test(text.slice(end, next))) break
    end = next
  }
  return end
}

function codePointLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function readCharacter(state: State, start: number, end: number): void {
  const character = state.text.slice(start, end)
  if (character.length === 1 && character >= 'a' && character <= 'z') addToWord(state, character, start, end)
  else if (character === ' ') closeWord(state)
  else if (APOSTROPHES.has(character)) readApostrophe(state, end)
  else readFolded(state, character, fold(character), start, end)
}

function readFolded(state: State, character: string, folded: string, start: number, end: number): void {
  if (!isWordCharacter(folded)) {
    if (!INVISIBLE.test(character)) readSeparator(state, character, folded.charAt(0), start, end)
    return
  }
  const alone = folded >= FIRST_UNSPACED && UNSPACED.test(folded)
  if (alone) closeWord(state)
  for (const letter of folded) if (isWordCharacter(letter)) addToWord(state, letter, start, end)
  if (alone) closeWord(state)
}

function isWordCharacter(folded: string): boolean {
  const code = folded.charCodeAt(0)
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
  return WORD_CHARACTER.test(folded)
}

function addToWord(state: State, letter: string, start: number, end: number): void {
  const { open } = state
  if (open === undefined) {
    state.open = {
      word: letter,
      start,
      end,
      clause: state.clause,
      sentence: state.sentence,
      quoted: false,
    }
    state.run = 1
    return
  }
  open.end = end
  state.run = open.word.endsWith(letter) ? state.run + 1 : 1
  const drawnOut = state.run >= 3 && LETTER.test(letter)
  if (drawnOut && state.run === 3) open.word = open.word.slice(0, -letter.length)
  if (!drawnOut && open.word.length < LONGEST_WORD) open.word += letter
}

function closeWord(state: State): void {
  if (state.open !== undefined) {
    state.open.word = unmask(state.open.word)
    state.tokens.push(state.open)
  }
  state.open = undefined
  state.run = 0
}

/** An apostrophe joins in English and outside the Latin script, and parts elsewhere. */
function readApostrophe(state: State, end: number): void {
  const next = state.text.charAt(end)
  const joins = LETTER.test(next) && (!LATIN.test(next) || ENGLISH_ENDINGS.has(lettersAt(state.text, end)))
  if (!joins) closeWord(state)
}

/** The letters from `at` on, three at most, in lower case. */
function lettersAt(text: string, at: number): string {
  return (/^\p{L}{1,3}/u.exec(text.slice(at, at + 3))?.[0] ?? '').toLowerCase()
}

function readSeparator(state: State, character: string, folded: string, start: number, end: number): void {
  closeWord(state)
  readQuotationMark(state, character)
  const spacedHyphen = character === '-' && !touchesWords(state.text, start, end)
  if (SENTENCE_ENDS.has(character) || SENTENCE_ENDS.has(folded)) endSentence(state)
  else if (CLAUSE_ENDS.has(character) || CLAUSE_ENDS.has(folded) || spacedHyphen) state.clause++
}

function touchesWords(text: string, start: number, end: number): boolean {
  return WORD_CHARACTER.test(text.charAt(start - 1)) || WORD_CHARACTER.test(text.charAt(end))
}

function endSentence(state: State): void {
  closeWord(state)
  state.clause++
  state.sentence++
}

/** Marks the words of a quotation once its closing mark is there; without one, nothing is quoted. */
function readQuotationMark(state: State, character: string): void {
  if (state.quote !== undefined && character === state.quote.closing) {
    for (const token of state.tokens.slice(state.quote.firstToken)) token.quoted = true
    state.quote = undefined
    state.clause++
    return
  }
  const closing = CLOSING.get(character)
  if (closing === undefined) return
  state.quote = { closing, firstToken: state.tokens.length }
  state.clause++
}

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One language as its file in `grammars/` has it. What the sections mean says `grammars/README.md`. */
export type Grammar = {
  /** ISO 639-1, or 639-2 where there is none. */
  code: string
  name: string
  isSpaced: boolean
  personFirst: boolean
  /** Names of the forms in which people are written. */
  forms: readonly string[]
  people: readonly GrammarPerson[]
  topics: readonly string[]
  before: readonly string[]
  after: readonly string[]
  words: Sections
  requests: Sections
  notRequests: Sections
  conversation: Sections
}

type GrammarPerson = { kind: PersonKind; forms: readonly string[] }
export type PersonKind = (typeof personKinds)[number]
/** Phrases by the name of their section. */
export type Sections = ReadonlyMap<string, readonly string[]>

export const personKinds = ['human', 'staff', 'boss', 'somebody'] as const
const folder = fileURLToPath(new URL('../grammars/', import.meta.url))

/** The languages that have a file, by code; or only these. Throws with file and line when one is not in the form. */
export function readGrammars(codes?: readonly string[]): Grammar[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && (codes === undefined || codes.includes(name.slice(0, -4))))
    .toSorted()
    .map((name) => parseGrammar(readFileSync(`${folder}${name}`, 'utf8'), name))
}

type Line = { text: string; number: number }

/** Reads a grammar file. Throws an error that names file, line and what to do. */
export function parseGrammar(source: string, file: string): Grammar {
  const lines = source
    .normalize('NFC')
    .split('\n')
    .map((text, index) => ({ text: text.trim(), number: index + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('//'))
  const parts = splitAt(lines, /^## (.+)$/)
  const head = parts.get('') ?? []
  const setting = (name: string) =>
    head
      .find(({ text }) => text.startsWith(`${name}:`))
      ?.text.slice(name.length + 1)
      .trim() ?? ''
  const forms = setting('forms')
    .split(',')
    .flatMap((name) => name.trim() || [])
  const plain = (part: string) => (parts.get(part) ?? []).map(({ text }) => text)
  const sections = (part: string): Sections => {
    const of = splitAt(parts.get(part) ?? [], /^### (.+)$/)
    return new Map(
      [...of].filter(([name]) => name !== '').map(([name, of]) => [name, of.map(({ text }) => text)]),
    )
  }
  const code = setting('code')
  if (code === '') throw new Error(`${file}: the head has no "code: …".`)
  return {
    code,
    name: head.find(({ text }) => text.startsWith('# '))?.text.slice(2) ?? code,
    isSpaced: setting('spaces between words') !== 'no',
    personFirst: setting('person before verb') === 'yes',
    forms,
    people: (parts.get('People') ?? []).map((line) => parsePerson(line, forms.length, file)),
    topics: plain('Topics'),
    before: plain('Before'),
    after: plain('After'),
    words: sections('Words'),
    requests: sections('Requests'),
    notRequests: sections('Not requests'),
    conversation: sections('Conversation'),
  }
}

/** Lines by the heading above them; those before the first heading have the name ''. A heading may come twice. */
function splitAt(lines: readonly Line[], heading: RegExp): Map<string, Line[]> {
  const parts = new Map<string, Line[]>([['', []]])
  let part = parts.get('')
  for (const line of lines) {
    const name = heading.exec(line.text)?.[1]?.trim()
    if (name === undefined) {
      part?.push(line)
      continue
    }
    part = parts.get(name) ?? []
    parts.set(name, part)
  }
  return parts
}

function parsePerson({ text, number }: Line, forms: number, file: string): GrammarPerson {
  const [name = '', ...rest] = text.split(':')
  const kind = personKinds.find((known) => known === name.trim())
  const cells = rest
    .join(':')
    .split('|')
    .map((cell) => cell.trim())
  if (kind === undefined)
    throw new Error(`${file}, line ${number}: begin with one of ${personKinds.join(', ')} and a colon.`)
  if (cells.length !== forms || cells.some((cell) => cell === ''))
    throw new Error(
      `${file}, line ${number}: ${forms} cells are wanted, one for each form, and here are ${cells.length}.`,
    )
  return { kind, forms: cells }
}

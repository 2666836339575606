import { existsSync, readFileSync } from 'node:fs'

/** A message of a contact, and whether it asks for a person. `category` says what kind of message it is. */
export type MessageRow = { text: string; lang: string; label: 0 | 1; category: string }
/** A conversation, and the turn at which which scenario must fire first, if any. */
export type DialogueRow = {
  id: string
  lang: string
  turns: { from: 'contact' | 'bot' | 'user'; text: string; answered?: boolean }[]
  expect: { turn: number; scenario: string } | null
}
/** A message and what it is about. */
export type IntentRow = { text: string; intent: string }

/** The rows of a JSON-lines file; none when there is no such file. Throws with the line's number when a line is no JSON. */
export function readRows<Row>(path: string): Row[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parse(line, path, index + 1)]))
}

function parse(line: string, path: string, number: number) {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new Error(`${path}, line ${number} is no JSON.`, { cause })
  }
}

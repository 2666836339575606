import { readFileSync } from 'node:fs'

/** One line of a data set. What it has tells what is measured with it. */
export type Row = RequestRow | ConversationRow | IntentRow
/** Whether a message asks for a person. `category` is "ordinary", or says why a row is hard. */
export type RequestRow = { text: string; lang: string; label: 0 | 1; category: string }
/** A conversation without labels. */
export type ConversationRow = { id: string; turns: { from: string; text: string }[] }
/** A message and what it is about, for custom scenarios. */
export type IntentRow = { text: string; intent: string; domain?: string }

/** The rows of a JSON-lines file. Throws with the line's number when a line is no JSON. */
export function readRows(path: string): Row[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [parse(line, path, index + 1)]))
}

function parse(line: string, path: string, number: number): Row {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new Error(`${path}, line ${number} is no JSON.`, { cause })
  }
}

export function isRequestRow(row: Row): row is RequestRow {
  return 'label' in row && 'lang' in row
}

export function isConversationRow(row: Row): row is ConversationRow {
  return 'turns' in row
}

export function isIntentRow(row: Row): row is IntentRow {
  return 'intent' in row && 'text' in row
}

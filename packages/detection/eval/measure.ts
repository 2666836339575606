/**
 * Measures the detector on data of yours. Each argument is a JSON-lines file, of one of three kinds:
 *
 *   {"text", "lang", "label": 0 or 1, "category"}   does the message ask for a person?
 *   {"id", "turns": [{"from", "text"}]}             conversations, to be read by eye
 *   {"text", "intent", "domain"?}                   intents, for custom scenarios
 *
 *   node packages/detection/eval/measure.ts requests.jsonl conversations.jsonl
 */
import { existsSync } from 'node:fs'
import { measureConversations } from './conversations.ts'
import { measureIntents } from './intents.ts'
import { measureRequests } from './requests.ts'
import { isConversationRow, isIntentRow, isRequestRow, readRows } from './rows.ts'

const paths = process.argv.slice(2)
const missing = paths.filter((path) => !existsSync(path))

if (paths.length === 0 || missing.length > 0) {
  console.error(
    missing.length > 0
      ? `There is no file ${missing.join(', ')}.`
      : 'Name at least one JSON-lines file to measure on.',
  )
  console.error('Its rows have text, lang, label and category; or id and turns; or text and intent.')
  process.exitCode = 2
} else {
  for (const path of paths) measure(path)
}

function measure(path: string): void {
  console.log(`\n${path}`)
  const rows = readRows(path)
  const requests = rows.filter(isRequestRow)
  const conversations = rows.filter(isConversationRow)
  const intents = rows.filter(isIntentRow)
  if (requests.length > 0) measureRequests(requests)
  if (conversations.length > 0) measureConversations(conversations)
  if (intents.length > 0) measureIntents(intents)
  const unknown = rows.length - requests.length - conversations.length - intents.length
  if (unknown > 0) console.error(`${unknown} rows of ${path} are of no known kind and were left out.`)
}

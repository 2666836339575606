/** Prints the score of each own message, a JSON line each. `leave-out.ts` runs it in copies of this package. */
import { fileURLToPath } from 'node:url'
import { createDetector, presets } from '../src/index.ts'
import { type MessageRow, readRows } from './rows.ts'

const detector = createDetector({ scenarios: presets.map((preset) => ({ ...preset, id: preset.kind })) })
for (const row of readRows<MessageRow>(fileURLToPath(new URL('messages.jsonl', import.meta.url)))) {
  if (row.category === 'borderline') continue
  const { scores } = detector.assess([{ from: 'contact', text: row.text }])
  const score = scores.find(({ kind }) => kind === 'human_requested')?.score ?? 0
  console.log(JSON.stringify({ ...row, score }))
}

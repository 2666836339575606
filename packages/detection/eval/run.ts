/**
 * Measures the detector beside what others use, and writes `docs/detection.md`:
 *
 *   npm run eval                  with the sets of the repository, and those of EVAL_DATA where it is set
 *   npm run eval -- --wrong 50    prints messages and dialogues that it gets wrong, and writes nothing
 *
 * EVAL_DATA is a folder with more sets: human-requested/dev.jsonl, out-of-scope/banking77/train.csv and
 * out-of-scope/clinc150/data_full.json. Without it, ../shared/data beside the repository is taken when it is there.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readGrammars } from '../training/read-grammar.ts'
import { drawLanguages, drawReliability } from './draw-charts.ts'
import { createPeers, type Peer } from './peers.ts'
import { type DialogueRow, type IntentRow, type MessageRow, readRows } from './rows.ts'
import { type DialogueFigures, scoreDialogues } from './score-dialogues.ts'
import { scoreFewShot } from './score-few-shot.ts'
import { binsOf, type Figures, figuresOf, type Scored, scoreMessages } from './score-messages.ts'
import { scoreOutOfScope } from './score-out-of-scope.ts'
import { worstCaseTable } from './worst-cases.ts'
import { dialogueTable, figuresTable, languageTable, page } from './write-report.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const { values } = parseArgs({ options: { wrong: { type: 'string' } } })
const data = process.env.EVAL_DATA ?? here('../../../../shared/data')
const grammars = readGrammars()
const peers = await createPeers(grammars)
const withGrammar = new Set(grammars.map(({ code }) => code))

const sets = [
  {
    name: 'Own messages',
    about: 'written for this, by others than the grammars, before the code',
    path: here('messages.jsonl'),
  },
  {
    name: 'Public messages',
    about: 'eleven public sources, none of them learned from',
    path: `${data}/human-requested/dev.jsonl`,
  },
].flatMap(({ path, ...set }) => {
  const rows = readRows<MessageRow>(path).filter(({ lang }) => withGrammar.has(lang))
  return rows.length > 0 ? [{ ...set, rows }] : []
})

const parts: string[] = []
let reliability: Scored[] = []
for (const { name, about, rows } of sets) {
  const figures: Figures[] = []
  let byLanguage = new Map<string, Figures>()
  for (const peer of peers) {
    const { scored, times } = await scoreMessages(rows, peer)
    figures.push(figuresOf(peer.name, scored, times))
    if (peer !== peers[0]) continue
    reliability = [...reliability, ...scored]
    byLanguage = languagesOf(scored, peer)
    printWrong(scored)
  }
  const table = figuresTable(figures)
  console.log(`\n${name}\n${table}\n\n${languageTable(byLanguage)}`)
  const isOwn = name === sets[0]?.name
  if (isOwn) save('detection/languages.svg', drawLanguages(byLanguage))
  parts.push(`## ${name}\n\n${rows.length} messages: ${about}.\n\n${table}\n\n${languageTable(byLanguage)}`)
}
save('detection/reliability.svg', drawReliability(binsOf(reliability)))

const dialogues = scoreDialogues(readRows<DialogueRow>(here('dialogues.jsonl')))
console.log(`\nDialogues\n${dialogueTable(dialogues)}`)
printWrongDialogues(dialogues)
parts.push(`## Dialogues\n\n${dialogueTable(dialogues)}`)
parts.push(...otherSets())
const worst = await worstCaseTable()
console.log(`\nWorst cases\n${worst}`)
parts.push(`## Worst cases\n\n${worst}`)

if (values.wrong === undefined) {
  const weights = readFileSync(here('../src/built/weights.json'), 'utf8')
  save(
    'detection.md',
    page({
      languages: grammars.length,
      weights: JSON.parse(weights),
      notes: readFileSync(here('notes.md'), 'utf8'),
      parts,
    }),
  )
}

function languagesOf(scored: readonly Scored[], { name }: Peer): Map<string, Figures> {
  const groups = Map.groupBy(scored, ({ lang }) => lang)
  return new Map([...groups].map(([language, of]) => [language, figuresOf(name, of, [])]))
}

function otherSets(): string[] {
  const lines: string[] = []
  const banking = bankingRows(`${data}/out-of-scope/banking77/train.csv`)
  const clinc = clincRows(`${data}/out-of-scope/clinc150/data_full.json`)
  if (banking.length > 0) {
    const { intents, recall, falseAlarms } = scoreFewShot(banking)
    lines.push(
      `Custom scenarios of ten phrases, Banking77 (${intents} intents): recall ${percent(recall)} at ${percent(falseAlarms)} false alarms.`,
    )
    const { matthews, right } = scoreOutOfScope(banking)
    lines.push(
      `\`baton answer\` on Banking77, a third of the intents without an article: ${percent(right)} right, Matthews ${matthews.toFixed(2)}.`,
    )
  }
  if (clinc.rows.length > 0) {
    const { matthews, right } = scoreOutOfScope(clinc.rows, clinc.outside)
    lines.push(
      `\`baton answer\` on CLINC150, a third of the intents and its out-of-scope queries without an article: ${percent(right)} right, Matthews ${matthews.toFixed(2)}.`,
    )
  }
  for (const line of lines) console.log(line)
  return lines.length > 0
    ? [`## Custom scenarios and answers\n\n${lines.map((line) => `- ${line}`).join('\n')}`]
    : []
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}

function bankingRows(path: string): IntentRow[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(1)
  return lines.flatMap((line) => {
    const comma = line.lastIndexOf(',')
    const intent = line.slice(comma + 1).trim()
    // A row that goes over several lines is left out.
    return /^[\w?]+$/u.test(intent) ? [{ text: line.slice(0, comma).replaceAll('"', ''), intent }] : []
  })
}

function clincRows(path: string): { rows: IntentRow[]; outside: string[] } {
  if (!existsSync(path)) return { rows: [], outside: [] }
  const { train, oos_test } = JSON.parse(readFileSync(path, 'utf8'))
  return {
    rows: train.map(([text, intent]: [string, string]) => ({ text, intent })),
    outside: oos_test.slice(0, 600).map(([text]: [string]) => text),
  }
}

function printWrong(scored: readonly Scored[]): void {
  const wrong = scored.filter(({ score, label }) => score >= 0.5 !== (label === 1))
  for (const { lang, category, score, text } of wrong.slice(0, Number(values.wrong ?? 0)))
    console.log(`${lang} ${category} ${score.toFixed(2)}  ${text.slice(0, 120)}`)
}

function printWrongDialogues({ wrong }: DialogueFigures): void {
  for (const { id, expected, found } of wrong.slice(0, Number(values.wrong ?? 0)))
    console.log(`${id}: ${expected} expected, ${found} found`)
}

function save(name: string, text: string): void {
  if (values.wrong === undefined) writeFileSync(here(`../../../docs/${name}`), text)
}

/**
 * What the detector would be without parts of what it has learned: trains copies of this package from which whole
 * languages, or whole families of phrases in all languages, are left out, and measures each on the own messages. So it
 * shows what to expect of a language and of an idea that no file has. Takes twenty minutes; writes
 * `docs/detection/left-out.md`.
 *
 *   npm run leave-out
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { figuresOf, type Scored } from './score-messages.ts'
import { table } from './write-report.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const LANGUAGE_GROUPS = 5
const families = [
  'polite',
  'indirect',
  'angry',
  'one word',
  'misspelt',
  'chat',
  'long message',
  'with English',
]

const codes = readdirSync(here('../grammars'))
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace('.txt', ''))
  .toSorted()
const whole = measure('nothing', () => {})

const languageRows = Array.from({ length: LANGUAGE_GROUPS }, (_, group) => {
  const out = codes.filter((code, at) => at % LANGUAGE_GROUPS === group && code !== 'en')
  const scored = measure(out.join(' '), (folder) => {
    for (const code of out) rmSync(join(folder, 'grammars', `${code}.txt`))
  })
  const ofThese = ({ lang }: Scored) => out.includes(lang)
  return [out.join(', '), ...compare(whole.filter(ofThese), scored.filter(ofThese))]
})
const familyRows = families.map((family) => {
  const scored = measure(family, (folder) => {
    for (const code of codes) {
      const path = join(folder, 'grammars', `${code}.txt`)
      writeFileSync(path, withoutRequests(readFileSync(path, 'utf8'), family))
    }
  })
  return [family, ...compare(whole, scored)]
})

const head = ['left out', 'recall % with', 'without', 'F1 % with', 'without', 'false alarms with', 'without']
writeFileSync(
  here('../../../docs/detection/left-out.md'),
  `# What is left out

Made by \`npm run leave-out\` on ${new Date().toISOString().slice(0, 10)}, measured on the own messages (\`packages/detection/eval/messages.jsonl\`).

## Whole languages

Each language but English is left out once, with its words and phrases, and measured on its own messages. What remains is what
other languages tell about it.

${table(head, languageRows)}

## Families of phrases

Each family of requests is left out in all languages, and measured on all messages.

${table(head, familyRows)}
`,
)

/** Trains a copy of this package that `change` has changed, and scores the own messages with it. */
function measure(name: string, change: (folder: string) => void): Scored[] {
  const root = mkdtempSync(join(tmpdir(), 'baton-left-out-'))
  try {
    const folder = join(root, 'packages', 'detection')
    cpSync(here('..'), folder, { recursive: true })
    symlinkSync(here('../../../node_modules'), join(root, 'node_modules'))
    writeFileSync(join(root, 'package.json'), '{"type":"module"}')
    change(folder)
    const run = (script: string) =>
      execFileSync(process.execPath, [join(folder, script)], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    run('training/train.ts')
    const scored = run('eval/print-scores.ts')
      .trim()
      .split('\n')
      .map((line): Scored => JSON.parse(line))
    console.log(`${name}: F1 ${(figuresOf(name, scored, []).f1 * 100).toFixed(1)}`)
    return scored
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** A grammar without the phrases of one section of its requests. */
function withoutRequests(grammar: string, section: string): string {
  const [before = '', requests = ''] = grammar.split(/^## Requests$/mu)
  const [own = '', ...others] = requests.split(/^(?=## )/mu)
  const kept = own.split(/^(?=### )/mu).filter((part) => !part.startsWith(`### ${section}\n`))
  return [before, '## Requests', kept.join(''), ...others].join('')
}

function compare(before: readonly Scored[], after: readonly Scored[]): string[] {
  const [one, other] = [figuresOf('with', before, []), figuresOf('without', after, [])]
  const falseAlarms = (scored: readonly Scored[]) =>
    String(scored.filter(({ score, label }) => label === 0 && score >= 0.5).length)
  const percent = (share: number) => (share * 100).toFixed(1)
  return [
    percent(one.recall),
    percent(other.recall),
    percent(one.f1),
    percent(other.f1),
    falseAlarms(before),
    falseAlarms(after),
  ]
}

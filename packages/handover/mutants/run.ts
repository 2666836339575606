/**
 * Breaks the rules of this package one at a time, on copies, and runs the tests on each. A mutant that no test
 * kills shows a rule that nothing holds. `npm run mutants`, or with words that the names must contain:
 * `npm run mutants -- timer`.
 */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Mutant } from './mutant.ts'
import { mutantsOfControl } from './of-control.ts'
import { mutantsOfRouting } from './of-routing.ts'

/** Enough for the random tests to find every mutant, few enough to be quick. */
const propertyRuns = 200

type Verdict = { fate: 'killed' | 'survived' | 'stale' | 'broken'; how: string }

const packageFolder = join(import.meta.dirname, '..')
const vitestFolder = dirname(fileURLToPath(import.meta.resolve('vitest/package.json')))
const workshop = await mkdtemp(join(tmpdir(), 'handover-mutants-'))

try {
  process.exitCode = (await hunt([...mutantsOfControl, ...mutantsOfRouting].filter(isWanted))) ? 0 : 1
} finally {
  await rm(workshop, { recursive: true, force: true })
}

function isWanted({ name }: Mutant): boolean {
  return process.argv.slice(2).every((word) => name.includes(word))
}

/** Says whether every mutant was killed. */
async function hunt(all: Mutant[]): Promise<boolean> {
  const healthy = await testCopy(await makeCopy('healthy'))
  if (healthy.fate !== 'survived') {
    console.error(`The package fails its tests as it is, so mutants say nothing. ${healthy.how}`)
    return false
  }
  const startedAt = Date.now()
  console.log('fate     breaks mutant'.padEnd(92), 'killed by, the first of them')
  const fates: Verdict['fate'][] = []
  const rest = [...all.entries()]
  const work = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) {
      const [place, mutant] = next
      const verdict = await judge(mutant, `mutant-${place}`)
      fates.push(verdict.fate)
      console.log(row(mutant, verdict))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  const killed = fates.filter((fate) => fate === 'killed').length
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  console.log(`\n${killed} of ${all.length} mutants killed in ${seconds} s.`)
  return all.length > 0 && killed === all.length
}

async function judge({ file, find, replace }: Mutant, folderName: string): Promise<Verdict> {
  const source = await readFile(join(packageFolder, 'src', file), 'utf8')
  const found = source.split(find).length - 1
  if (found !== 1)
    return { fate: 'stale', how: `its text stands ${found} times in ${file}: adapt the mutant` }
  const folder = await makeCopy(folderName)
  await writeFile(
    join(folder, 'src', file),
    source.replace(find, () => replace),
  )
  const verdict = await testCopy(folder)
  await rm(folder, { recursive: true, force: true })
  return verdict
}

/** A copy of the package that finds its test tools where the original does. */
async function makeCopy(name: string): Promise<string> {
  const folder = join(workshop, name)
  await mkdir(join(folder, 'node_modules'), { recursive: true })
  for (const part of ['package.json', 'src', 'model'])
    await cp(join(packageFolder, part), join(folder, part), { recursive: true })
  for (const tool of ['vitest', 'fast-check'])
    await symlink(join(dirname(vitestFolder), tool), join(folder, 'node_modules', tool), 'junction')
  return folder
}

async function testCopy(folder: string): Promise<Verdict> {
  const report = join(folder, 'report.json')
  const how = ['--reporter=json', `--outputFile=${report}`, '--maxWorkers=1', '--no-isolate']
  const command = [join(vitestFolder, 'vitest.mjs'), 'run', '--root', folder, ...how]
  const env = { ...process.env, BATON_PROPERTY_RUNS: String(propertyRuns), NO_COLOR: '1' }
  const options = { cwd: folder, env, timeout: 120_000 }
  // Vitest exits with 1 when a test fails; what failed is in its report.
  const ran = await promisify(execFile)(process.execPath, command, options).catch((error: unknown) => error)
  const written = await readFile(report, 'utf8').catch(() => null)
  if (written === null) return { fate: 'broken', how: `vitest gave no report: ${String(ran)}` }
  return verdictOf(JSON.parse(written))
}

type Tested = { fullName: string; status: string }
type Report = { testResults: { name: string; message: string; assertionResults: Tested[] }[] }

function verdictOf({ testResults }: Report): Verdict {
  const unread = testResults.find((file) => file.assertionResults.length === 0)
  if (unread) return { fate: 'broken', how: `a test file does not run: ${unread.message}` }
  const killers = (files: Report['testResults']) =>
    files.flatMap((file) => file.assertionResults.filter((test) => test.status === 'failed'))
  const random = killers(testResults.filter((file) => file.name.includes('.property.')))
  const told = killers(testResults.filter((file) => !file.name.includes('.property.')))
  const first = told[0] ?? random[0]
  if (!first) return { fate: 'survived', how: '' }
  const counts = `${random.length} random, ${told.length} told`.padEnd(20)
  return { fate: 'killed', how: `${counts} ${first.fullName}` }
}

function row({ name, breaks }: Mutant, { fate, how }: Verdict): string {
  const mark = fate === 'killed' ? 'killed  ' : fate.toUpperCase().padEnd(8)
  return `${mark} ${breaks.padEnd(6)} ${name.padEnd(75)} ${how}`
}

import { readFileSync } from 'node:fs'
import { Command, InvalidArgumentError } from 'commander'

/** The command line. Commands are loaded when they are called, so that `--help` is quick. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

const program = new Command('baton')
  .description('Human handover for AI chat: measure it, play conversations, look after a server.')
  .version(version)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .showHelpAfterError('(baton --help shows what there is)')
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) })

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return value
}

program
  .command('assess')
  .description('Would it hand over? JSON lines in, JSON lines out.')
  .addHelpText(
    'after',
    '\nExample:\n  $ echo \'{"id":1,"text":"I want to talk to a human"}\' | npm run -s baton -- assess',
  )
  .action(async () => {
    const { assess } = await import('./assess.ts')
    await assess(process.stdin, process.stdout)
  })

program
  .command('answer')
  .requiredOption('--knowledge <file>', 'articles: {"articles": [{"id", "title", "questions"?, "body"}]}')
  .description('Which article answers a question, if any? JSON lines in, JSON lines out.')
  .addHelpText(
    'after',
    '\nExample:\n  $ echo \'{"id":1,"question":"Where is my parcel?"}\' | npm run -s baton -- answer --knowledge articles.json',
  )
  .action(async ({ knowledge }: { knowledge: string }) => {
    const { answer } = await import('./answer.ts')
    await answer(knowledge, process.stdin, process.stdout)
  })

program
  .command('replay')
  .argument('<file>', 'conversations, one JSON object a line: {id, domain, turns: [{from, text}]}')
  .description('Plays conversations against a running server, reads everything back and counts.')
  .option('--url <url>', 'where the server is', process.env.BATON_URL || 'http://localhost:4000')
  .option('--key <key>', 'an API key (default: BATON_BOOTSTRAP_KEY, else the key in the data folder)')
  .option('--concurrency <n>', 'conversations at a time', wholeNumber, 8)
  .option('--limit <n>', 'only the first so many conversations', wholeNumber)
  .option('--json', 'print the figures as JSON')
  .addHelpText('after', '\nIt exits with 1 when a message is lost or doubled.')
  .action(async (file: string, options) => {
    const { replay } = await import('./replay.ts')
    process.exitCode = await replay(file, options)
  })

program
  .command('doctor')
  .description('Checks what would keep Baton and its handovers from working.')
  .option('--url <url>', 'where the server is', process.env.BATON_URL || 'http://localhost:4000')
  .option('--key <key>', 'an API key (default: BATON_BOOTSTRAP_KEY, else the key in the data folder)')
  .action(async (options) => {
    const { doctor } = await import('./doctor.ts')
    process.exitCode = await doctor(options)
  })

program
  .command('migrate')
  .description('Brings the database (DATABASE_URL, else the built-in one) to the present schema.')
  .action(async () => {
    const { migrate } = await import('./migrate.ts')
    await migrate()
  })

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

import { startEmbedded } from '../src/database/embedded.ts'

/** Starts the built-in database in a folder and keeps it until it is told to stop. */
const folder = process.argv[2] ?? ''
try {
  const database = await startEmbedded({ folder, fsync: false })
  process.stdout.write(`started attached=${database.attached}\n`)
  process.on('SIGTERM', () => void database.stop().then(() => process.exit(0)))
  setInterval(() => {}, 60_000)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

import { parseConfig } from '../apps/server/src/config.ts'
import { createContext } from '../apps/server/src/create-context.ts'
import { runWorker } from '../apps/server/src/job/run-worker.ts'

/**
 * A worker in a process of its own, to be killed: `node worker.ts <database> <milliseconds that its clock is ahead>`. It says
 * `up` when it works.
 */
const [, , databaseUrl = '', ahead = '0'] = process.argv
const app = createContext({
  config: parseConfig({
    PORT: '0',
    BATON_LOG_LEVEL: 'silent',
    BATON_ALLOW_PRIVATE_TARGETS: '1',
    BATON_SECRET: process.env.BATON_SECRET,
    BATON_SMTP_URL: process.env.BATON_SMTP_URL,
    BATON_MAIL_FROM: process.env.BATON_MAIL_FROM,
  }),
  databaseUrl,
  clock: () => new Date(Date.now() + Number(ahead)),
})
await app.jobs.start()
await app.signals.start()
await runWorker(app)
process.stdout.write('up\n')

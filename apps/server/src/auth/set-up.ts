import { everything, type Me, type SetupInput, type SetupState } from '@baton/contract'
import { sql } from 'kysely'
import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'
import { createUser, type UserRow, updateUser } from '../staff/save-user.ts'
import { ensureWorkspace } from '../workspace/ensure-workspace.ts'
import { requireTimeZone, saveWorkspace } from '../workspace/save-workspace.ts'
import { authenticate } from './authenticate.ts'
import { limitAttempts } from './limit-attempts.ts'
import { hashPassword } from './password.ts'
import { createLogin } from './save-login.ts'
import { openSession } from './sign-in.ts'

/** Whether somebody can sign in, and until then what this server has. */
export async function readSetup(app: AppContext): Promise<SetupState> {
  const needed = await inWorkspace(app, await ensureWorkspace(app), async (work) => !(await isSetUp(work)))
  return { needed, mailsPasswords: app.mailer !== null, checks: needed ? await checksOf(app) : [] }
}

async function checksOf(app: AppContext): Promise<SetupState['checks']> {
  const { databaseUrl, url } = app.config
  const { checks } = await app.readiness()
  const secure = url.startsWith('https:')
  return [
    // Without its migrations it would not have started.
    ...checks
      .filter(({ name }) => name !== 'migrations')
      .map(({ name, ok, detail }) => ({
        name,
        ok,
        detail: detail ?? (name === 'database' ? (databaseUrl ? 'your own' : 'built-in') : 'ready'),
      })),
    { name: 'address', ok: secure, detail: secure ? url : `${url}, without encryption` },
  ]
}

/**
 * Names the first workspace, makes its first admin and signs them in. Once, whoever comes at the same time. Where there are
 * users already, made through the API, only who has a key that may do everything can say who is first.
 * @throws DomainError already_set_up, forbidden, invalid_request, email_taken, too_many_attempts
 */
export function setUp(app: AppContext, exchange: Exchange, input: SetupInput): Promise<Me> {
  return limitAttempts(app, { address: exchange.address }, async () => {
    requireTimeZone(input.timeZone)
    const workspaceId = await ensureWorkspace(app)
    const key = await authenticate(app, exchange.headers.get('authorization') ?? undefined)
    const mayEverything = key?.workspaceId === workspaceId && key.scopes.includes(everything)
    const passwordHash = await hashPassword(input.password)
    await inWorkspace(app, workspaceId, async (work) => {
      await sql`select pg_advisory_xact_lock(hashtext('baton set-up'))`.execute(work.db)
      if (await isSetUp(work))
        throw new DomainError(
          'already_set_up',
          'Baton is set up already. Sign in, or ask an admin to invite you.',
        )
      const present = await findPresent(work, input.email)
      if (present.anybody && !mayEverything)
        throw new DomainError(
          'forbidden',
          'There are users already. Set up with an API key that may do everything, such as the one that the first start wrote to the data folder.',
        )
      await saveWorkspace(work, { name: input.workspaceName, timeZone: input.timeZone })
      const admin = await firstAdmin(work, input, present.same)
      await createLogin(work, admin, passwordHash)
    })
    return openSession(app, exchange, input)
  })
}

/** Whether somebody of the workspace can sign in. */
export async function isSetUp({ db, workspaceId }: UnitOfWork): Promise<boolean> {
  const login = await db
    .selectFrom('auth.staff')
    .select('user_id')
    .where('workspace_id', '=', workspaceId)
    .limit(1)
    .executeTakeFirst()
  return login !== undefined
}

async function findPresent({ db, workspaceId }: UnitOfWork, email: string) {
  const users = db.selectFrom('staff_user').select('id').where('workspace_id', '=', workspaceId).limit(1)
  const same = await users.where(sql`lower(email)`, '=', email.toLowerCase()).executeTakeFirst()
  const anybody = await users.executeTakeFirst()
  return { anybody: anybody !== undefined, same: same?.id }
}

async function firstAdmin(work: UnitOfWork, input: SetupInput, presentId?: string): Promise<UserRow> {
  const { name, email } = input
  if (presentId === undefined) return createUser(work, { name, email, role: 'admin' })
  return updateUser(work, presentId, { name, role: 'admin', active: true })
}

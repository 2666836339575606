import { randomBytes } from 'node:crypto'
import type { Me } from '@baton/contract'
import { type AppContext, inWorkspace } from '../context.ts'
import { transact } from '../database/database.ts'
import { DomainError } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'
import { findUser } from '../staff/queries.ts'
import { ensureWorkspace } from '../workspace/ensure-workspace.ts'
import { fillDemo } from '../workspace/fill-demo.ts'
import { limitAttempts } from './limit-attempts.ts'
import { hashPassword } from './password.ts'
import { createLogin, personOf, setPassword } from './save-login.ts'
import { isSetUp } from './set-up.ts'
import { openSession } from './sign-in.ts'

/**
 * Signs whoever asks in as the admin of the demo, while nobody has set Baton up: then there is nothing else to see. The
 * demo is made where there is none. Its password is known to nobody and changes with each call.
 * @throws DomainError already_set_up, too_many_attempts
 */
export function tryDemo(app: AppContext, exchange: Exchange): Promise<Me> {
  return limitAttempts(app, { address: exchange.address }, async () => {
    const besideId = await ensureWorkspace(app)
    if (await inWorkspace(app, besideId, isSetUp))
      throw new DomainError(
        'already_set_up',
        'Baton is set up already. Sign in; an admin can look into the demo from the settings.',
      )
    const { workspaceId, adminId } = (await findDemo(app, besideId)) ?? (await fillDemo(app, besideId))
    const password = randomBytes(32).toString('base64url')
    const passwordHash = await hashPassword(password)
    const { email } = await inWorkspace(app, workspaceId, async (work) => {
      const admin = await findUser(work, adminId)
      const personId = await personOf(work, adminId)
      if (personId === undefined) await createLogin(work, admin, passwordHash)
      else await setPassword(work, personId, passwordHash)
      return admin
    })
    return openSession(app, exchange, { email, password })
  })
}

async function findDemo(
  app: AppContext,
  besideId: string,
): Promise<{ workspaceId: string; adminId: string } | undefined> {
  const demo = await transact(app.db, '*', (trx) =>
    trx.selectFrom('workspace').select('id').where('demo_of', '=', besideId).executeTakeFirst(),
  )
  if (!demo) return undefined
  const admin = await inWorkspace(app, demo.id, ({ db, workspaceId }) =>
    db
      .selectFrom('staff_user')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('role', '=', 'admin')
      .where('active', '=', true)
      .orderBy('created_at')
      .limit(1)
      .executeTakeFirst(),
  )
  return admin && { workspaceId: demo.id, adminId: admin.id }
}

import type { CreatedPasswordReset, Me, PasswordResetByToken } from '@baton/contract'
import type { Selectable } from 'kysely'
import { type AppContext, inWorkspace, newId, type UnitOfWork } from '../context.ts'
import { transact } from '../database/database.ts'
import type { PasswordResetTable } from '../database/schema/auth.ts'
import { DomainError } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'
import { requireNoMore } from '../staff/policy.ts'
import { findUser } from '../staff/queries.ts'
import { requireActor } from '../staff/require-actor.ts'
import { findWorkspace } from '../workspace/view.ts'
import { hashToken } from './api-key.ts'
import type { Caller } from './authenticate.ts'
import { limitAttempts } from './limit-attempts.ts'
import { makeLink } from './link-token.ts'
import { hashPassword } from './password.ts'
import { endSessions, personOf, setPassword } from './save-login.ts'
import { openSession } from './sign-in.ts'

/** How long a link for a new password lasts. */
export const resetHours = 24

/**
 * Makes a link by which a user sets a new password. It is shown this once, and replaces the one before.
 * @throws DomainError unknown_user, user_deactivated, forbidden
 */
export async function createPasswordReset(
  work: UnitOfWork,
  caller: Caller,
  userId: string,
): Promise<CreatedPasswordReset> {
  await requireActor(work, userId)
  requireNoMore(caller, await findUser(work, userId))
  if (!(await personOf(work, userId)))
    throw new DomainError('unknown_user', 'This user has never signed in. Invite them with their address.')
  return makePasswordReset(work, userId, caller.user?.id ?? null)
}

/** Makes the link and forgets those before it. `madeBy` null: nobody on staff made it. */
export async function makePasswordReset(
  work: UnitOfWork,
  userId: string,
  madeBy: string | null,
): Promise<CreatedPasswordReset> {
  const { db, workspaceId, now } = work
  const { link, hash } = makeLink(work.app.config, 'reset')
  const expiresAt = new Date(now.getTime() + resetHours * 3_600_000)
  await db
    .deleteFrom('password_reset')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .execute()
  await db
    .insertInto('password_reset')
    .values({
      workspace_id: workspaceId,
      id: newId(),
      user_id: userId,
      token_hash: hash,
      made_by: madeBy,
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
  return { userId, link, expiresAt: expiresAt.toISOString() }
}

/** @throws DomainError link_not_valid, too_many_attempts */
export function readPasswordReset(
  app: AppContext,
  { address }: Exchange,
  token: string,
): Promise<PasswordResetByToken> {
  return limitAttempts(app, { address }, () =>
    withReset(app, token, async (work, { user_id, expires_at }) => {
      const { name, email } = await findUser(work, user_id)
      const workspace = await findWorkspace(work)
      return { name, email, workspaceName: workspace.name, expiresAt: expires_at.toISOString() }
    }),
  )
}

/**
 * Sets a new password, ends all sessions of the user and signs them in anew. Once.
 * @throws DomainError link_not_valid, too_many_attempts
 */
export function usePasswordReset(
  app: AppContext,
  exchange: Exchange,
  { token, password }: { token: string; password: string },
): Promise<Me> {
  return limitAttempts(app, { address: exchange.address }, async () => {
    const passwordHash = await hashPassword(password)
    const email = await withReset(app, token, async (work, reset) => {
      const user = await findUser(work, reset.user_id)
      const personId = await personOf(work, user.id)
      if (!user.active || personId === undefined) throw notValid()
      await setPassword(work, personId, passwordHash)
      await endSessions(work, user.id)
      await work.db
        .updateTable('password_reset')
        .set({ used_at: work.now })
        .where('workspace_id', '=', work.workspaceId)
        .where('id', '=', reset.id)
        .execute()
      return user.email
    })
    return openSession(app, exchange, { email, password })
  })
}

/** Locks what a link stands for, so that two who come with it at once come one after the other. */
async function withReset<T>(
  app: AppContext,
  token: string,
  run: (work: UnitOfWork, reset: Selectable<PasswordResetTable>) => Promise<T>,
): Promise<T> {
  const found = await transact(app.db, '*', (trx) =>
    trx
      .selectFrom('password_reset')
      .select(['workspace_id', 'id'])
      .where('token_hash', '=', hashToken(token))
      .executeTakeFirst(),
  )
  if (!found) throw notValid()
  return inWorkspace(app, found.workspace_id, async (work) => {
    const reset = await work.db
      .selectFrom('password_reset')
      .selectAll()
      .where('workspace_id', '=', found.workspace_id)
      .where('id', '=', found.id)
      .where('used_at', 'is', null)
      .where('expires_at', '>', work.now)
      .forUpdate()
      .executeTakeFirst()
    if (!reset) throw notValid()
    return run(work, reset)
  })
}

function notValid(): DomainError {
  return new DomainError(
    'link_not_valid',
    'This link was used, replaced, or is older than 24 hours. Ask an admin for a new one.',
  )
}

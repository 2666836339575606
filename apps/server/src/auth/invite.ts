import type { InvitationInput } from '@baton/contract'
import { type Selectable, sql } from 'kysely'
import { newId, type UnitOfWork } from '../context.ts'
import { afterId, type Page, type PageQuery, toPage } from '../database/page.ts'
import type { InvitationTable } from '../database/schema/auth.ts'
import { DomainError } from '../errors.ts'
import { requireNoMore } from '../staff/policy.ts'
import { requireAssignable } from '../staff/require-assignable.ts'
import { permissionsFor, type UserRow } from '../staff/save-user.ts'
import type { Caller } from './authenticate.ts'
import { makeLink } from './link-token.ts'
import { personOf } from './save-login.ts'

export type InvitationRow = Selectable<InvitationTable>

const validDays = 7

/**
 * Invites somebody. The link is shown this once. A user who was made through the API and cannot sign in yet keeps their
 * role; an open invitation of the same address is replaced.
 * @throws DomainError email_taken, user_deactivated, unknown_team, forbidden
 */
export async function invite(
  work: UnitOfWork,
  caller: Caller,
  input: InvitationInput,
): Promise<{ row: InvitationRow; link: string }> {
  const present = await presentUser(work, input.email)
  const standing = present ?? { role: input.role, permissions: permissionsFor(input.role, input.permissions) }
  requireNoMore(caller, standing)
  for (const teamId of input.teamIds) await requireAssignable(work, { type: 'team', teamId })
  const { link, hash } = makeLink(work.app.config, 'join')
  await work.db
    .deleteFrom('invitation')
    .where('workspace_id', '=', work.workspaceId)
    .where(sql`lower(email)`, '=', input.email.toLowerCase())
    .where('accepted_at', 'is', null)
    .execute()
  const row = await work.db
    .insertInto('invitation')
    .values({
      workspace_id: work.workspaceId,
      id: newId(),
      name: input.name,
      email: input.email,
      role: standing.role,
      permissions: JSON.stringify(standing.permissions),
      team_ids: [...new Set(input.teamIds)],
      token_hash: hash,
      user_id: present?.id ?? null,
      invited_by: caller.user?.id ?? null,
      created_at: work.now,
      expires_at: new Date(work.now.getTime() + validDays * 86_400_000),
      accepted_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { row, link }
}

/** A user with this address who cannot sign in yet. */
async function presentUser(work: UnitOfWork, email: string): Promise<UserRow | undefined> {
  const user = await work.db
    .selectFrom('staff_user')
    .selectAll()
    .where('workspace_id', '=', work.workspaceId)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst()
  if (!user) return undefined
  if (await personOf(work, user.id))
    throw new DomainError('email_taken', `${email} can sign in already. Make them a link for a new password.`)
  if (!user.active)
    throw new DomainError(
      'user_deactivated',
      'There is a deactivated user with this address. Activate them first.',
    )
  return user
}

/** Those that nobody has accepted, also those that have run out. */
export async function listInvitations(
  { db, workspaceId }: UnitOfWork,
  page: PageQuery,
): Promise<Page<InvitationRow>> {
  const after = afterId(page)
  let select = db
    .selectFrom('invitation')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('accepted_at', 'is', null)
    .orderBy('id')
    .limit(page.limit + 1)
  if (after) select = select.where('id', '>', after)
  return toPage(await select.execute(), page.limit)
}

/**
 * Takes an invitation back: its link is worth nothing at once.
 * @throws DomainError not_found
 */
export async function deleteInvitation({ db, workspaceId }: UnitOfWork, id: string): Promise<void> {
  const gone = await db
    .deleteFrom('invitation')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw new DomainError('not_found', 'There is no open invitation with this id.')
}

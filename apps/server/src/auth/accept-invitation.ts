import type { AcceptInvitationInput, InvitationByToken, Me } from '@baton/contract'
import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import { transact } from '../database/database.ts'
import { DomainError } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'
import { createUser, type UserRow, updateUser } from '../staff/save-user.ts'
import { findWorkspace } from '../workspace/view.ts'
import { hashToken } from './api-key.ts'
import type { InvitationRow } from './invite.ts'
import { limitAttempts } from './limit-attempts.ts'
import { hashPassword } from './password.ts'
import { createLogin } from './save-login.ts'
import { openSession } from './sign-in.ts'

/** @throws DomainError link_not_valid, too_many_attempts */
export function readInvitation(
  app: AppContext,
  { address }: Exchange,
  token: string,
): Promise<InvitationByToken> {
  return limitAttempts(app, { address }, () =>
    withInvitation(app, token, async (work, { name, email, expires_at }) => {
      const workspace = await findWorkspace(work)
      return { name, email, workspaceName: workspace.name, expiresAt: expires_at.toISOString() }
    }),
  )
}

/**
 * Makes the user who was invited, or lets one who was there already sign in, and signs them in. Once.
 * @throws DomainError link_not_valid, email_taken, too_many_attempts
 */
export function acceptInvitation(
  app: AppContext,
  exchange: Exchange,
  { token, name, password }: AcceptInvitationInput,
): Promise<Me> {
  return limitAttempts(app, { address: exchange.address }, async () => {
    const passwordHash = await hashPassword(password)
    const email = await withInvitation(app, token, async (work, invitation) => {
      const user = await joinStaff(work, invitation, name)
      await createLogin(work, user, passwordHash)
      await work.db
        .updateTable('invitation')
        .set({ accepted_at: work.now, user_id: user.id })
        .where('workspace_id', '=', work.workspaceId)
        .where('id', '=', invitation.id)
        .execute()
      return user.email
    })
    return openSession(app, exchange, { email, password })
  })
}

/** Locks the invitation behind a link, so that two who come with it at once come one after the other. */
async function withInvitation<T>(
  app: AppContext,
  token: string,
  run: (work: UnitOfWork, invitation: InvitationRow) => Promise<T>,
): Promise<T> {
  const found = await transact(app.db, '*', (trx) =>
    trx
      .selectFrom('invitation')
      .select(['workspace_id', 'id'])
      .where('token_hash', '=', hashToken(token))
      .executeTakeFirst(),
  )
  if (!found) throw notValid()
  return inWorkspace(app, found.workspace_id, async (work) => {
    const invitation = await work.db
      .selectFrom('invitation')
      .selectAll()
      .where('workspace_id', '=', found.workspace_id)
      .where('id', '=', found.id)
      .where('accepted_at', 'is', null)
      .where('expires_at', '>', work.now)
      .forUpdate()
      .executeTakeFirst()
    if (!invitation) throw notValid()
    return run(work, invitation)
  })
}

async function joinStaff(work: UnitOfWork, invitation: InvitationRow, name: string): Promise<UserRow> {
  const { email, role, permissions } = invitation
  const user =
    invitation.user_id === null
      ? await createUser(work, { name, email, role, permissions })
      : await updateUser(work, invitation.user_id, { name })
  if (!user.active) throw notValid()
  await joinTeams(work, user.id, invitation.team_ids)
  return user
}

/** A team that was deleted meanwhile is left out. */
async function joinTeams({ db, workspaceId, emit }: UnitOfWork, userId: string, teamIds: string[]) {
  if (teamIds.length === 0) return
  const teams = await db
    .selectFrom('team')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', teamIds)
    .execute()
  if (teams.length === 0) return
  await db
    .insertInto('team_member')
    .values(teams.map(({ id }) => ({ workspace_id: workspaceId, team_id: id, user_id: userId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (const { id } of teams) emit({ type: 'team.saved', data: { teamId: id } })
}

function notValid(): DomainError {
  return new DomainError(
    'link_not_valid',
    'This link was used, taken back, or is older than 7 days. Ask an admin for a new one.',
  )
}

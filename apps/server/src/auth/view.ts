import type { Invitation, Session } from '@baton/contract'
import type { InvitationRow } from './invite.ts'
import type { SessionRow } from './sessions.ts'

export function viewInvitation(row: InvitationRow, now: Date): Invitation {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    permissions: row.permissions,
    teamIds: row.team_ids,
    expired: row.expires_at <= now,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }
}

export function viewSession(row: SessionRow, currentId: string): Session {
  return {
    id: row.id,
    current: row.id === currentId,
    userAgent: row.user_agent,
    address: row.ip_address,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.updated_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }
}

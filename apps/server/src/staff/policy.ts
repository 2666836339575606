import {
  covers,
  type Endpoint,
  everything,
  type GrantedScope,
  type Permissions,
  scopes,
} from '@baton/contract'
import type { Caller } from '../auth/authenticate.ts'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'

/** Who may. What a person may see of conversations is held by the database, see `see.ts`. */

type Standing = { role: 'admin' | 'agent'; permissions: Permissions }

/** What a person may do, said in the scopes that an API key has. */
export function scopesOf(standing: Standing): GrantedScope[] {
  const granted = scopes.filter((scope) => mayDo(standing, scope))
  return granted.length === scopes.length ? [...granted, everything] : granted
}

function mayDo({ role, permissions }: Standing, scope: string): boolean {
  const [noun, verb] = scope.split(':')
  const reads = verb === 'read'
  switch (noun) {
    case 'conversations':
    case 'handovers':
    case 'contacts':
    case 'notifications':
    case 'events':
      return true
    case 'bots':
    case 'channels':
      return reads || permissions.manageBots
    case 'messages':
      return permissions.manageBots
    case 'staff':
      return reads || permissions.manageStaff
    case 'reports':
      return permissions.seeInsights
    case 'workspace':
      return role === 'admin'
    case 'keys':
    case 'webhooks':
      // Both are shown all of the workspace.
      return role === 'admin' && permissions.seeAll
    default:
      return false
  }
}

/** Baton as a caller sees it: whole, or only what is assigned to them. */
export function seenBy(app: AppContext, { user }: Caller): AppContext {
  return user && !user.permissions.seeAll ? { ...app, viewerId: user.id } : app
}

/**
 * Makes sure that a caller may call an endpoint. Of one's own user everybody may read and set what stands below it, such as
 * when one is available.
 * @throws DomainError forbidden
 */
export function requireMayCall(caller: Caller, { scope, path, who }: Endpoint, id: string | undefined): void {
  if (who === 'person' && !caller.user)
    throw new DomainError('forbidden', 'This is about a person who has signed in. An API key is nobody.')
  if (!scope || covers(caller.scopes, scope)) return
  if (caller.user && id === caller.user.id && path.startsWith('/v1/users/{id}/')) return
  throw new DomainError(
    'forbidden',
    caller.user
      ? `You may not do this: it takes ${scope}. An admin can allow it.`
      : `This API key lacks the scope ${scope}.`,
  )
}

/**
 * Nobody gives what they may not do themselves, nor manages whoever may do more: else who manages staff could do everything.
 * @throws DomainError forbidden
 */
export function requireNoMore(caller: Caller, standing: Standing): void {
  const lacking = scopesOf(standing).filter((scope) => !covers(caller.scopes, scope))
  if (standing.permissions.seeAll && caller.user && !caller.user.permissions.seeAll)
    lacking.push('conversations:read')
  if (lacking.length === 0) return
  throw new DomainError(
    'forbidden',
    `This user may do, or would, what you may not: ${lacking.join(', ')}. Ask an admin.`,
  )
}

/**
 * A person who has signed in acts for themself.
 * @throws DomainError forbidden
 */
export function requireActsForSelf({ user }: Caller, named: unknown): void {
  if (!user || named === undefined || named === null || named === user.id) return
  throw new DomainError('forbidden', '`userId` is somebody else. Leave it out: you act for yourself.')
}

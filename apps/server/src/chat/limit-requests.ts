import { countWithin, hashOf } from '../auth/count-within.ts'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'

/** How long requests count together. */
export const requestWindowSeconds = 60
/** Nobody writes more in a minute. Behind one address many may write. */
const most = { visitor: 30, address: 240 }

/**
 * Counts what visitors do, by who they are and where they come from, so that no page floods the staff.
 * @throws DomainError too_many_requests
 */
export async function limitRequests(
  app: AppContext,
  who: { address: string; visitor: string | null },
): Promise<void> {
  const keys = [{ key: `chat address ${hashOf(who.address)}`, limit: most.address }]
  if (who.visitor !== null) keys.push({ key: `chat visitor ${hashOf(who.visitor)}`, limit: most.visitor })
  for (const { key, limit } of keys)
    if ((await countWithin(app, key, requestWindowSeconds * 1000)) > limit)
      throw new DomainError('too_many_requests', 'That was a lot at once. Wait a minute and try again.')
}

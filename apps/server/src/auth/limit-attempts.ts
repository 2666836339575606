import { sql } from 'kysely'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import { countWithin, hashOf } from './count-within.ts'

/** How long failures count, and how long whoever has failed too often waits. */
export const attemptWindowMinutes = 15
/** An office behind one address has more people than an account has. */
const most = { address: 50, account: 10 }

/**
 * Runs what can be guessed at: a password, a token. Failures are counted in the database, so that all processes share
 * them, for each address and each account; what succeeds is not held against anybody.
 * @throws DomainError too_many_attempts
 */
export async function limitAttempts<T>(
  app: AppContext,
  who: { address: string; account?: string },
  run: () => Promise<T>,
): Promise<T> {
  // Counted before it is tried, so that many at once are not all the first.
  const keys = await countAttempts(app, who)
  const value = await run()
  await forgive(app, keys)
  return value
}

/**
 * Counts an attempt, whatever comes of it. Gives what it is counted under.
 * @throws DomainError too_many_attempts
 */
export async function countAttempts(
  app: AppContext,
  who: { address: string; account?: string },
): Promise<string[]> {
  const counted: { key: string; limit: number }[] = [
    { key: `address ${hashOf(who.address)}`, limit: most.address },
  ]
  if (who.account !== undefined)
    counted.push({ key: `account ${hashOf(who.account.toLowerCase())}`, limit: most.account })
  for (const { key, limit } of counted)
    if ((await countWithin(app, key, attemptWindowMinutes * 60_000)) > limit)
      throw new DomainError(
        'too_many_attempts',
        `Too many attempts. Wait ${attemptWindowMinutes} minutes and try again.`,
      )
  return counted.map(({ key }) => key)
}

async function forgive({ db }: AppContext, keys: string[]): Promise<void> {
  await sql`update auth.attempt set count = greatest(count - 1, 0) where key in (${sql.join(keys)})`.execute(
    db,
  )
}

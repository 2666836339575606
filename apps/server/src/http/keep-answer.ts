import { createHash } from 'node:crypto'
import type { Endpoint } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'

export type Answer = { status: number; body: unknown; replayed: boolean }

export type KeyedRequest = {
  key: string
  endpoint: Endpoint
  path: string
  text: string
  userId?: string | undefined
}

/**
 * Makes a request under an `Idempotency-Key` happen once. The key is stored in the request's own transaction:
 * if it fails, nothing of it is left; a double that comes meanwhile waits for the first one's commit and gets
 * its answer. An answer with a secret in it is not stored, so its double is refused.
 * @throws DomainError idempotency_key_reused, invalid_request
 */
export async function keepAnswer(
  work: UnitOfWork,
  request: KeyedRequest,
  run: () => Promise<{ status: number; body: unknown }>,
): Promise<Answer> {
  if (!/^[\x21-\x7e]{1,255}$/.test(request.key))
    throw new DomainError('invalid_request', 'An Idempotency-Key has 1 to 255 visible ASCII characters.')
  const hash = hashOf(request)
  if (!(await takeKey(work, request.key, hash))) return repeat(work, request, hash)
  const answer = await run()
  const body = request.endpoint.shownOnce ? null : JSON.stringify(answer.body ?? null)
  await work.db
    .updateTable('idempotency_key')
    .set({ status: answer.status, body })
    .where('workspace_id', '=', work.workspaceId)
    .where('key', '=', request.key)
    .execute()
  return { ...answer, replayed: false }
}

/** False when the key was used before. Waits for a request under the same key that runs. */
async function takeKey({ db, workspaceId, now }: UnitOfWork, key: string, hash: string): Promise<boolean> {
  const taken = await db
    .insertInto('idempotency_key')
    .values({ workspace_id: workspaceId, key, request_hash: hash, created_at: now, status: null, body: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return taken !== undefined
}

async function repeat(
  { db, workspaceId }: UnitOfWork,
  { key, endpoint }: KeyedRequest,
  hash: string,
): Promise<Answer> {
  const earlier = await db
    .selectFrom('idempotency_key')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (earlier.request_hash !== hash)
    throw new DomainError(
      'idempotency_key_reused',
      'This Idempotency-Key was used for another request. Take a new one for each.',
    )
  if (endpoint.shownOnce)
    throw new DomainError(
      'idempotency_key_reused',
      'This was done already, and its answer held a secret that is shown once. Delete what was made and make it anew.',
    )
  return { status: earlier.status ?? endpoint.status, body: earlier.body, replayed: true }
}

/** Who acts is part of it: what one person was answered is not for another. */
function hashOf({ endpoint, path, text, userId = '' }: KeyedRequest): string {
  return createHash('sha256').update(`${endpoint.method} ${path} ${userId}\n${text}`).digest('base64')
}

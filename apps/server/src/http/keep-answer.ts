import { createHash } from 'node:crypto'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'

export type Answer = { status: number; body: unknown; replayed: boolean }

/**
 * Makes a request under an `Idempotency-Key` happen once. The key is stored in the request's own transaction:
 * if it fails, nothing of it is left; a double that comes meanwhile waits for the first one's commit and gets
 * its answer.
 * @throws DomainError idempotency_key_reused
 */
export async function keepAnswer(
  work: UnitOfWork,
  request: { key: string; method: string; path: string; text: string },
  run: () => Promise<{ status: number; body: unknown }>,
): Promise<Answer> {
  const { db, workspaceId, now } = work
  if (request.key.length > 255)
    throw new DomainError('invalid_request', 'An Idempotency-Key has at most 255 characters.')
  const hash = createHash('sha256')
    .update(`${request.method} ${request.path}\n${request.text}`)
    .digest('base64')
  const own = { workspace_id: workspaceId, key: request.key, request_hash: hash, created_at: now }
  const inserted = await db
    .insertInto('idempotency_key')
    .values({ ...own, status: null, body: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!inserted) {
    const earlier = await db
      .selectFrom('idempotency_key')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('key', '=', request.key)
      .executeTakeFirstOrThrow()
    if (earlier.request_hash !== hash)
      throw new DomainError(
        'idempotency_key_reused',
        'This Idempotency-Key was used for another request. Take a new one for each.',
      )
    return { status: earlier.status ?? 200, body: earlier.body, replayed: true }
  }
  const answer = await run()
  await db
    .updateTable('idempotency_key')
    .set({ status: answer.status, body: JSON.stringify(answer.body ?? null) })
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', request.key)
    .execute()
  return { ...answer, replayed: false }
}

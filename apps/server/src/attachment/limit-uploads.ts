import { countWithin, hashOf } from '../auth/count-within.ts'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'

const windowMs = 10 * 60_000
/** Of files in ten minutes: a visitor attaches a few, and behind one address are some visitors. */
const most = { visitor: 20, address: 100 }

/**
 * Counts what visitors upload, so that nobody fills the disk. Beside what `chat/limit-requests` counts.
 * @throws DomainError too_many_requests
 */
export async function limitUploads(
  app: AppContext,
  { address, visitor }: { address: string; visitor: string },
): Promise<void> {
  const keys = [
    { key: `chat files address ${hashOf(address)}`, limit: most.address },
    { key: `chat files visitor ${hashOf(visitor)}`, limit: most.visitor },
  ]
  for (const { key, limit } of keys)
    if ((await countWithin(app, key, windowMs)) > limit)
      throw new DomainError(
        'too_many_requests',
        'Those were a lot of files. Wait some minutes and try again.',
      )
}

import type { Caller } from '../auth/authenticate.ts'

/** As whom a caller of the API uploads. No visitor is called so. */
export function uploaderOf({ user, apiKeyId }: Caller): string {
  return user ? `user ${user.id}` : `key ${apiKeyId}`
}

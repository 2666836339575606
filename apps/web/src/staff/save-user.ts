import type { UserPatch } from '@baton/contract'
import { baton } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'

/** Reads again what names a user: the staff, the teams, what is ready, and oneself. */
export function refreshStaff(): Promise<unknown> {
  const outdated = [keys.users, keys.teams, keys.invitations, keys.me, ['readiness'], keys.lists]
  return Promise.all(outdated.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

/** @throws ApiError, NoAnswerError */
export async function saveUser(id: string, body: UserPatch): Promise<void> {
  await baton.updateUser({ params: { id }, body })
  await refreshStaff()
}

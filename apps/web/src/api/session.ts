import { ApiError, createClient } from '@baton/client'
import type { Me, SetupInput } from '@baton/contract'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { baton, developmentKey } from './client.ts'
import { keys } from './keys.ts'

/** Who is signed in. Null: nobody. */
export const meQuery = queryOptions({ queryKey: keys.me, queryFn: readMe })

/** Who is signed in, below the routes that ask for it. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery)
  if (!data) throw new Error('Nobody is signed in.')
  return data
}

async function readMe(): Promise<Me | null> {
  if (developmentKey) return readDevelopmentMe()
  try {
    return await baton.getMe()
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null
    throw error
  }
}

/** An API key is nobody, so in development the first admin stands for it. */
async function readDevelopmentMe(): Promise<Me | null> {
  const [{ items }, workspace] = await Promise.all([
    baton.listUsers({ query: { limit: 200 } }),
    baton.getWorkspace(),
  ])
  const user = items.find(({ active, role }) => active && role === 'admin')
  return user ? { user, workspace, permissions: user.permissions } : null
}

export const setupQuery = queryOptions({ queryKey: keys.setup, queryFn: () => baton.getSetup() })

/** Makes the workspace and its first admin. A server that has users already wants its first API key for that. */
export function setUp(body: SetupInput, apiKey: string): Promise<Me> {
  const client = apiKey ? createClient({ baseUrl: window.location.origin, apiKey }) : baton
  return client.setUp({ body })
}

/** Signs in to the demo, while nobody has set Baton up. */
export function tryDemo(): Promise<Me> {
  return baton.tryDemo()
}

/** What a link that somebody was sent is for. */
export type LinkInfo = { name: string; email: string; workspaceName: string }

export function linkQuery(kind: 'invitations' | 'password-resets', token: string) {
  const params = { token }
  return queryOptions({
    queryKey: ['link', kind, token],
    queryFn: (): Promise<LinkInfo> =>
      kind === 'invitations'
        ? baton.getInvitationByToken({ params })
        : baton.getPasswordResetByToken({ params }),
  })
}

export function acceptInvitation(body: { token: string; name: string; password: string }): Promise<Me> {
  return baton.acceptInvitation({ body })
}

/** Has a link for a new password mailed, where somebody signs in with that address. */
export function requestPasswordReset(email: string): Promise<unknown> {
  return baton.requestPasswordReset({ body: { email } })
}

export function resetPassword(body: { token: string; password: string }): Promise<Me> {
  // biome-ignore lint/correctness/useHookAtTopLevel: it is no hook
  return baton.usePasswordReset({ body })
}

export function signIn(body: { email: string; password: string; remember: boolean }): Promise<Me> {
  return baton.signIn({ body })
}

export function signOut(): Promise<unknown> {
  return baton.signOut()
}

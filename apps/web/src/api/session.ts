import { ApiError } from '@baton/client'
import type { Permissions, User, Workspace } from '@baton/contract'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { baton, developmentKey } from './client.ts'
import { keys } from './keys.ts'

export type Me = { user: User; workspace: Workspace; permissions: Permissions }

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
    return await request<Me>('GET', '/v1/me')
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

export type Setup = { needed: boolean; checks: { name: string; ok: boolean; detail: string }[] }

export const setupQuery = queryOptions({
  queryKey: keys.setup,
  queryFn: () => request<Setup>('GET', '/v1/setup'),
})

export type SetupInput = {
  workspaceName: string
  timeZone: string
  name: string
  email: string
  password: string
}

/** Makes the workspace and its first admin. A server that has users already wants its first API key for that. */
export function setUp(input: SetupInput, apiKey: string): Promise<unknown> {
  return request('POST', '/v1/setup', input, apiKey ? { authorization: `Bearer ${apiKey}` } : {})
}

/** What a link that somebody was sent is for. */
export type LinkInfo = { name: string; email: string; workspaceName: string }

export function linkQuery(kind: 'invitations' | 'password-resets', token: string) {
  return queryOptions({
    queryKey: ['link', kind, token],
    queryFn: () => request<LinkInfo>('GET', `/v1/${kind}/by-token/${encodeURIComponent(token)}`),
  })
}

export function acceptInvitation(input: { token: string; name: string; password: string }): Promise<unknown> {
  return request('POST', '/v1/invitations/accept', input)
}

export function resetPassword(input: { token: string; password: string }): Promise<unknown> {
  return request('POST', '/v1/password-resets/use', input)
}

export function signIn(input: { email: string; password: string; remember: boolean }): Promise<unknown> {
  return request('POST', '/v1/session', input)
}

export function signOut(): Promise<unknown> {
  return request('DELETE', '/v1/session')
}

/** One call of the session's endpoints, which no API key may make and which the client of the API has not. */
async function request<Answer>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: {
      ...headers,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const answer = text === '' ? undefined : JSON.parse(text)
  if (!response.ok) throw new ApiError(response.status, answer ?? {})
  return answer
}

import type { Me, Permissions, UserInput } from '@baton/contract'
import { hashPassword } from '../src/auth/password.ts'
import { createLogin } from '../src/auth/save-login.ts'
import { createHttp } from '../src/http/create-http.ts'
import { routes } from '../src/routes.ts'
import { createUser, type UserRow } from '../src/staff/save-user.ts'
import type { TestApp } from './test-app.ts'

export const password = 'correct horse battery'

type Sent = { body?: unknown; headers?: Record<string, string> }
// biome-ignore lint/suspicious/noExplicitAny: the tests look at answers of every kind
export type Received = { status: number; body: any; headers: Headers }

/** A browser: it keeps the cookies that it gets, and says which page calls. */
export type Browser = {
  get: (path: string) => Promise<Received>
  send: (method: 'post' | 'put' | 'patch' | 'delete', path: string, sent?: Sent) => Promise<Received>
  cookie: () => string
}

export function createBrowser(test: TestApp, options: { cookie?: string } = {}): Browser {
  const http = createHttp(test.app, routes)
  const jar = new Map<string, string>()
  if (options.cookie) jar.set(...split(options.cookie))
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const call = async (method: string, path: string, { body, headers }: Sent): Promise<Received> => {
    const response = await http.fetch(
      new Request(`http://baton.test${path}`, {
        method: method.toUpperCase(),
        headers: {
          host: 'baton.test',
          ...(method === 'get' ? {} : { origin: 'http://baton.test' }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(jar.size > 0 ? { cookie: cookie() } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    for (const set of response.headers.getSetCookie()) {
      const [name, value] = split(set.split(';')[0] ?? '')
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null }
  }
  return {
    get: (path) => call('get', path, {}),
    send: (method, path, sent = {}) => call(method, path, sent),
    cookie,
  }
}

function split(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}

let hashed: Promise<string> | undefined
let people = 0

/** A user who can sign in, with the password of all tests. */
export async function makePerson(
  test: TestApp,
  workspaceId: string,
  role: UserInput['role'] = 'agent',
  permissions: Partial<Permissions> = {},
): Promise<UserRow> {
  hashed ??= hashPassword(password)
  const hash = await hashed
  people += 1
  const email = `person${people}.${workspaceId}@example.com`
  return test.work(workspaceId, async (work) => {
    const user = await createUser(work, { name: `Person ${people}`, email, role, permissions })
    await createLogin(work, user, hash)
    return user
  })
}

/** A browser in which a user has signed in. */
export async function signedIn(
  test: TestApp,
  { email }: Pick<UserRow, 'email'>,
): Promise<Browser & { me: Me }> {
  const browser = createBrowser(test)
  const answer = await browser.send('post', '/v1/session', { body: { email, password } })
  if (answer.status !== 200) throw new Error(`${email} cannot sign in: ${JSON.stringify(answer.body)}`)
  return { ...browser, me: answer.body }
}

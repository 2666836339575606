import type { Context } from 'hono'
import { addressHeader } from '../auth/create-auth.ts'
import { callerAddress } from './caller-address.ts'
import type { HttpEnv } from './environment.ts'

/** What signing in needs of the request and the answer themselves. */
export type Exchange = {
  /** As better-auth gets them: with the address that the request comes from. */
  headers: Headers
  address: string
  /** Sends the cookies that better-auth has set. */
  setCookies: (from: Headers) => void
}

export function exchangeOf(c: Context<HttpEnv>): Exchange {
  const address = callerAddress(c)
  const headers = new Headers(c.req.raw.headers)
  headers.set(addressHeader, address)
  return {
    headers,
    address,
    setCookies(from) {
      const cookies = from.getSetCookie()
      c.set('cookies', cookies)
      for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
    },
  }
}

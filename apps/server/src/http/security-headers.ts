import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './environment.ts'

/** What every answer carries. Pages loosen the policy for their own style. */
export const securityHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

export const setSecurityHeaders: MiddlewareHandler<HttpEnv> = async (c, next) => {
  for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value)
  // What the API says is for whoever asked, at this moment.
  if (c.req.path.startsWith('/v1/') || c.req.path.startsWith('/auth/')) c.header('cache-control', 'no-store')
  await next()
}

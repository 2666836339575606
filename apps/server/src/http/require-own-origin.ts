import type { Context } from 'hono'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Makes sure that a page of ours asks, where the browser says by itself who calls: else any page could have a signed-in
 * person change things. Our own is the public address, and whatever address the browser reached us by: a foreign page
 * cannot choose that. A program that is no browser sends neither header, and carries no cookie by itself.
 * @throws DomainError foreign_origin
 */
export function requireOwnOrigin(app: AppContext, c: Context): void {
  if (reading.has(c.req.method)) return
  const origin = c.req.header('origin')
  if (origin === undefined) {
    const site = c.req.header('sec-fetch-site')
    if (site === undefined || site === 'same-origin' || site === 'none') return
  } else if (isOwnOrigin(app, c, origin)) return
  throw new DomainError(
    'foreign_origin',
    'This came from a page of another address. Open Baton at its own address and try there.',
  )
}

/** Whether a page of ours asks. */
export function isOwnOrigin({ config }: AppContext, c: Context, origin: string): boolean {
  return origin === new URL(config.url).origin || isHost(origin, c.req.header('host'))
}

function isHost(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase()
}

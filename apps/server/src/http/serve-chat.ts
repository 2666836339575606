import type { Endpoint } from '@baton/contract'
import type { Context, MiddlewareHandler } from 'hono'
import { findSite, type Site } from '../chat/find-site.ts'
import { limitRequests } from '../chat/limit-requests.ts'
import { openVisitor, type Visitor } from '../chat/visitor-token.ts'
import { type AppContext, inWorkspace } from '../context.ts'
import { DomainError } from '../errors.ts'
import { callerAddress } from './caller-address.ts'
import type { HttpEnv } from './environment.ts'
import { exchangeOf } from './exchange.ts'
import type { Route } from './handle.ts'
import { readRequest } from './read-request.ts'
import { isOwnOrigin } from './require-own-origin.ts'

const preflightSeconds = 7_200

/**
 * Lets pages of other sites ask. No cookie goes along, and which sites may is looked at when they do, so that the question
 * beforehand is answered alike for all.
 */
export const openToSites: MiddlewareHandler<HttpEnv> = async (c, next) => {
  c.header('cross-origin-resource-policy', 'cross-origin')
  if (c.req.method !== 'OPTIONS' || !c.req.header('access-control-request-method')) return next()
  c.header('access-control-allow-origin', '*')
  c.header('access-control-allow-methods', 'GET, POST, PUT, DELETE')
  c.header('access-control-allow-headers', 'authorization, content-type')
  c.header('access-control-max-age', String(preflightSeconds))
  return c.body(null, 204)
}

/** Serves what a page with a web chat asks for anybody. */
export function serveSite(
  app: AppContext,
  { endpoint, runForSite }: Extract<Route, { runForSite: unknown }>,
) {
  return async (c: Context<HttpEnv>) => {
    const site = await requireSite(app, c)
    if (endpoint.method === 'get') c.header('cache-control', 'public, max-age=60')
    else await limitRequests(app, { address: callerAddress(c), visitor: null })
    const input = await readRequest(c, endpoint)
    return runForSite(app, { ...input, site, exchange: exchangeOf(c) })
  }
}

/** Serves what a visitor of a web chat does. */
export function serveVisitor(
  app: AppContext,
  { endpoint, runForVisitor }: Extract<Route, { runForVisitor: unknown }>,
) {
  return async (c: Context<HttpEnv>) => {
    const { site, visitor } = await requireVisitor(app, c, endpoint)
    const input = await readRequest(c, endpoint)
    const exchange = exchangeOf(c)
    return inWorkspace(app, site.workspaceId, (work) =>
      runForVisitor(work, { ...input, site, visitor, exchange }),
    )
  }
}

/**
 * Who writes, and where. What changes something counts against them.
 * @throws DomainError not_found, foreign_origin, unauthenticated, too_many_requests
 */
export async function requireVisitor(
  app: AppContext,
  c: Context<HttpEnv>,
  endpoint: Endpoint,
): Promise<{ site: Site; visitor: Visitor }> {
  const site = await requireSite(app, c)
  const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const visitor = token ? await openVisitor(app, site.channelId, token) : null
  if (!visitor)
    throw new DomainError('unauthenticated', 'Start the chat, and send its token: `Authorization: Bearer …`.')
  if (endpoint.method !== 'get')
    await limitRequests(app, { address: callerAddress(c), visitor: visitor.externalId })
  return { site, visitor }
}

/**
 * The web channel that a page shows, if it may. A page of ours always may: the demo is one.
 * @throws DomainError not_found, foreign_origin
 */
async function requireSite(app: AppContext, c: Context<HttpEnv>): Promise<Site> {
  const id = c.req.param('id') ?? ''
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw new DomainError('not_found', 'There is no web chat with this id.')
  const site = await findSite(app, id)
  const origin = c.req.header('origin')
  c.header('vary', 'origin')
  if (origin === undefined) return site
  const { allowedOrigins } = site.web
  c.header('access-control-allow-origin', origin)
  if (allowedOrigins.length === 0 || allowedOrigins.includes(origin) || isOwnOrigin(app, c, origin))
    return site
  throw new DomainError(
    'foreign_origin',
    `The chat is not allowed on ${origin}. Add it to the allowed origins of the channel.`,
  )
}

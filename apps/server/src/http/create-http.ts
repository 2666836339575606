import { type Endpoint, endpoints } from '@baton/contract'
import { Hono } from 'hono'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import { serveDemo } from './demo/serve-demo.ts'
import { docsPage } from './docs/docs-page.ts'
import { homePage } from './docs/home-page.ts'
import { sendPage } from './docs/page.ts'
import type { HttpEnv } from './environment.ts'
import { createEventStreams, type EventStreams } from './event-streams.ts'
import type { Route } from './handle.ts'
import { createHttpMetrics } from './metrics.ts'
import { observe } from './observe.ts'
import { buildOpenApi } from './openapi/build-openapi.ts'
import { failureResponse, problemResponse } from './problem-response.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { serveAttachments } from './serve-attachments.ts'
import { serveAuth } from './serve-auth.ts'
import { openToSites } from './serve-chat.ts'
import { serveChatEvents } from './serve-chat-events.ts'
import { serveEndpoint } from './serve-endpoint.ts'
import { serveEvents } from './serve-events.ts'
import { serveWebApp } from './serve-web.ts'
import { serveWidget } from './serve-widget.ts'

/**
 * The whole HTTP surface: the endpoints of the contract, their documents, and what an operator looks at.
 * `streams` holds the open streams of events: whoever stops the server ends them. `apps` are the folders that the staff app
 * and the customers' chat were built into; without the first a plain page says that the server is up.
 */
export function createHttp(
  app: AppContext,
  routes: readonly Route[],
  streams: EventStreams = createEventStreams(),
  apps: { web?: string; widget?: string } = {},
): Hono<HttpEnv> {
  const http = new Hono<HttpEnv>()
  const metrics = createHttpMetrics()
  http.use(observe(app, metrics), setSecurityHeaders)

  http.use('/v1/chat/*', openToSites)
  for (const route of routes) serve(http, route.endpoint, serveEndpoint(app, route))
  serve(http, endpoints.streamEvents, serveEvents(app, streams))
  serve(http, endpoints.followChat, serveChatEvents(app, streams))
  serveAttachments(http, app)
  serveAuth(http, app)
  serveDemo(http, app)
  serveDocuments(http, app.config.url)
  serveOperator(http, app, () => metrics.lines(streams.count()))

  if (apps.widget !== undefined) serveWidget(http, apps.widget)
  const hasWebApp = apps.web !== undefined && serveWebApp(http, apps.web)
  if (!hasWebApp) http.get('/', (c) => sendPage(c, homePage))
  refuseOtherMethods(http)
  http.notFound((c) =>
    problemResponse(c, new DomainError('not_found', 'There is nothing at this address. See /docs.')),
  )
  http.onError((error, c) => failureResponse(app, c, error))
  return http
}

function serve(
  http: Hono<HttpEnv>,
  { method, path }: Endpoint,
  handler: ReturnType<typeof serveEndpoint>,
): void {
  http.on(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ':$1'), handler)
}

/** Written when first asked for: most processes never are, and an idle one stays small. */
function serveDocuments(http: Hono<HttpEnv>, url: string): void {
  const openApi = lazily(() => JSON.stringify(buildOpenApi(url)))
  const docs = lazily(() => docsPage(buildOpenApi(url)))
  http.get('/docs', (c) => sendPage(c, docs()))
  http.get('/openapi.json', (c) => c.body(openApi(), 200, { 'content-type': 'application/json' }))
}

function lazily(write: () => string): () => string {
  let text: string | undefined
  return () => {
    text ??= write()
    return text
  }
}

function serveOperator(http: Hono<HttpEnv>, app: AppContext, httpLines: () => string[]): void {
  http.get('/healthz', (c) => c.json({ ok: true }))
  http.get('/readyz', async (c) => {
    const readiness = await app.readiness()
    return c.json(readiness, readiness.ok ? 200 : 503)
  })
  http.get('/metrics', async (c) => {
    const lines = [...httpLines(), ...(await app.metrics())]
    return c.text(`${lines.join('\n')}\n`, 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    })
  })
}

/** Says which methods an address has, to whoever asks and to whoever comes by another one. */
function refuseOtherMethods(http: Hono<HttpEnv>): void {
  const methodsOf = new Map<string, string[]>()
  for (const { path, method } of http.routes)
    if (method !== 'ALL') methodsOf.set(path, [...(methodsOf.get(path) ?? []), method])
  for (const [path, methods] of methodsOf) {
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    http.all(path, (c) => {
      c.header('allow', allow)
      if (c.req.method === 'OPTIONS') return c.body(null, 204)
      return problemResponse(c, new DomainError('method_not_allowed', `This address takes ${allow}.`))
    })
  }
}

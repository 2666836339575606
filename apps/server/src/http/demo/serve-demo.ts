import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import { findDemoChannel } from '../../chat/find-demo-channel.ts'
import type { AppContext } from '../../context.ts'
import type { HttpEnv } from '../environment.ts'
import { demoPage, emptyDemoPage } from './demo-page.ts'
import { demoStyle } from './demo-style.ts'

// As strict as a page can be: the chat needs its script and its server, and nothing else.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(demoStyle).digest('base64')}'`,
  "require-trusted-types-for 'script'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Serves a shop at `/demo` that shows the chat. */
export function serveDemo(http: Hono<HttpEnv>, app: AppContext): void {
  http.get('/demo', async (c) => {
    c.set('served', 'demo')
    const channelId = await findDemoChannel(app)
    c.header('content-security-policy', policy)
    c.header('cache-control', 'no-store')
    return c.html(channelId ? demoPage(channelId) : emptyDemoPage)
  })
}

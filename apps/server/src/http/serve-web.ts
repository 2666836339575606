import { fileURLToPath } from 'node:url'
import type { Context, Hono } from 'hono'
import { type BuiltFile, followFiles, sendFile } from './built-files.ts'
import type { HttpEnv } from './environment.ts'

/** Where `scripts/build-apps.mjs` puts the staff app. */
export const builtWebApp = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** The page runs its own files and talks to its own server, and nothing else. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** What is never a page of the app, so that a mistake there is said as what it is. */
const notPages = /^\/(v1|docs|auth|assets|widget|widget\.js|demo|openapi\.json|healthz|readyz|metrics)(\/|$)/

/**
 * Serves the staff app from the folder it was built into: its files, and its page at every address that is one of
 * the app's own. Says whether there is one.
 */
export function serveWebApp(http: Hono<HttpEnv>, folder: string): boolean {
  const files = followFiles(folder, 'index.html')
  if (!files().has('/index.html')) return false
  http.use(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const file = files().get(c.req.path)
    if (file && c.req.path !== '/index.html') return send(c, file)
    const index = files().get('/index.html')
    if (!index || notPages.test(c.req.path) || !wantsPage(c)) return next()
    return send(c, index)
  })
  return true
}

function wantsPage(c: Context<HttpEnv>): boolean {
  const accept = c.req.header('accept')
  return accept === undefined || /text\/html|\*\/\*/.test(accept)
}

function send(c: Context<HttpEnv>, file: BuiltFile): Response {
  c.set('served', 'web')
  c.header('content-security-policy', policy)
  // A file under /assets has its content in its name. The page says which ones, so it is asked for each time.
  const forever = c.req.path.startsWith('/assets/')
  c.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
  return sendFile(c, file)
}

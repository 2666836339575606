import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Context, Hono } from 'hono'
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

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

/** What is never a page of the app, so that a mistake there is said as what it is. */
const notPages = /^\/(v1|docs|auth|assets|widget|openapi\.json|healthz|readyz|metrics)(\/|$)/

type File = { path: string; type: string; encodings: Set<string> }

/**
 * Serves the staff app from the folder it was built into: its files, and its page at every address that is one of
 * the app's own. Says whether there is one.
 */
export function serveWebApp(http: Hono<HttpEnv>, folder: string): boolean {
  const files = followFiles(folder)
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

/** The files as they are now: the app may be built anew while the server runs. */
function followFiles(folder: string): () => Map<string, File> {
  let files = new Map<string, File>()
  let builtAt: number | undefined
  return () => {
    const changedAt = statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs
    if (changedAt !== undefined && changedAt !== builtAt) files = filesOf(folder)
    builtAt = changedAt
    return files
  }
}

function filesOf(folder: string): Map<string, File> {
  const files = new Map<string, File>()
  for (const path of listed(folder)) {
    const type = types[extname(path)]
    if (type)
      files.set(`/${relative(folder, path).split(sep).join('/')}`, { path, type, encodings: new Set() })
  }
  for (const path of listed(folder)) {
    const coding = { '.br': 'br', '.gz': 'gzip' }[extname(path)]
    if (coding)
      files.get(`/${relative(folder, path).slice(0, -3).split(sep).join('/')}`)?.encodings.add(coding)
  }
  return files
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}

function wantsPage(c: Context<HttpEnv>): boolean {
  const accept = c.req.header('accept')
  return accept === undefined || /text\/html|\*\/\*/.test(accept)
}

function send(c: Context<HttpEnv>, file: File): Response {
  c.set('served', 'web')
  c.header('content-security-policy', policy)
  c.header('content-type', file.type)
  c.header('vary', 'accept-encoding')
  // A file under /assets has its content in its name. The page says which ones, so it is asked for each time.
  const forever = c.req.path.startsWith('/assets/')
  c.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
  const accepted = c.req.header('accept-encoding') ?? ''
  const coding = ['br', 'gzip'].find((name) => file.encodings.has(name) && accepted.includes(name))
  if (coding) c.header('content-encoding', coding)
  const suffix = coding ? { br: '.br', gzip: '.gz' }[coding] : ''
  return c.body(new Uint8Array(readFileSync(file.path + suffix)))
}

import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import { DomainError } from '../errors.ts'
import { followFiles, sendFile } from './built-files.ts'
import type { HttpEnv } from './environment.ts'

/** Where `scripts/build-apps.mjs` puts the customers' chat. */
export const builtWidget = fileURLToPath(new URL('../../../widget/dist', import.meta.url))

/** Serves the customers' chat to pages of any site: `/widget.js`, and its texts under `/widget/`. */
export function serveWidget(http: Hono<HttpEnv>, folder: string): void {
  const files = followFiles(folder, 'widget.js')
  http.on('GET', ['/widget.js', '/widget/*'], (c) => {
    const file = files().get(c.req.path)
    if (!file)
      throw new DomainError(
        'not_found',
        'There is no such file of the chat. Is it built? `npm start` does that.',
      )
    c.set('served', 'widget')
    c.header('access-control-allow-origin', '*')
    c.header('cross-origin-resource-policy', 'cross-origin')
    // Its name is on many pages and stays the same, so a new one is everywhere within minutes.
    c.header('cache-control', 'public, max-age=300, stale-while-revalidate=86400')
    return sendFile(c, file)
  })
}

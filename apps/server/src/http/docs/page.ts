import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { raw } from 'hono/html'
import type { HttpEnv } from '../environment.ts'
import { style } from './style.ts'

/** Trusted markup: what `html` makes, with every value in it escaped. */
export type Markup = ReturnType<typeof raw>

// The one style of the page is let through by its hash, and nothing else is.
const styleHash = createHash('sha256').update(style).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

/** A whole page around its body. */
export function page(title: string, body: Markup): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** Answers with a page that needs nothing but itself. */
export function sendPage(c: Context<HttpEnv>, text: string): Response {
  c.header('content-security-policy', policy)
  return c.html(text)
}

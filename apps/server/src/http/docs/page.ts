import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { HttpEnv } from '../environment.ts'
import { html, type Markup } from './html.ts'
import { style } from './style.ts'

// The one style of the page is let through by its hash, and nothing else is.
const styleHash = createHash('sha256').update(style).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

/** The baton, half the bot's and half the human's. */
export const logo = html`<svg class="logo" viewBox="0 0 28 28" aria-hidden="true"><g transform="rotate(-38 14 14)"><path d="M1.5 14a4.25 4.25 0 0 1 4.25-4.25H13v8.5H5.75A4.25 4.25 0 0 1 1.5 14z" fill="var(--bot)"/><path d="M15 9.75h7.25a4.25 4.25 0 0 1 0 8.5H15z" fill="var(--human-line)"/></g></svg>`

/** A whole page around its body. It needs nothing but itself: no script, no other file. */
export function page(title: string, body: Markup): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${body}
</body>
</html>
`.markup
}

/** Answers with a page. */
export function sendPage(c: Context<HttpEnv>, text: string): Response {
  c.header('content-security-policy', policy)
  return c.html(text)
}

import { html, type Markup } from '../docs/html.ts'
import { demoStyle } from './demo-style.ts'

/** Each lamp with its price, what it hangs on or stands on, and its shade. */
const lamps = [
  ['Halo', '79', 'M60 36v24', 'M30 90a30 30 0 1 0 60 0a30 30 0 1 0-60 0z'],
  ['Lantern', '64', 'M60 30v14M60 72v20', 'M42 56l18-12 18 12v56H42z'],
  ['Firefly', '49', 'M60 140V84M44 140h32', 'M60 84a22 22 0 1 1 .1 0z'],
  ['Beacon', '119', 'M60 146V72M40 146h40', 'M38 72h44L72 38H48z'],
  ['Willow', '89', 'M44 146h32M60 146V60q0-26 26-20', 'M74 40l28 2-10 22-22-10z'],
] as const

/** A small shop that shows the chat of a channel, as any page would. */
export function demoPage(channelId: string): string {
  return page(
    'A shop with the chat of Baton',
    html`<header class="wrap top"><b>The Lamp Shop</b><span>Free delivery from 60 euros</span><span>30 days to return</span></header>
<main class="wrap">
<div class="hero"><h1>Good light for long evenings</h1><p>Five lamps, made to last. Questions about delivery, returns, bulbs or an invoice? Ask in the corner.</p></div>
<ul class="lamps">${lamps.map(lamp)}</ul>
</main>
<footer class="wrap about">
<p>This page shows the chat of Baton. Try, one after the other:</p>
<ul><li>When will my parcel be delivered?</li><li>I want to talk to a person</li></ul>
<p>Then answer as the staff: <a href="/inbox/needs-a-human" target="_blank" rel="noopener">open the inbox</a>. The chat is on this page by one line:</p>
<p><code>&lt;script src="/widget.js" data-channel="${channelId}" defer&gt;&lt;/script&gt;</code></p>
</footer>`,
    html`<script src="/widget.js" data-channel="${channelId}" defer></script>`,
  )
}

/** What stands there until there is a chat to show. */
export const emptyDemoPage = page(
  'No web chat yet',
  html`<main class="wrap"><div class="hero">
<h1>There is no web chat yet</h1>
<p>Make a demo in the staff app, which comes with one: <a href="/">open it</a>, set Baton up and choose the demo. Or make a
channel of your own and load this page again:</p>
<p><code>curl -X POST /v1/channels -H "Authorization: Bearer $BATON_KEY" -H "Content-Type: application/json" -d '{"kind": "web", "name": "Website"}'</code></p>
</div></main>`,
)

function lamp([name, price, stem, shade]: (typeof lamps)[number]): Markup {
  return html`<li><svg viewBox="0 0 120 170" aria-hidden="true"><path class="shade" d="${shade}"/><path d="${stem}"/></svg><div><h2>${name}</h2><p>${price} €</p></div></li>`
}

function page(title: string, body: Markup, script?: Markup): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ markup: demoStyle }}</style>
${script}
</head>
<body>
${body}
</body>
</html>
`.markup
}

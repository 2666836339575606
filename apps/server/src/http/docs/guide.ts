import { type ProblemCode, problemCodes, scopes } from '@baton/contract'
import { resolve } from '../openapi/example-of.ts'
import type { Components } from '../openapi/json-schema.ts'
import { html, type Markup, prose } from './html.ts'
import { fieldTable, rowsOf } from './schema-view.ts'

/** What holds for every endpoint, before any of them. */
export function guide(url: string, components: Components): { id: string; title: string; body: Markup }[] {
  return [
    { id: 'keys', title: 'API keys and people', body: keys(url) },
    { id: 'refusals', title: 'Refusals', body: refusals },
    { id: 'repeating', title: 'Repeating a request', body: repeating },
    { id: 'values', title: 'Values', body: values },
    { id: 'lists', title: 'Lists', body: lists(url) },
    { id: 'revisions', title: 'Revisions', body: revisions },
    { id: 'webhooks', title: 'Webhooks', body: webhooks },
    { id: 'outside-bots', title: 'Outside bots', body: outsideBots },
    { id: 'event-types', title: 'Event types', body: eventTypes(components) },
  ]
}

function code(text: string): Markup {
  return html`<pre tabindex="0"><code>${text}</code></pre>`
}

function keys(url: string): Markup {
  return html`<p>Every request carries an API key. The first one is made at the first start; more are made with
<a href="#createApiKey">Create an API key</a>.</p>
${code(`export BATON_KEY=baton_…\ncurl "${url}/v1/workspace" -H "Authorization: Bearer $BATON_KEY"`)}
<p>A key has scopes. Writing includes reading, and <code>*</code> is everything. A key can only give what it has.</p>
<ul class="scopes">${scopes.map((scope) => html`<li><code>${scope}</code></li>`)}</ul>
<p>People on staff <a href="#signIn">sign in</a> and are known by a cookie. Their role and permissions stand for scopes, and a
<code>userId</code> that says who acts may be left out: they act for themselves. Who may see only what is assigned to them gets
nothing else from any endpoint. A page of another address is refused with
<a href="#problem-foreign_origin"><code>foreign_origin</code></a>.</p>`
}

const refusals = html`<p>A refusal is a problem after RFC 9457, as <code>application/problem+json</code>. <code>detail</code> says what
happened and what to do; <code>code</code> is for programs and stays the same. A request with fields that are not known is refused,
so that a slip of the pen is not lost.</p>
${code(
  JSON.stringify(
    {
      type: '/docs#problem-invalid_request',
      title: problemCodes.invalid_request.title,
      status: 400,
      code: 'invalid_request',
      detail: '1 field is not valid, see `errors`.',
      errors: [{ path: 'body.name', message: 'Is missing. Give a text.' }],
    },
    null,
    2,
  ),
)}
<table class="codes"><thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">What it means</th></tr></thead>
<tbody>${(Object.keys(problemCodes) as ProblemCode[]).map(
  (name) =>
    html`<tr id="problem-${name}"><td><code>${problemCodes[name].status}</code></td><td><code>${name}</code></td><td>${problemCodes[name].title}</td></tr>`,
)}</tbody></table>`

const repeating = html`<p>A connection can break when the work is done and the answer is on its way. Send a POST with an
<code>Idempotency-Key</code> of your own, and you may send it again: under one key it happens once, and the second time you get the
first answer, with <code>Idempotency-Replayed: true</code>. A key used for another request is refused with
<a href="#problem-idempotency_key_reused"><code>idempotency_key_reused</code></a>. A refused request leaves nothing behind, its key
neither. GET, PUT and DELETE can be sent again as they are.</p>
<p>Messages of contacts have their own way: with the same <code>externalId</code> on the same channel a message is stored once, for
good.</p>`

const values = html`<p>An <em>id</em> is a UUID. An <em>instant</em> is ISO 8601: Baton gives it in UTC, as in
<code>2026-03-02T10:00:00.000Z</code>, and takes any offset. Names are in camelCase. A text is kept as it is, but for NUL and half
characters, which no database keeps.</p>`

function lists(url: string): Markup {
  return html`<p>Lists are <code>{"items": […], "nextCursor": …}</code>. Ask for the next page with <code>cursor</code> until
<code>nextCursor</code> is null. <code>limit</code> is 1 to 200, and 50 when left out.</p>
${code(`curl "${url}/v1/conversations?view=needs_human&limit=20" -H "Authorization: Bearer $BATON_KEY"`)}`
}

const revisions = html`<p>A scenario has a <code>revision</code>, which is also its <code>ETag</code>. Send it as <code>If-Match</code> when you
change or delete one, and you overwrite nothing that you have not seen: when somebody has saved it since, the answer is 412
<a href="#problem-revision_conflict"><code>revision_conflict</code></a> with what it looks like now in <code>current</code>.</p>`

const webhooks = html`<p>A <a href="#createWebhook">webhook</a> is posted
<code>{"type", "timestamp", "conversationId", "data"}</code> for each event, signed after
<a href="https://www.standardwebhooks.com">Standard Webhooks</a> in <code>webhook-id</code>, <code>webhook-timestamp</code> and
<code>webhook-signature</code>. Its libraries verify that with the secret that is shown when the webhook is made. Answer with 2xx
within 10 seconds; else it comes again, with growing waits, under the same <code>webhook-id</code>.</p>`

const outsideBots = html`<p>A bot with the brain <code>external</code> and a <code>url</code> is posted a
<a href="#object-BotCall">BotCall</a> for each turn, signed as webhooks are with the secret of
<a href="#createCallSecret">its calls</a>. It answers 200 with a <a href="#object-BotAnswer">BotAnswer</a>, or 204 and posts by itself
later. All of it has 30 seconds. After a broken connection, 429 or 5xx it is asked once more under the same
<code>webhook-id</code>; whatever else is no answer hands over. <a href="#testCall">A test call</a> shows what comes back.</p>
<p>Without a <code>url</code> the bot follows <a href="#event-bot.turn"><code>bot.turn</code></a>, and posts a
<code>bot_reply</code> with <a href="#postMessage">Write a message</a>.</p>`

function eventTypes(components: Components): Markup {
  const forms = resolve({ $ref: '#/components/schemas/Event' }, components).oneOf ?? []
  return html`<p>The same on the <a href="#streamEvents">stream</a> and to webhooks. <code>data</code> holds:</p>
<div class="events">${forms.map(({ properties = {} }) => {
    const type = String(properties.type?.const)
    const data = properties.data ?? {}
    return html`<details id="event-${type}"><summary><code>${type}</code></summary>
${data.description && html`<p>${prose(data.description)}</p>`}${fieldTable(rowsOf(data), 'shown')}</details>`
  })}</div>`
}

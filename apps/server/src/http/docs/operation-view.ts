import { problemCodes } from '@baton/contract'
import type { Operation } from '../openapi/build-openapi.ts'
import type { Components, JsonSchema } from '../openapi/json-schema.ts'
import { curlOf } from './curl.ts'
import type { Served } from './docs-page.ts'
import { html, type Markup, prose } from './html.ts'
import { fieldTable, objectView, typeView } from './schema-view.ts'

/** One endpoint: what it is for, what it takes, what it gives, and how to try it. */
export function operationView(
  url: string,
  { method, path, operation }: Served,
  components: Components,
): Markup {
  return html`<article id="${operation.operationId}" class="operation">
<div class="about">
<h3><a href="#${operation.operationId}">${operation.summary}</a></h3>
<p class="address"><span class="verb">${method.toUpperCase()}</span><code>${path}</code></p>
${operation.description && html`<p>${prose(operation.description)}</p>`}
<p class="needs">${operation['x-scope'] ? html`Scope <code>${operation['x-scope']}</code>` : callersOf(operation)}</p>
${parametersView(operation)}
${bodyView(operation, components)}
${answerView(operation, components)}
${problemsView(operation)}
</div>
<div class="sample">
<h4>Request</h4><pre tabindex="0"><code>${curlOf(url, method, path, operation)}</code></pre>
${sampleAnswer(operation)}
</div>
</article>`
}

function callersOf({ security }: Operation): string {
  if (security === undefined) return 'Any caller'
  if (security.length === 0) return 'Anybody, without a key'
  return security.some((way) => 'visitor' in way) ? 'A visitor, by their token' : 'A person who has signed in'
}

function parametersView({ parameters = [] }: Operation): Markup | null {
  // How to repeat a request is said once, in the guide.
  const shown = parameters.filter(({ name }) => name !== 'Idempotency-Key')
  if (shown.length === 0) return null
  const rows = shown.map(({ name, in: where, required = false, description, schema }) => ({
    name,
    required,
    schema: description ? { ...schema, description } : schema,
    note: where,
  }))
  return html`<h4>Parameters</h4>${fieldTable(rows, 'given')}`
}

function bodyView({ requestBody }: Operation, components: Components): Markup | null {
  const schema = requestBody?.content['application/json']?.schema
  if (!schema) return null
  return html`<h4>Body${!requestBody?.required && html` <span class="limit">may be empty</span>`}</h4>${objectView(schema, components, 'given')}`
}

function successOf({ responses }: Operation) {
  const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? []
  const [type, content] = Object.entries(answer?.content ?? {})[0] ?? []
  return { status, type, content }
}

function answerView(operation: Operation, components: Components): Markup {
  const { status, type, content } = successOf(operation)
  if (!content) return html`<h4>Answer</h4><p><code>${status}</code> without a body.</p>`
  if (type === 'text/event-stream')
    return html`<h4>Answer</h4><p><code>${status}</code>, a stream of <a href="#event-types">events</a>.</p>`
  if (content.schema.format === 'binary') return html`<h4>Answer</h4><p><code>${status}</code>, the file.</p>`
  const item = itemOf(content.schema)
  if (item)
    return html`<h4>Answer</h4><p><code>${status}</code>, a <a href="#lists">list</a> of ${typeView(item)}.</p>`
  if (content.schema.$ref)
    return html`<h4>Answer</h4><p><code>${status}</code>, ${typeView(content.schema)}.</p>`
  return html`<h4>Answer</h4><p><code>${status}</code></p>${objectView(content.schema, components, 'shown')}`
}

/** What a list is of. Null: it is no list. */
function itemOf({ properties }: JsonSchema): JsonSchema | null {
  return (properties?.nextCursor && properties.items?.items) ?? null
}

function problemsView(operation: Operation): Markup | null {
  const own = operation['x-problems']
  if (own.length === 0) return null
  return html`<h4>Refusals of its own</h4><ul class="problems">${own.map(
    (code) =>
      html`<li><code>${problemCodes[code].status}</code> <a href="#problem-${code}"><code>${code}</code></a> ${problemCodes[code].title}</li>`,
  )}</ul>`
}

function sampleAnswer(operation: Operation): Markup | null {
  const { status, content } = successOf(operation)
  if (!content) return null
  const text = content.examples?.event?.value ?? JSON.stringify(content.example, null, 2)
  return html`<details><summary><h4>Answer <code>${status}</code></h4></summary><pre tabindex="0"><code>${String(text)}</code></pre></details>`
}

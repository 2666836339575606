import type { OpenApi, Operation } from '../openapi/build-openapi.ts'
import type { Components } from '../openapi/json-schema.ts'
import { guide } from './guide.ts'
import { html, type Markup, prose } from './html.ts'
import { operationView } from './operation-view.ts'
import { logo, page } from './page.ts'
import { objectView } from './schema-view.ts'

export type Served = { method: string; path: string; operation: Operation }

/** The OpenAPI document as a page to read: what holds for all, each endpoint by chapter, each object. */
export function docsPage(openApi: OpenApi): string {
  const url = openApi.servers[0]?.url ?? ''
  const components: Components = new Map(Object.entries(openApi.components.schemas))
  const served = Object.entries(openApi.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Served => ({ method, path, operation })),
  )
  const chapters = openApi.tags.map((tag) => ({
    ...tag,
    served: served.filter(({ operation }) => operation.tags.includes(tag.name)),
  }))
  const inPlace = new Set([...shownInPlace, ...served.map(({ operation }) => bodyName(operation))])
  const objects = [...components].filter(([name]) => !inPlace.has(name))
  const sections = guide(url, components)
  return page(
    'Baton API',
    html`<a class="skip" href="#main">Skip to the text</a>
<div class="docs">
<header class="top"><a class="brand" href="/">${logo}<span>Baton API</span></a></header>
<nav class="index" aria-label="Contents">
${indexOf('Guide', sections)}
${chapters.map((chapter) => chapterIndex(chapter.name, chapter.served))}
${indexOf(
  'Objects',
  objects.map(([name]) => ({ id: `object-${name}`, title: name })),
)}
</nav>
<main id="main">
<h1>Baton API</h1>
<p class="lead">Human handover for AI chat, over HTTP. The same as <a href="/openapi.json">OpenAPI 3.1</a>.</p>
${sections.map(({ id, title, body }) => html`<section id="${id}"><h2>${title}</h2>${body}</section>`)}
${chapters.map(
  ({ name, description, served: own }) => html`<section id="${chapterId(name)}" class="chapter">
<h2>${name}</h2><p>${prose(description)}</p>
${own.map((entry) => operationView(url, entry, components))}
</section>`,
)}
<section id="objects" class="chapter"><h2>Objects</h2>
${objects.map(
  ([name, schema]) => html`<article id="object-${name}"><h3>${name}</h3>
${schema.description && html`<p>${prose(schema.description)}</p>`}${objectView(schema, components, 'shown')}</article>`,
)}
</section>
</main>
</div>`,
  )
}

/** The forms of an event stand in the guide; what an endpoint takes stands with it. */
const shownInPlace = ['Event', 'WebhookPayload']

function bodyName({ requestBody }: Operation): string | undefined {
  return requestBody?.content['application/json']?.schema.$ref?.replace('#/components/schemas/', '')
}

function chapterId(name: string): string {
  return `chapter-${name.toLowerCase()}`
}

function indexOf(title: string, entries: { id: string; title: string }[]): Markup {
  return html`<h2>${title}</h2><ul>${entries.map(
    ({ id, title: text }) => html`<li><a href="#${id}">${text}</a></li>`,
  )}</ul>`
}

function chapterIndex(name: string, served: Served[]): Markup {
  return html`<h2><a href="#${chapterId(name)}">${name}</a></h2><ul>${served.map(
    ({ method, operation }) =>
      html`<li><a href="#${operation.operationId}"><span class="verb">${verbOf(method)}</span>${operation.summary}</a></li>`,
  )}</ul>`
}

function verbOf(method: string): string {
  return method === 'delete' ? 'DEL' : method.toUpperCase()
}

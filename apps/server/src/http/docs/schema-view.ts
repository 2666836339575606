import { resolve } from '../openapi/example-of.ts'
import type { Components, JsonSchema } from '../openapi/json-schema.ts'
import { html, type Markup, prose } from './html.ts'

const names: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
}
const formats: Record<string, string> = {
  uuid: 'id',
  'date-time': 'instant',
  email: 'e-mail',
  uri: 'address',
}

/** What a value is, in a few words. */
export function typeView(schema: JsonSchema): Markup {
  if (schema.$ref) {
    const name = schema.$ref.replace('#/components/schemas/', '')
    return html`<a href="#object-${name}">${name}</a>`
  }
  if ('const' in schema) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum) return joined(schema.enum.map((value) => html`<code>${String(value)}</code>`))
  const choices = choicesOf(schema)
  if (choices) return joined(choices.map(typeView))
  if (schema.type === 'array') return html`list of ${typeView(schema.items ?? {})}`
  if (schema.type === 'object') return schema.properties ? html`object` : html`object of any fields`
  if (schema.format) return html`${formats[schema.format] ?? schema.format}`
  return html`${names[String(schema.type)] ?? 'anything'}`
}

/** The things that a value may be. Null: it is one. */
function choicesOf(schema: JsonSchema): JsonSchema[] | null {
  if (Array.isArray(schema.type)) return schema.type.map((type) => ({ ...schema, type }))
  return schema.oneOf ?? schema.anyOf ?? null
}

function joined(parts: Markup[]): Markup {
  return html`${parts.map((part, index) => (index === 0 ? part : html`<span class="or"> or </span>${part}`))}`
}

/** How long, how many, how much. Null where there is no limit. */
function limitsOf(schema: JsonSchema): string | null {
  const inner = choicesOf(schema)?.find((choice) => choice.type !== 'null') ?? schema
  return (
    span(inner.minLength, inner.maxLength, 'characters') ??
    span(inner.minItems, inner.maxItems, 'entries') ??
    span(inner.minimum, inner.maximum, '')
  )
}

function span(from: number | undefined, to: number | undefined, what: string): string | null {
  if (from === undefined && to === undefined) return null
  if (to === undefined) return `at least ${from} ${what}`
  const most = `${to.toLocaleString('en')} ${what}`
  if (from === to) return most
  return from === undefined ? `at most ${most}` : `${from} to ${most}`
}

/** `given` by a caller, where it matters what must be there, or `shown` by Baton. */
export type Direction = 'given' | 'shown'

export type FieldRow = { name: string; required: boolean; schema: JsonSchema; note?: string }

/** A table of fields, those of an object inside below it. */
export function fieldTable(rows: FieldRow[], direction: Direction): Markup {
  return html`<table class="fields">
<thead class="vh"><tr><th scope="col">Name</th><th scope="col">What it is</th></tr></thead>
<tbody>${rows.flatMap((row) => fieldRows(row, '', direction))}</tbody>
</table>`
}

function fieldRows(row: FieldRow, above: string, direction: Direction): Markup[] {
  const { name, required, schema } = row
  const presence =
    direction === 'given' ? (required ? 'required' : null) : required ? null : 'not always there'
  const marks = [
    limitsOf(schema),
    'default' in schema && html`default <code>${JSON.stringify(schema.default)}</code>`,
    row.note,
  ].filter(Boolean)
  const inside = `${above}${name}${schema.type === 'array' ? '[]' : ''}.`
  return [
    html`<tr>
<th scope="row"><code>${above && html`<span class="above">${above}</span>`}${name}</code>${presence && html`<span class="must">${presence}</span>`}</th>
<td><span class="type">${typeView(schema)}</span>${marks.map((mark) => html`<span class="limit">${mark}</span>`)}
${schema.description && html`<p>${prose(schema.description)}</p>`}</td>
</tr>`,
    ...rowsInside(schema).flatMap((field) => fieldRows(field, inside, direction)),
  ]
}

/** The fields of an object, also of one that may be null or stands in a list. A named one has its own place. */
function rowsInside(schema: JsonSchema): FieldRow[] {
  const [only, ...more] = (choicesOf(schema) ?? [schema]).filter((choice) => choice.type !== 'null')
  if (!only || more.length > 0) return []
  return rowsOf(only.type === 'array' ? (only.items ?? {}) : only)
}

/** The fields of an object that is written out here. */
export function rowsOf(schema: JsonSchema): FieldRow[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    required: schema.required?.includes(name) ?? false,
    schema: field,
  }))
}

/** What an object looks like: its fields, or those of each of its forms. */
export function objectView(schema: JsonSchema, components: Components, direction: Direction): Markup {
  const whole = resolve(schema, components)
  const forms = whole.oneOf ?? whole.anyOf
  if (!forms) return fieldTable(rowsOf(whole), direction)
  return html`<div class="forms">${forms.map((form) => fieldTable(rowsOf(form), direction))}</div>`
}

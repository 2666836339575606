import {
  attachmentTypes,
  type Endpoint,
  endpoints,
  type ProblemCode,
  problem,
  problemCodes,
  problemsOf,
  tags,
  takesKey,
  webhookPayload,
} from '@baton/contract'
import { botCallOperation } from './bot-call-operation.ts'
import { exampleOf } from './example-of.ts'
import { type Components, type JsonSchema, toJsonSchema } from './json-schema.ts'

type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  schema: JsonSchema
}

export type Content = Record<
  string,
  { schema: JsonSchema; example?: unknown; examples?: Record<string, { value: unknown }> }
>

export type Operation = {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  /** The scope that the API key needs. */
  'x-scope'?: string
  /** What it may be refused with, beside what any request may be. */
  'x-problems': ProblemCode[]
  /** Left out: an API key or a session. Empty: anybody may call. */
  security?: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Content }
  responses: Record<string, { description: string; headers?: Record<string, object>; content?: Content }>
}

export type OpenApi = {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  webhooks: Record<string, Record<string, object>>
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, object> }
  security: Record<string, string[]>[]
}

const description = `Human handover for AI chat.

Every request carries an API key, \`Authorization: Bearer baton_…\`, or the cookie of a person who has signed in. Requests and answers are JSON. Instants are ISO 8601 in UTC. Lists are \`{items, nextCursor}\`. A POST takes an \`Idempotency-Key\`: sent again under the same key, it happens once. Refusals are problem details (RFC 9457) with a stable \`code\`.`

/** The contract as an OpenAPI 3.1 document. \`url\` is where this Baton is reached. */
export function buildOpenApi(url: string): OpenApi {
  const components: Components = new Map()
  const paths: OpenApi['paths'] = {}
  toJsonSchema(problem, 'output', components)
  for (const endpoint of Object.values<Endpoint>(endpoints)) {
    const operations = paths[endpoint.path] ?? {}
    paths[endpoint.path] = operations
    operations[endpoint.method] = operationOf(endpoint, components)
  }
  const webhooks = {
    event: { post: webhookOperation(components) },
    botCall: { post: botCallOperation(components) },
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Baton', version: '1', description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url }],
    tags: Object.entries(tags).map(([name, about]) => ({ name, description: about })),
    paths,
    webhooks,
    components: {
      schemas: Object.fromEntries([...components].sort(([a], [b]) => a.localeCompare(b))),
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, `baton_…`.' },
        visitor: {
          type: 'http',
          scheme: 'bearer',
          description: 'Who writes in a web chat: see `startChat`.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'baton.session_token',
          description: 'A person who has signed in. Sent by browsers.',
        },
      },
    },
    security: [{ apiKey: [] }, { session: [] }],
  }
}

function operationOf(endpoint: Endpoint, components: Components): Operation {
  const parameters = parametersOf(endpoint, components)
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(endpoint.description ? { description: endpoint.description } : {}),
    tags: [endpoint.tag],
    ...(endpoint.scope ? { 'x-scope': endpoint.scope } : {}),
    ...(endpoint.who ? { security: securityOf(endpoint.who) } : {}),
    'x-problems': [...(endpoint.problems ?? [])],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.body ? { requestBody: requestBodyOf(endpoint.body, components) } : {}),
    ...(endpoint.raw === 'upload' ? { requestBody: { required: true, content: anyFile() } } : {}),
    responses: { [endpoint.status]: successOf(endpoint, components), ...refusalsOf(endpoint) },
  }
}

function securityOf(who: NonNullable<Endpoint['who']>): Record<string, string[]>[] {
  if (who === 'anybody') return []
  return who === 'visitor' ? [{ visitor: [] }] : [{ session: [] }]
}

function parametersOf(endpoint: Endpoint, components: Components): Parameter[] {
  const fields = (schema: Endpoint['params'], where: 'path' | 'query'): Parameter[] => {
    if (!schema) return []
    const { properties = {}, required = [] } = toJsonSchema(schema, 'input', components)
    return Object.entries(properties).map(([name, { description: about, ...rest }]) => ({
      name,
      in: where,
      ...(required.includes(name) ? { required: true } : {}),
      ...(about ? { description: about } : {}),
      schema: rest,
    }))
  }
  return [...fields(endpoint.params, 'path'), ...fields(endpoint.query, 'query'), ...headersOf(endpoint)]
}

function headersOf(endpoint: Endpoint): Parameter[] {
  const header = (name: string, about: string, example: string): Parameter => ({
    name,
    in: 'header',
    description: about,
    schema: { type: 'string', examples: [example] },
  })
  return [
    ...(takesKey(endpoint)
      ? [header('Idempotency-Key', 'Sent again under the same key, the request happens once.', 'order-4711')]
      : []),
    ...(endpoint.ifMatch
      ? [header('If-Match', 'The ETag that you read. Refused when it is old.', '"3"')]
      : []),
    ...(endpoint.stream ? [header('Last-Event-ID', 'Resume after this event.', '741.12')] : []),
  ]
}

function requestBodyOf(body: NonNullable<Endpoint['body']>, components: Components) {
  const schema = toJsonSchema(body, 'input', components)
  // Where nothing must be given, an empty body will do.
  const required = !body.safeParse({}).success
  return {
    required,
    content: { 'application/json': { schema, example: exampleOf(schema, 'input', components) } },
  }
}

/** One of those that may be attached, as it is. */
function anyFile(): Content {
  const schema = { type: 'string', format: 'binary' }
  return Object.fromEntries(attachmentTypes.map((type) => [type, { schema }]))
}

function successOf(endpoint: Endpoint, components: Components) {
  const { response, stream, etag } = endpoint
  const headers = {
    ...(etag ? { ETag: { description: 'The revision.', schema: { type: 'string' } } } : {}),
    ...(takesKey(endpoint)
      ? {
          'Idempotency-Replayed': {
            description: '`true`: it was done before, under the same key.',
            schema: { type: 'string' },
          },
        }
      : {}),
  }
  const withHeaders = Object.keys(headers).length > 0 ? { headers } : {}
  if (endpoint.raw === 'download') return { description: 'The file.', content: anyFile() }
  if (!response) return { description: 'Done.', ...withHeaders }
  const schema = toJsonSchema(response, 'output', components)
  const example = exampleOf(schema, 'output', components)
  if (!stream)
    return { description: 'Done.', ...withHeaders, content: { 'application/json': { schema, example } } }
  const text = `id: 741.12\ndata: ${JSON.stringify(example)}\n\n`
  return {
    description: 'A stream. The `data` of each message is an event as JSON.',
    content: { 'text/event-stream': { schema, examples: { event: { value: text } } } },
  }
}

/** One answer for each status, with an example for each code. */
function refusalsOf(endpoint: Endpoint): Operation['responses'] {
  const byStatus = Object.groupBy(problemsOf(endpoint), (code) => problemCodes[code].status)
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, codes = []]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${problemCodes[code].title}.`).join(' '),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(codes.map((code) => [code, { value: problemExample(code) }])),
          },
        },
      },
    ]),
  )
}

function problemExample(code: ProblemCode) {
  const { status, title } = problemCodes[code]
  return { type: `/docs#problem-${code}`, title, status, code, detail: `${title}.` }
}

function webhookOperation(components: Components): object {
  const schema = toJsonSchema(webhookPayload, 'output', components)
  return {
    summary: 'An event, posted to a webhook',
    description:
      'Signed after Standard Webhooks 1.0 in `webhook-id`, `webhook-timestamp` and `webhook-signature`. Answer with 2xx ' +
      'within 10 seconds, or it comes again.',
    tags: ['Events'],
    requestBody: {
      required: true,
      content: { 'application/json': { schema, example: exampleOf(schema, 'output', components) } },
    },
    responses: { '2XX': { description: 'Taken.' } },
  }
}

import type { z } from 'zod'
import type { Scope } from './api-key.ts'
import type { ProblemCode } from './problem.ts'

/** The chapters of the API, in the order in which they are read. */
export const tags = {
  Bots: 'A bot answers contacts, or stands for one that you have already. Its scenarios say when it hands over.',
  Knowledge: 'The articles from which bots with the knowledge brain answer.',
  Scenarios:
    'When a conversation goes to a person, to whom, and what is said and done. At most six for a bot.',
  Channels: 'Where contacts write. Through an `api` channel your own program delivers their messages.',
  'Web chat': 'What the chat on a web page calls, for the visitor who writes there.',
  Conversations: 'One for each contact and channel: its messages, and who holds the baton.',
  Handovers: 'Each time a person was called: why, what was done, and what became of it.',
  Contacts: 'The customers, with their tags, tasks and notes.',
  Staff: 'Users and teams, and when they take handovers.',
  Notifications: 'What users are told, by which ways, and what they have read of it.',
  'Sign-in': 'How people on staff sign in, are invited, and get a new password.',
  Events: 'What happens, as it happens: as a stream, or posted to an address of yours.',
  Reports: 'What needs a look.',
  Workspace: 'The workspace, and the keys to it.',
} as const
export type Tag = keyof typeof tags

/** One thing that the API does. Everything else, server, client and documents, is made from it. */
export type EndpointSpec = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** With `{name}` for each of `params`. */
  path: `/v1/${string}`
  summary: string
  description?: string
  /** What the caller must be allowed to do. Null: whoever may call may do it. */
  scope: Scope | null
  /** Who may call. Left out: an API key, or a person who has signed in. `visitor`: who writes in a web chat. */
  who?: 'anybody' | 'person' | 'visitor'
  /** Pages of other sites may call it: those that the channel allows. */
  fromOtherSites?: true
  /** `userId` in the body is whom it is about. Else it is who acts: a person who has signed in acts for nobody else. */
  userIsSubject?: true
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  status: 200 | 201 | 204
  /** Null: the answer has no body. */
  response: z.ZodType | null
  /** The answer carries its `revision` as ETag. */
  etag?: true
  /** Takes `If-Match` with such an ETag. */
  ifMatch?: true
  /** The answer holds a secret that is shown this once. It is not kept to be repeated. */
  shownOnce?: true
  /** The answer is a stream of server-sent events, each with `response` as its data. */
  stream?: true
  /** The body holds files: it has at most 20 MB instead of 1 MB. */
  takesFiles?: true
  /** No JSON: the body of the request, or of the answer, is a file as it is. */
  raw?: 'upload' | 'download'
  /** Refusals of its own, beside those that any endpoint may give. */
  problems?: readonly ProblemCode[]
}

export type Endpoint = EndpointSpec & { id: string; tag: Tag }

type Named<Table extends Record<string, EndpointSpec>> = {
  [Id in keyof Table & string]: Table[Id] & { id: Id; tag: Tag }
}

/** Describes the endpoints of one chapter. Their names are the ids. */
export function describeEndpoints<const Table extends Record<string, EndpointSpec>>(
  tag: Tag,
  table: Table,
): Named<Table> {
  const named = Object.entries(table).map(([id, spec]) => [id, { ...spec, id, tag }])
  return Object.fromEntries(named) as Named<Table>
}

/** What may be given for a schema: defaults may be left out. */
export type Given<Schema> = Schema extends z.ZodType ? z.input<Schema> : never
/** What a schema makes of it. Undefined where there is no schema. */
export type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/**
 * Whether an `Idempotency-Key` makes it happen once. What anybody may call is not known by a key, and a visitor's messages
 * have ids of their own.
 */
export function takesKey({ method, who, raw }: Endpoint): boolean {
  return method === 'post' && who !== 'anybody' && who !== 'visitor' && raw === undefined
}

/** What a request may be refused with. */
export function problemsOf(endpoint: Endpoint): ProblemCode[] {
  const takesInput = endpoint.params || endpoint.query || endpoint.body
  return [
    ...(takesInput ? (['invalid_request'] as const) : []),
    ...(endpoint.who === 'anybody' ? [] : (['unauthenticated'] as const)),
    ...(endpoint.scope || endpoint.who === 'person' ? (['forbidden'] as const) : []),
    ...(endpoint.method === 'get' && !endpoint.fromOtherSites ? [] : (['foreign_origin'] as const)),
    ...(endpoint.params ? (['not_found'] as const) : []),
    ...(endpoint.ifMatch ? (['revision_conflict'] as const) : []),
    ...(endpoint.body || endpoint.raw === 'upload'
      ? (['payload_too_large', 'unsupported_media_type'] as const)
      : []),
    ...(takesKey(endpoint) ? (['idempotency_key_reused'] as const) : []),
    ...(endpoint.problems ?? []),
    'internal',
    'unavailable',
  ]
}

import { type EventQuery, endpoints } from '@baton/contract'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, Handler } from 'hono'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import { type Cursor, type EventRow, formatCursor, parseCursor } from '../event/events.ts'
import { headOfLog } from '../event/follow-events.ts'
import type { HttpEnv } from './environment.ts'
import type { EventStreams } from './event-streams.ts'
import { readRequest } from './read-request.ts'
import { requireCaller } from './require-caller.ts'
import { securityHeaders } from './security-headers.ts'

const endpoint = endpoints.streamEvents

/** Serves the live events of a workspace, from now on or after the last one that the reader had. */
export function serveEvents(app: AppContext, streams: EventStreams): Handler<HttpEnv> {
  return async (c) => {
    c.set('served', endpoint.id)
    const caller = await requireCaller(app, c, endpoint)
    const { query } = await readRequest(c, endpoint)
    const after = readCursor(c.req.header('last-event-id') ?? query.lastEventId) ?? (await headOfLog(app.db))
    const headers = {
      ...securityHeaders,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // The line is not used for anything else afterwards.
      connection: 'close',
      'x-accel-buffering': 'no',
      'x-request-id': c.get('requestId'),
    }
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const stream = streams.open(responseOf(c), headers, formatCursor(after))
    const isWanted = filterOf(query)
    const deliver = (events: EventRow[]) => {
      const last = events.at(-1)
      if (!last) return
      stream.send(events.filter(isWanted).map(frameOf).join(''), formatCursor(last.cursor))
      if (events.some((event) => endsKey(event, caller.apiKeyId))) stream.end()
    }
    app.events.subscribe(caller.workspaceId, after, deliver).then(stream.onEnd, (error: unknown) => {
      app.log.error({ err: error, requestId: c.get('requestId') }, 'a stream of events broke off')
      stream.end()
    })
    return RESPONSE_ALREADY_SENT
  }
}

function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined || text === '') return null
  const cursor = parseCursor(text)
  if (cursor) return cursor
  throw new DomainError(
    'invalid_request',
    'Last-Event-ID is not one that this stream gave. Leave it out to start anew.',
  )
}

function filterOf({ types, conversationId }: EventQuery): (event: EventRow) => boolean {
  const wanted = types && new Set<string>(types)
  return (event) =>
    (!wanted || wanted.has(event.type)) && (!conversationId || event.conversationId === conversationId)
}

// Every reader of a workspace gets the same rows, so each is written out once.
const frames = new WeakMap<EventRow, string>()

function frameOf(event: EventRow): string {
  const known = frames.get(event)
  if (known) return known
  const { type, conversationId, data } = event
  const id = formatCursor(event.cursor)
  const json = JSON.stringify({ id, type, conversationId, at: event.at.toISOString(), data })
  const frame = `id: ${id}\ndata: ${json}\n\n`
  frames.set(event, frame)
  return frame
}

/** A key that was deleted reads no further. */
function endsKey({ type, data }: EventRow, apiKeyId: string): boolean {
  return type === 'api_key.deleted' && (data as { apiKeyId: string }).apiKeyId === apiKeyId
}

function responseOf(c: Context<HttpEnv>) {
  if (!c.env?.outgoing) throw new Error('Streams of events need the response of Node.')
  return c.env.outgoing
}

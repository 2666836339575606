import { type EventQuery, endpoints } from '@baton/contract'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, Handler } from 'hono'
import type { Caller } from '../auth/authenticate.ts'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import { type Cursor, type EventRow, formatCursor, parseCursor } from '../event/events.ts'
import { headOfLog } from '../event/follow-events.ts'
import { createSieve } from '../event/seen-events.ts'
import type { HttpEnv } from './environment.ts'
import type { EventStreams } from './event-streams.ts'
import { readRequest } from './read-request.ts'
import { requireCaller } from './require-caller.ts'
import { securityHeaders } from './security-headers.ts'

const endpoint = endpoints.streamEvents
/** How long a person reads before their session is looked at anew: it may have run out. */
const longestMs = 24 * 60 * 60 * 1000

/** Serves the live events of a workspace, from now on or after the last one that the reader had. */
export function serveEvents(app: AppContext, streams: EventStreams): Handler<HttpEnv> {
  return async (c) => {
    c.set('served', endpoint.id)
    const caller = await requireCaller(app, c, endpoint)
    const { query } = await readRequest(c, endpoint)
    const after = readCursor(c.req.header('last-event-id') ?? query.lastEventId) ?? (await headOfLog(app.db))
    const sieve = await createSieve(app, caller)
    const cookies = c.get('cookies') ?? []
    const headers = {
      ...securityHeaders,
      ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // The line is not used for anything else afterwards.
      connection: 'close',
      'x-accel-buffering': 'no',
      'x-request-id': c.get('requestId'),
    }
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const stream = streams.open(responseOf(c), headers, formatCursor(after))
    if (caller.user) {
      const again = setTimeout(stream.end, longestMs).unref()
      stream.onEnd(() => clearTimeout(again))
    }
    const isWanted = filterOf(query)
    const send = (events: EventRow[], seen: EventRow[]) => {
      const last = events.at(-1)
      if (!last) return
      stream.send(seen.filter(isWanted).map(frameOf).join(''), formatCursor(last.cursor))
      if (events.some((event) => endsCaller(event, caller))) stream.end()
    }
    const breakOff = (error: unknown) => {
      app.log.error({ err: error, requestId: c.get('requestId') }, 'a stream of events broke off')
      stream.end()
    }
    // Looking up what is seen takes a while, and what comes meanwhile waits its turn.
    let turn = Promise.resolve()
    const deliver = (events: EventRow[]) => {
      if (!sieve) return send(events, events)
      turn = turn.then(async () => send(events, await sieve(events))).catch(breakOff)
    }
    app.events.subscribe(caller.workspaceId, after, deliver).then(stream.onEnd, breakOff)
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

/**
 * A key that was deleted reads no further, nor a person who was signed out. Whose rights may have changed comes back, and
 * is looked at anew.
 */
function endsCaller({ type, data }: EventRow, { apiKeyId, user }: Caller): boolean {
  const about = data as { apiKeyId?: string; sessionId?: string; userId?: string }
  if (type === 'api_key.deleted') return about.apiKeyId === apiKeyId
  if (type === 'session.ended') return about.sessionId === user?.sessionId && user !== null
  return type === 'user.saved' && user !== null && about.userId === user.id
}

function responseOf(c: Context<HttpEnv>) {
  if (!c.env?.outgoing) throw new Error('Streams of events need the response of Node.')
  return c.env.outgoing
}

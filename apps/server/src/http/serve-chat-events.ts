import { endpoints } from '@baton/contract'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, Handler } from 'hono'
import { findChat } from '../chat/find-chat.ts'
import { followThread } from '../chat/follow-thread.ts'
import { type AppContext, inWorkspace } from '../context.ts'
import { DomainError } from '../errors.ts'
import { headOfLog } from '../event/follow-events.ts'
import type { HttpEnv } from './environment.ts'
import type { EventStreams } from './event-streams.ts'
import { readRequest } from './read-request.ts'
import { securityHeaders } from './security-headers.ts'
import { requireVisitor } from './serve-chat.ts'

const endpoint = endpoints.followChat
/** A visitor has a few tabs, not dozens. */
const mostStreams = 8

/** Follows one conversation for its visitor. */
export function serveChatEvents(app: AppContext, streams: EventStreams): Handler<HttpEnv> {
  const open = new Map<string, number>()
  return async (c) => {
    c.set('served', endpoint.id)
    const { site, visitor } = await requireVisitor(app, c, endpoint)
    const { query } = await readRequest(c, endpoint)
    // Noted before the conversation is read: what happens in between is told.
    const head = await headOfLog(app.db)
    const chat = await inWorkspace(app, site.workspaceId, (work) => findChat(work, site, visitor))
    if (!chat) throw new DomainError('not_found', 'There is no conversation yet. It begins with a message.')
    const key = `${site.channelId} ${visitor.externalId}`
    if ((open.get(key) ?? 0) >= mostStreams)
      throw new DomainError('too_many_requests', 'The chat is open in too many places at once.')
    const after = query.after ?? 0
    const stream = streams.open(responseOf(c), headersOf(c), String(after))
    open.set(key, (open.get(key) ?? 0) + 1)
    stream.onEnd(() => {
      const left = (open.get(key) ?? 1) - 1
      if (left > 0) open.set(key, left)
      else open.delete(key)
    })
    const breakOff = (error: unknown) => {
      app.log.error({ err: error, requestId: c.get('requestId') }, 'a stream of a chat broke off')
      stream.end()
    }
    const { tell, hear, hearWriting, end } = followThread(app, site, visitor, {
      conversationId: chat.id,
      after,
      send: (thread, last) => stream.send(`id: ${last}\ndata: ${JSON.stringify(thread)}\n\n`, String(last)),
      onError: breakOff,
    })
    tell()
    const unlisten = app.writings.on(
      (writing) => writing.workspaceId === site.workspaceId && hearWriting(writing),
    )
    stream.onEnd(() => {
      unlisten()
      end()
    })
    app.events.subscribe(site.workspaceId, head, hear).then(stream.onEnd, breakOff)
    return RESPONSE_ALREADY_SENT
  }
}

function headersOf(c: Context<HttpEnv>): Record<string, string> {
  const origin = c.req.header('origin')
  return {
    ...securityHeaders,
    ...(origin === undefined ? {} : { 'access-control-allow-origin': origin }),
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'origin',
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // The line is not used for anything else afterwards.
    connection: 'close',
    'x-accel-buffering': 'no',
    'x-request-id': c.get('requestId'),
  }
}

function responseOf(c: Context<HttpEnv>) {
  if (!c.env?.outgoing) throw new Error('Streams of events need the response of Node.')
  return c.env.outgoing
}

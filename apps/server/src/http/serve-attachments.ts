import { type Endpoint, endpoints, mostAttachmentBytes } from '@baton/contract'
import type { Context, Hono } from 'hono'
import { limitUploads } from '../attachment/limit-uploads.ts'
import { readAttachment, type StoredFile } from '../attachment/read-attachment.ts'
import { storeAttachment } from '../attachment/store-attachment.ts'
import { uploaderOf } from '../attachment/uploader.ts'
import { findChat } from '../chat/find-chat.ts'
import { type AppContext, inWorkspace } from '../context.ts'
import { findConversation } from '../conversation/queries.ts'
import { DomainError } from '../errors.ts'
import { seenBy } from '../staff/policy.ts'
import { requireSeen } from '../staff/see.ts'
import { callerAddress } from './caller-address.ts'
import type { HttpEnv } from './environment.ts'
import { readFile } from './read-body.ts'
import { readRequest } from './read-request.ts'
import { requireCaller } from './require-caller.ts'
import { requireVisitor } from './serve-chat.ts'

/** Serves the files of messages: the only requests and answers that are no JSON. Not within a transaction while they are read. */
export function serveAttachments(http: Hono<HttpEnv>, app: AppContext): void {
  on(http, endpoints.uploadChatAttachment, async (c, endpoint) => {
    const { site, visitor } = await requireVisitor(app, c, endpoint)
    await limitUploads(app, { address: callerAddress(c), visitor: visitor.externalId })
    const { query } = await readRequest(c, endpoint)
    const file = { bytes: await readFile(c, mostAttachmentBytes), name: query.name }
    const whose = { channelId: site.channelId, conversationId: null, uploader: visitor.externalId }
    const stored = await inWorkspace(app, site.workspaceId, (work) => storeAttachment(work, whose, file))
    return c.json(stored, 201)
  })

  on(http, endpoints.readChatAttachment, async (c, endpoint) => {
    const { site, visitor } = await requireVisitor(app, c, endpoint)
    const { params } = await readRequest(c, endpoint)
    const file = await inWorkspace(app, site.workspaceId, async (work) => {
      const chat = await findChat(work, site, visitor)
      const own = { channelId: site.channelId, uploader: visitor.externalId }
      return readAttachment(work, params.attachmentId, chat?.id ?? null, own)
    })
    return send(c, file)
  })

  on(http, endpoints.uploadAttachment, async (c, endpoint) => {
    const caller = await requireCaller(app, c, endpoint)
    const { params, query } = await readRequest(c, endpoint)
    const file = { bytes: await readFile(c, mostAttachmentBytes), name: query.name }
    const stored = await inWorkspace(seenBy(app, caller), caller.workspaceId, async (work) => {
      await requireSeen(work, endpoint, params.id)
      const row = await findConversation(work, params.id)
      if (!row) throw new DomainError('not_found', 'There is no conversation with this id.')
      const whose = { channelId: row.channel_id, conversationId: row.id, uploader: uploaderOf(caller) }
      return storeAttachment(work, whose, file)
    })
    return c.json(stored, 201)
  })

  on(http, endpoints.readAttachment, async (c, endpoint) => {
    const caller = await requireCaller(app, c, endpoint)
    const { params } = await readRequest(c, endpoint)
    const file = await inWorkspace(seenBy(app, caller), caller.workspaceId, (work) =>
      readAttachment(work, params.attachmentId, params.id, null),
    )
    return send(c, file)
  })
}

function on<E extends Endpoint>(
  http: Hono<HttpEnv>,
  endpoint: E,
  serve: (c: Context<HttpEnv>, endpoint: E) => Promise<Response>,
): void {
  http.on(endpoint.method.toUpperCase(), endpoint.path.replace(/\{(\w+)\}/g, ':$1'), (c) => {
    c.set('served', endpoint.id)
    return serve(c, endpoint)
  })
}

/**
 * A file of somebody else's, which no browser may run as a page of ours: it is of the type that was found in it, has a policy
 * that allows nothing, and what is more than a picture is not opened, but saved.
 */
function send(c: Context<HttpEnv>, { name, type, bytes }: StoredFile): Response {
  const how = type.startsWith('image/') ? 'inline' : 'attachment'
  c.header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
  // It never changes, but is for those alone who may see the conversation.
  c.header('cache-control', 'private, max-age=86400')
  c.header('vary', 'authorization, cookie, origin')
  c.header('content-disposition', `${how}; ${filename(name)}`)
  return c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'content-length': String(bytes.length) })
}

/** After RFC 6266: plain for old readers, and as it is for all others. */
function filename(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_')
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${exact}`
}

import { type Attachment, endpoints, type MessageQuery } from '@baton/contract'
import { findUploads } from '../attachment/send-attachments.ts'
import { uploaderOf } from '../attachment/uploader.ts'
import type { Caller } from '../auth/authenticate.ts'
import { readSuggestions } from '../bot/read-suggestions.ts'
import { viewSuggestions } from '../bot/view.ts'
import type { UnitOfWork } from '../context.ts'
import { foreignCursor } from '../database/cursor.ts'
import { DomainError } from '../errors.ts'
import { handle, handleApart } from '../http/handle.ts'
import { requireActor } from '../staff/require-actor.ts'
import { actOnMany } from './act-on-many.ts'
import { assign } from './assign.ts'
import { claim } from './claim.ts'
import type { ConversationRow } from './control.ts'
import { countViews } from './count-views.ts'
import { handBack } from './hand-back.ts'
import { handOver } from './hand-over.ts'
import { listControl } from './list-control.ts'
import { listConversations } from './list-conversations.ts'
import { markRead } from './mark-read.ts'
import { postBotReply } from './post-bot-reply.ts'
import { findConversation, listAssessments, listMessages } from './queries.ts'
import { reopen } from './reopen.ts'
import { reportUnanswered } from './report-unanswered.ts'
import { resolve } from './resolve.ts'
import { sayTyping } from './say-typing.ts'
import { sendReply } from './send-reply.ts'
import { sleep } from './sleep.ts'
import { snooze } from './snooze.ts'
import { takeOver } from './take-over.ts'
import { viewAssessment, viewConversation, viewListed, viewMessage, viewUnanswered } from './view.ts'
import { wake } from './wake.ts'
import { writeNote } from './write-note.ts'

export const conversationRoutes = [
  handle(endpoints.listConversations, async (work, { query }) => {
    const { rows, nextCursor } = await listConversations(work, query)
    return { items: rows.map(viewListed), nextCursor }
  }),
  handle(endpoints.listViews, (work, { query }) => countViews(work, query.userId ?? null)),
  handleApart(endpoints.actOnMany, (app, { body, caller }) =>
    actOnMany(app, caller.workspaceId, body, caller.apiKeyId),
  ),
  handle(endpoints.getConversation, async (work, { params }) =>
    viewConversation(await required(work, params.id)),
  ),
  handle(endpoints.listControl, async (work, { params }) => {
    await required(work, params.id)
    return { items: await listControl(work, params.id), nextCursor: null }
  }),
  handle(endpoints.sayTyping, async (work, { params, body }) =>
    sayTyping(work, await required(work, params.id), body),
  ),
  handle(endpoints.markRead, async (work, { params, body }) => {
    const row = await required(work, params.id)
    return { conversationId: row.id, userId: body.userId, seq: await markRead(work, row, body) }
  }),
  handle(endpoints.listMessages, async (work, { params, query }) => {
    await required(work, params.id)
    const { rows, more } = await listMessages(work, params.id, { limit: query.limit, ...placeOf(query) })
    const next = query.before === undefined ? rows.at(-1)?.seq : undefined
    return { items: rows.map(viewMessage), nextCursor: more && next ? String(next) : null }
  }),
  handle(endpoints.postMessage, async (work, { params, body, caller }) => {
    if (body.kind === 'bot_reply') {
      await requireActor(work, caller.user?.id ?? null, 'reply')
      const settled = await postBotReply(work, params.id, body)
      return { messageId: null, seq: null, handoverId: null, ...settled }
    }
    const userId = body.userId ?? null
    const { id, seq } =
      body.kind === 'note'
        ? await writeNote(work, params.id, userId, body.text, body.mentions)
        : await sendReply(
            work,
            params.id,
            userId,
            body.text,
            await uploadsFor(work, params.id, caller, body.attachments),
          )
    return { outcome: 'sent' as const, messageId: id, seq, handoverId: null }
  }),
  handle(endpoints.listAssessments, async (work, { params, query }) => {
    await required(work, params.id)
    const rows = await listAssessments(work, params.id, query.limit)
    return { items: rows.map(viewAssessment), nextCursor: null }
  }),
  handle(endpoints.getSuggestions, async (work, { params }) =>
    viewSuggestions(await readSuggestions(work, await required(work, params.id))),
  ),
  handle(endpoints.takeOver, async (work, { params, body }) =>
    viewConversation(await takeOver(work, params.id, body.userId ?? null)),
  ),
  handle(endpoints.claim, async (work, { params, body }) =>
    viewConversation(await claim(work, params.id, body.userId)),
  ),
  handle(endpoints.handOver, async (work, { params, body }) =>
    viewConversation(await handOver(work, params.id, body.userId ?? null, body)),
  ),
  handle(endpoints.handBack, async (work, { params, body }) =>
    viewConversation(await handBack(work, params.id, body.userId ?? null)),
  ),
  handle(endpoints.sleep, async (work, { params, body }) =>
    viewConversation(await sleep(work, params.id, body.userId ?? null, body)),
  ),
  handle(endpoints.wake, async (work, { params, body }) =>
    viewConversation(await wake(work, params.id, body.userId ?? null)),
  ),
  handle(endpoints.assign, async (work, { params, body }) =>
    viewConversation(await assign(work, params.id, body.userId ?? null, body.assignTo)),
  ),
  handle(endpoints.resolve, async (work, { params, body }) =>
    viewConversation(await resolve(work, params.id, body.userId ?? null)),
  ),
  handle(endpoints.reopen, async (work, { params, body }) =>
    viewConversation(await reopen(work, params.id, body.userId ?? null)),
  ),
  handle(endpoints.snooze, async (work, { params, body }) =>
    viewConversation(await snooze(work, params.id, body.userId ?? null, body)),
  ),
  handle(endpoints.reportUnanswered, async (work, { query }) =>
    viewUnanswered(await reportUnanswered(work, query.limit)),
  ),
]

/** Where a page of messages begins: after the last one of the page before, after a number, or before one. */
function placeOf({ cursor, after, before }: MessageQuery): { after?: number; before?: number } {
  if (cursor !== undefined) {
    if (!/^\d{1,9}$/.test(cursor)) throw foreignCursor()
    return { after: Number(cursor) }
  }
  return before === undefined ? { after: after ?? 0 } : { before }
}

/** What the caller has uploaded for this conversation. */
async function uploadsFor(
  work: UnitOfWork,
  conversationId: string,
  caller: Caller,
  ids: string[] | undefined,
): Promise<Attachment[]> {
  if (!ids) return []
  const { channel_id: channelId } = await required(work, conversationId)
  return findUploads(work, { channelId, uploader: uploaderOf(caller) }, ids)
}

async function required(work: UnitOfWork, id: string): Promise<ConversationRow> {
  const row = await findConversation(work, id)
  if (!row) throw new DomainError('not_found', 'There is no conversation with this id.')
  return row
}

import { endpoints, type MessageQuery } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { foreignCursor } from '../database/cursor.ts'
import { DomainError } from '../errors.ts'
import { handle } from '../http/handle.ts'
import { assign } from './assign.ts'
import { claim } from './claim.ts'
import type { ConversationRow } from './control.ts'
import { handBack } from './hand-back.ts'
import { handOver } from './hand-over.ts'
import { postBotReply } from './post-bot-reply.ts'
import { findConversation, listAssessments, listConversations, listMessages } from './queries.ts'
import { reopen } from './reopen.ts'
import { reportInbox } from './report-inbox.ts'
import { reportUnanswered } from './report-unanswered.ts'
import { resolve } from './resolve.ts'
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
  handle(endpoints.getConversation, async (work, { params }) =>
    viewConversation(await required(work, params.id)),
  ),
  handle(endpoints.listMessages, async (work, { params, query }) => {
    await required(work, params.id)
    const { rows, more } = await listMessages(work, params.id, { limit: query.limit, ...placeOf(query) })
    const next = query.before === undefined ? rows.at(-1)?.seq : undefined
    return { items: rows.map(viewMessage), nextCursor: more && next ? String(next) : null }
  }),
  handle(endpoints.postMessage, async (work, { params, body }) => {
    if (body.kind === 'bot_reply') {
      const settled = await postBotReply(work, params.id, body)
      return { messageId: null, seq: null, handoverId: null, ...settled }
    }
    const userId = body.userId ?? null
    const write = body.kind === 'note' ? writeNote : sendReply
    const { id, seq } = await write(work, params.id, userId, body.text)
    return { outcome: 'sent' as const, messageId: id, seq, handoverId: null }
  }),
  handle(endpoints.listAssessments, async (work, { params, query }) => {
    await required(work, params.id)
    const rows = await listAssessments(work, params.id, query.limit)
    return { items: rows.map(viewAssessment), nextCursor: null }
  }),
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
  handle(endpoints.reportInbox, (work, { query }) => reportInbox(work, query.userId ?? null)),
]

/** Where a page of messages begins: after the last one of the page before, after a number, or before one. */
function placeOf({ cursor, after, before }: MessageQuery): { after?: number; before?: number } {
  if (cursor !== undefined) {
    if (!/^\d{1,9}$/.test(cursor)) throw foreignCursor()
    return { after: Number(cursor) }
  }
  return before === undefined ? { after: after ?? 0 } : { before }
}

async function required(work: UnitOfWork, id: string): Promise<ConversationRow> {
  const row = await findConversation(work, id)
  if (!row) throw new DomainError('not_found', 'There is no conversation with this id.')
  return row
}

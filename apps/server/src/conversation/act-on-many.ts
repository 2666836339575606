import type { BulkInput, BulkResult } from '@baton/contract'
import { sql } from 'kysely'
import { addTags, removeTag } from '../contact/save-contact.ts'
import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { assign } from './assign.ts'
import { lockConversation } from './change-control.ts'
import type { ConversationRow } from './control.ts'
import { reopen } from './reopen.ts'
import { resolve } from './resolve.ts'
import { snooze } from './snooze.ts'
import { viewConversation } from './view.ts'

/**
 * Does the same to many conversations, each in a transaction of its own: what is refused for one is done for the
 * others, and no lock is held longer than one of them takes.
 */
export async function actOnMany(
  app: AppContext,
  workspaceId: string,
  { conversationIds, userId = null, action }: BulkInput,
  apiKeyId: string | null = null,
): Promise<BulkResult> {
  const results: BulkResult['results'] = []
  for (const conversationId of new Set(conversationIds))
    try {
      const row = await inWorkspace(app, workspaceId, (work) => actOn(work, conversationId, userId, action), {
        userId,
        apiKeyId,
      })
      results.push({ conversationId, ok: true, conversation: viewConversation(row), problem: null })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const problem = { code: error.code, detail: error.message }
      results.push({ conversationId, ok: false, conversation: null, problem })
    }
  return { done: results.filter((result) => result.ok).length, results }
}

async function actOn(
  work: UnitOfWork,
  id: string,
  userId: string | null,
  action: BulkInput['action'],
): Promise<ConversationRow> {
  const row = await lockConversation(work, id)
  // Who sees it may act on it. What that brings about must know all of the workspace, whoever acts.
  await sql`select set_config('baton.viewer', '', true)`.execute(work.db)
  switch (action.do) {
    case 'assign':
      return assign(work, id, userId, action.assignTo)
    case 'resolve':
      return resolve(work, id, userId)
    case 'reopen':
      return reopen(work, id, userId)
    case 'snooze':
      return snooze(work, id, userId, action)
    case 'tag':
      await addTags(work, row.contact_id, action.tags)
      return row
    case 'untag':
      for (const tag of action.tags) await removeTag(work, row.contact_id, tag)
      return row
  }
}

import { type Advance, advance, type Event } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { applyEffects, type Circumstances } from '../handover/apply-effects.ts'
import { type ConversationRow, columnsOf, controlOf } from './control.ts'

/**
 * Locks a conversation until the unit of work ends. Whoever may change control comes through here, one
 * after the other.
 * @throws DomainError not_found
 */
export async function lockConversation(work: UnitOfWork, id: string): Promise<ConversationRow> {
  const row = await work.db
    .selectFrom('conversation')
    .selectAll()
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'There is no conversation with this id.')
  return row
}

/**
 * The only way to change control: puts an event to the state machine and writes what comes of it. `row` must
 * be locked by this unit of work; the new row is returned, with the id of the bot's message if it said something. A refused event changes nothing.
 */
export async function changeControl(
  work: UnitOfWork,
  row: ConversationRow,
  event: Event,
  circumstances: Circumstances = {},
): Promise<Advance & { row: ConversationRow; messageId: string | null }> {
  const before = controlOf(row)
  const result = advance(before, event, work.now.getTime())
  if (result.refused !== undefined) return { ...result, row, messageId: null }
  // Messages first: the database checks them against the control they were written under.
  const messageId = await applyEffects(work, row, result.control, result.effects, circumstances)
  const { reactivation, open_handover, ...columns } = columnsOf(result.control)
  const spoke = result.control.lastSeq > before.lastSeq
  const last_message_at = spoke ? work.now : row.last_message_at
  await work.db
    .updateTable('conversation')
    .set({ ...columns, reactivation, open_handover, last_message_at })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', row.id)
    .execute()
  const asleep = result.control.bot.status === 'asleep' ? result.control.bot : null
  return {
    ...result,
    messageId,
    row: {
      ...row,
      ...columns,
      last_message_at,
      reactivation: asleep?.reactivation ?? null,
      open_handover: result.control.handover,
    },
  }
}

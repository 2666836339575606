import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'

/**
 * Every contact who waits for an answer, from whomever, longest first (R16). Snoozed conversations are in it
 * too: putting one away answers nobody.
 */
export async function reportUnanswered({ db, workspaceId }: UnitOfWork, limit: number) {
  const rows = await db
    .selectFrom('conversation')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'conversation.workspace_id')
        .onRef('contact.id', '=', 'conversation.contact_id'),
    )
    .where('conversation.workspace_id', '=', workspaceId)
    .where('waits_since', 'is not', null)
    .select([
      'conversation.id',
      'contact_id',
      'contact.name as contact_name',
      'waits_for',
      'waits_since',
      'assignee_id',
      'open_handover',
    ])
    .orderBy('waits_since')
    .orderBy('conversation.id')
    .limit(limit)
    .execute()
  const counted = await db
    .selectFrom('conversation')
    .where('workspace_id', '=', workspaceId)
    .where('waits_since', 'is not', null)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total: counted.total }
}

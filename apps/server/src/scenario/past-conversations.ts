import { type Selectable, sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import type { HandoverTable } from '../database/schema/handover.ts'
import type { PastMessage } from './find-firing.ts'

/** As far back as the bot reads. */
const mostMessages = 60

export type PastConversation = { id: string; contactName: string | null }
export type PastHandover = Pick<
  Selectable<HandoverTable>,
  'id' | 'conversation_id' | 'scenario_id' | 'scenario_name' | 'began_at' | 'evidence' | 'feedback' | 'kind'
>

/** The last conversations on a bot's channels, newest first. Of a bot without a channel those of the workspace. */
export async function lastConversations(
  { db, workspaceId }: UnitOfWork,
  botId: string,
  limit: number,
): Promise<PastConversation[]> {
  const channels = await db
    .selectFrom('channel')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('bot_id', '=', botId)
    .execute()
  let select = db
    .selectFrom('conversation')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'conversation.workspace_id')
        .onRef('contact.id', '=', 'conversation.contact_id'),
    )
    .select(['conversation.id', 'contact.name as contactName'])
    .where('conversation.workspace_id', '=', workspaceId)
    .orderBy('last_message_at', 'desc')
    .orderBy('conversation.id', 'desc')
    .limit(limit)
  if (channels.length > 0)
    select = select.where(
      'channel_id',
      'in',
      channels.map((channel) => channel.id),
    )
  return select.execute()
}

/** What each of them says, oldest first, as far back as the bot reads. */
export async function pastMessages(
  { db, workspaceId }: UnitOfWork,
  conversationIds: string[],
): Promise<Map<string, (PastMessage & { at: Date })[]>> {
  const { rows } = await sql<PastMessage & { at: Date; conversation_id: string }>`
    select newest.* from unnest(${conversationIds}::uuid[]) wanted (id)
    cross join lateral (
      select conversation_id, seq, author, kind, text, answered, confidence, created_at as at from message
      where workspace_id = ${workspaceId} and conversation_id = wanted.id and kind <> 'note'
      order by seq desc limit ${sql.lit(mostMessages)}
    ) newest
    order by newest.conversation_id, newest.seq`.execute(db)
  return Map.groupBy(rows, (row) => row.conversation_id)
}

/** The handovers that a scenario began in them, oldest first. */
export async function pastHandovers(
  { db, workspaceId }: UnitOfWork,
  conversationIds: string[],
): Promise<Map<string, PastHandover[]>> {
  const rows = await db
    .selectFrom('handover')
    .select([
      'id',
      'conversation_id',
      'scenario_id',
      'scenario_name',
      'kind',
      'began_at',
      'evidence',
      'feedback',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', 'in', conversationIds)
    .where('cause', '=', 'scenario')
    .orderBy('began_at')
    .execute()
  return Map.groupBy(rows, (row) => row.conversation_id)
}

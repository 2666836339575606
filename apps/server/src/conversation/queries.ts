import type { Selectable } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import type { BotTable } from '../database/schema/bot.ts'
import type { MessageTable } from '../database/schema/conversation.ts'
import type { ConversationRow } from './control.ts'

export type MessageRow = Selectable<MessageTable>
type BotMode = BotTable['mode']

export type ContactDetails = {
  name: string | null
  email: string | null
  phone: string | null
  locale: string | null
}

/** As far back as the bot, detection and the brief read. */
const mostMessages = 60

export async function findConversation(
  { db, workspaceId }: UnitOfWork,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ConversationRow | undefined> {
  const query = db
    .selectFrom('conversation')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
  return await (options.lock ? query.forUpdate() : query).executeTakeFirst()
}

/** Messages after a number (or, without one, the newest), always oldest first. */
export async function listMessages(
  { db, workspaceId }: UnitOfWork,
  conversationId: string,
  { after, before, limit }: { after?: number | undefined; before?: number | undefined; limit: number },
) {
  const select = db
    .selectFrom('message')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .limit(limit + 1)
  if (after !== undefined) {
    const found = await select.where('seq', '>', after).orderBy('seq', 'asc').execute()
    return { rows: found.slice(0, limit), more: found.length > limit }
  }
  const found = await (before === undefined ? select : select.where('seq', '<', before))
    .orderBy('seq', 'desc')
    .execute()
  return { rows: found.slice(0, limit).reverse(), more: found.length > limit }
}

export async function listAssessments(
  { db, workspaceId }: UnitOfWork,
  conversationId: string,
  limit: number,
) {
  return await db
    .selectFrom('assessment')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .orderBy('seq', 'desc')
    .orderBy('judged', 'desc')
    .limit(limit)
    .execute()
}

/** The bot behind a conversation's channel, as far as others must know it. */
export function botBehind(
  { db, workspaceId }: UnitOfWork,
  conversation: ConversationRow,
): Promise<{ mode: BotMode; sleep_on_user_message: boolean } | undefined> {
  return db
    .selectFrom('channel')
    .innerJoin('bot', (join) =>
      join.onRef('bot.workspace_id', '=', 'channel.workspace_id').onRef('bot.id', '=', 'channel.bot_id'),
    )
    .select(['bot.mode', 'bot.sleep_on_user_message'])
    .where('channel.workspace_id', '=', workspaceId)
    .where('channel.id', '=', conversation.channel_id)
    .executeTakeFirst()
}

/** The newest messages that the contact can see, newest first. */
export function latestMessages(
  { db, workspaceId }: UnitOfWork,
  conversationId: string,
): Promise<MessageRow[]> {
  return db
    .selectFrom('message')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('kind', '<>', 'note')
    .orderBy('seq', 'desc')
    .limit(mostMessages)
    .execute()
}

export function contactOf({ db, workspaceId }: UnitOfWork, contactId: string): Promise<ContactDetails> {
  return db
    .selectFrom('contact')
    .select(['name', 'email', 'phone', 'locale'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', contactId)
    .executeTakeFirstOrThrow()
}

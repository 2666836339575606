import { type Selectable, sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { decodeCursor, encodeCursor } from '../database/cursor.ts'
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

export type ConversationView =
  | 'needs_human'
  | 'mine'
  | 'unassigned'
  | 'with_bot'
  | 'snoozed'
  | 'resolved'
  | 'all'

/** A conversation as a list shows it: with its contact and its newest message. */
export type ListedConversation = Awaited<ReturnType<typeof listConversations>>['rows'][number]

/**
 * One page of a view. *Needs a human* and *Unassigned* begin with who has waited longest, the others with what
 * happened last. Each is served by an index of its own, so a page costs the same however many there are. What such an
 * index asks for and how many rows are wanted is written into the statement: PostgreSQL would not use the index for a
 * prepared statement that has a parameter there.
 */
export async function listConversations(
  { db, workspaceId }: UnitOfWork,
  query: {
    view: ConversationView
    userId?: string | undefined
    contactId?: string | undefined
    search?: string | undefined
    cursor?: string | undefined
    limit: number
  },
) {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor)
  const waiting = query.view === 'needs_human' || query.view === 'unassigned'
  let select = db
    .selectFrom('conversation')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'conversation.workspace_id')
        .onRef('contact.id', '=', 'conversation.contact_id'),
    )
    .leftJoin('message', (join) =>
      join
        .onRef('message.workspace_id', '=', 'conversation.workspace_id')
        .onRef('message.conversation_id', '=', 'conversation.id')
        .onRef('message.seq', '=', 'conversation.last_seq'),
    )
    .selectAll('conversation')
    .select([
      'contact.name as contact_name',
      'message.author as last_author',
      'message.kind as last_kind',
      'message.text as last_text',
    ])
    .where('conversation.workspace_id', '=', workspaceId)
    .limit(sql.lit(query.limit + 1))
  if (query.search) select = select.where(holdsText(query.search))
  if (query.contactId) select = select.where('conversation.contact_id', '=', query.contactId)

  switch (query.view) {
    case 'needs_human':
      select = select
        .where('conversation.status', '=', sql.lit('open'))
        .where('waits_for', '=', sql.lit('human'))
      break
    case 'unassigned':
      select = select
        .where('conversation.status', '=', sql.lit('open'))
        .where('waits_for', '=', sql.lit('human'))
        .where('assignee_id', 'is', null)
      break
    case 'mine':
      select = select
        .where('conversation.status', '=', sql.lit('open'))
        .where('assignee_id', '=', query.userId ?? null)
        .where('assignee_id', 'is not', null)
      break
    case 'with_bot':
      select = select
        .where('conversation.status', '=', sql.lit('open'))
        .where('bot_status', '=', sql.lit('awake'))
        .where('bot_on', '=', sql.lit(true))
        .where('open_handover', 'is', null)
      break
    case 'snoozed':
    case 'resolved':
      select = select.where('conversation.status', '=', sql.lit(query.view))
      break
    case 'all':
      break
  }

  if (waiting) {
    select = select.orderBy('waits_since', 'asc').orderBy('conversation.id', 'asc')
    if (after)
      select = select.where(
        sql<boolean>`(conversation.waits_since, conversation.id) > (${after.at}, ${after.id})`,
      )
  } else {
    select = select.orderBy('last_message_at', 'desc').orderBy('conversation.id', 'desc')
    if (after)
      select = select.where(
        sql<boolean>`(conversation.last_message_at, conversation.id) < (${after.at}, ${after.id})`,
      )
  }

  const found = await select.execute()
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  const more = found.length > query.limit
  const at = last && (waiting ? last.waits_since : last.last_message_at)
  return { rows, nextCursor: more && last && at ? encodeCursor(at, last.id) : null }
}

/** Whether a text stands in the conversation or with its contact, in any case. It is read as it is: `%` is a `%`. */
function holdsText(text: string) {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(
    contact.name ilike ${like} or contact.email ilike ${like} or contact.phone ilike ${like} or exists (
      select from message as said
      where said.workspace_id = conversation.workspace_id and said.conversation_id = conversation.id
        and said.text ilike ${like}
    )
  )`
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

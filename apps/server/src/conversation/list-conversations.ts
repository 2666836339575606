import type { ConversationQuery, ConversationView } from '@baton/contract'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { decodeCursor, encodeCursor } from '../database/cursor.ts'
import type { Database } from '../database/schema/index.ts'
import { fold, startingWith, wordsOf } from './search-words.ts'

/** A conversation as a list shows it: with its contact, its newest message, and what the user has read of it. */
export type ListedConversation = Awaited<ReturnType<typeof listConversations>>['rows'][number]

type Selection = SelectQueryBuilder<Database, 'conversation', object>

/** More words than these narrow a search no further. */
const mostTerms = 6

/**
 * One page of a view. *Needs a human* and *Unassigned* begin with who has waited longest, the others with what
 * happened last. Each is served by an index of its own, so a page costs the same however many there are. What such an
 * index asks for and how many rows are wanted is written into the statement: PostgreSQL would not use the index for a
 * prepared statement that has a parameter there.
 *
 * The page is found first, and what else the list shows is looked up for its rows alone.
 */
export async function listConversations(work: UnitOfWork, query: ConversationQuery) {
  const found = await selectPage(work, query).execute()
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  const more = found.length > query.limit
  const at = last && (isByWaiting(query) ? last.waits_since : last.last_message_at)
  return { rows, nextCursor: more && last && at ? encodeCursor(at, last.id) : null }
}

function isByWaiting({ view }: ConversationQuery): boolean {
  return view === 'needs_human' || view === 'unassigned'
}

/** The statement that finds a page, and one row more. */
export function selectPage({ db, workspaceId }: UnitOfWork, query: ConversationQuery) {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor)
  const ofWorkspace = db
    .selectFrom('conversation')
    .where('conversation.workspace_id', '=', workspaceId)
    .limit(sql.lit(query.limit + 1))
  let page = filtered(inView(ofWorkspace, query.view, query.userId ?? null), workspaceId, query)
  if (isByWaiting(query)) {
    page = page.orderBy('waits_since', 'asc').orderBy('conversation.id', 'asc')
    if (after)
      page = page.where(
        sql<boolean>`(conversation.waits_since, conversation.id) > (${after.at}, ${after.id})`,
      )
  } else {
    page = page.orderBy('last_message_at', 'desc').orderBy('conversation.id', 'desc')
    if (after)
      page = page.where(
        sql<boolean>`(conversation.last_message_at, conversation.id) < (${after.at}, ${after.id})`,
      )
  }
  return page
    .selectAll('conversation')
    .select((expression) => [
      expression
        .selectFrom('contact')
        .whereRef('contact.workspace_id', '=', 'conversation.workspace_id')
        .whereRef('contact.id', '=', 'conversation.contact_id')
        .select('name')
        .as('contact_name'),
      sql<string[]>`array(
        select tag from contact_tag
        where contact_tag.workspace_id = conversation.workspace_id
          and contact_tag.contact_id = conversation.contact_id
        order by tag)`.as('tags'),
      expression
        .selectFrom('handover')
        .whereRef('handover.workspace_id', '=', 'conversation.workspace_id')
        .whereRef('handover.conversation_id', '=', 'conversation.id')
        .where('handover.status', '<>', sql.lit('ended'))
        .select('scenario_name')
        .as('scenario_name'),
      expression
        .selectFrom('handover')
        .whereRef('handover.workspace_id', '=', 'conversation.workspace_id')
        .whereRef('handover.conversation_id', '=', 'conversation.id')
        .where('handover.status', '=', sql.lit('waiting'))
        .select('respond_by')
        .as('respond_by'),
      expression
        .selectFrom('conversation_read')
        .whereRef('conversation_read.workspace_id', '=', 'conversation.workspace_id')
        .whereRef('conversation_read.conversation_id', '=', 'conversation.id')
        .where('conversation_read.user_id', '=', query.userId ?? null)
        .select('seq')
        .as('read_seq'),
    ])
    .leftJoin('message', (join) =>
      join
        .onRef('message.workspace_id', '=', 'conversation.workspace_id')
        .onRef('message.conversation_id', '=', 'conversation.id')
        .onRef('message.seq', '=', 'conversation.last_seq'),
    )
    .select([
      'message.author as last_author',
      'message.kind as last_kind',
      'message.text as last_text',
      'message.attachments as last_attachments',
    ])
}

/** Those of a view. Their values are literals, for the sake of the view's own index. */
export function inView(select: Selection, view: ConversationView, userId: string | null): Selection {
  switch (view) {
    case 'needs_human':
      return select
        .where('conversation.status', '=', sql.lit('open'))
        .where('waits_for', '=', sql.lit('human'))
    case 'unassigned':
      return select
        .where('conversation.status', '=', sql.lit('open'))
        .where('waits_for', '=', sql.lit('human'))
        .where('assignee_id', 'is', null)
    case 'mine':
      return select
        .where('conversation.status', '=', sql.lit('open'))
        .where('assignee_id', '=', userId)
        .where('assignee_id', 'is not', null)
    case 'with_bot':
      return select
        .where('conversation.status', '=', sql.lit('open'))
        .where('bot_status', '=', sql.lit('awake'))
        .where('bot_on', '=', sql.lit(true))
        .where('open_handover', 'is', null)
    case 'snoozed':
    case 'resolved':
      return select.where('conversation.status', '=', sql.lit(view))
    case 'all':
      return select
  }
}

function filtered(select: Selection, workspaceId: string, query: ConversationQuery): Selection {
  let narrowed = select
  if (query.contactId) narrowed = narrowed.where('conversation.contact_id', '=', query.contactId)
  if (query.assigneeId) narrowed = narrowed.where('assignee_id', '=', query.assigneeId)
  if (query.teamId) narrowed = narrowed.where('team_id', '=', query.teamId)
  if (query.channelId) narrowed = narrowed.where('conversation.channel_id', '=', query.channelId)
  if (query.botId)
    narrowed = narrowed.where(
      sql<boolean>`conversation.channel_id in (
        select id from channel where workspace_id = ${workspaceId} and bot_id = ${query.botId})`,
    )
  if (query.tag)
    narrowed = narrowed.where(
      sql<boolean>`conversation.contact_id in (
        select contact_id from contact_tag where workspace_id = ${workspaceId} and folded = ${fold(query.tag)})`,
    )
  if (query.q === undefined || query.q.trim() === '') return narrowed
  const terms = wordsOf(query.q).slice(0, mostTerms)
  // Signs alone are no words, so nothing has them.
  if (terms.length === 0) return narrowed.where(sql<boolean>`false`)
  for (const term of terms) narrowed = narrowed.where(hasWord(workspaceId, term))
  return narrowed
}

/** Whether a word of its messages, of its contact or of its contact's tags begins so. */
function hasWord(workspaceId: string, term: string) {
  const { from, to } = startingWith(term)
  return sql<boolean>`conversation.id in (
    select conversation_id from message_word
      where workspace_id = ${workspaceId} and word >= ${from} and word < ${to}
    union
    select its.id from contact_word
      join conversation its on its.workspace_id = ${workspaceId} and its.contact_id = contact_word.contact_id
      where contact_word.workspace_id = ${workspaceId} and word >= ${from} and word < ${to}
    union
    select its.id from contact_tag
      join conversation its on its.workspace_id = ${workspaceId} and its.contact_id = contact_tag.contact_id
      where contact_tag.workspace_id = ${workspaceId} and folded >= ${from} and folded < ${to})`
}

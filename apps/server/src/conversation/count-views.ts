import { type ConversationView, type ConversationViews, conversationView } from '@baton/contract'
import { type AliasedRawBuilder, type Compilable, sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { inView } from './list-conversations.ts'

/** As far as a view is counted: more than that nobody reads, and each conversation would make it slower. */
const mostCounted = 10_000

/** Where it matters to somebody whether they have read it. */
const readByUsers = new Set<ConversationView>(['needs_human', 'mine'])

/** How many conversations each view has, and how many of those that somebody waits for are unread. One statement. */
export async function countViews(work: UnitOfWork, userId: string | null): Promise<ConversationViews> {
  const { db, workspaceId } = work
  const all = () =>
    db
      .selectFrom('conversation')
      .where('conversation.workspace_id', '=', workspaceId)
      .limit(sql.lit(mostCounted))
  const wanted = conversationView.options.filter((view) => view !== 'mine' || userId !== null)
  const counts = wanted.map((view) => count(inView(all(), view, userId).select('conversation.id'), view))
  const unread = wanted
    .filter((view) => userId !== null && readByUsers.has(view))
    .map((view) =>
      count(
        inView(all(), view, userId)
          .leftJoin('conversation_read', (join) =>
            join
              .onRef('conversation_read.workspace_id', '=', 'conversation.workspace_id')
              .onRef('conversation_read.conversation_id', '=', 'conversation.id')
              .on('conversation_read.user_id', '=', userId),
          )
          .where(sql<boolean>`last_contact_seq > coalesce(seq, 0)`)
          .select('conversation.id'),
        `unread_${view}`,
      ),
    )
  const oldest = inView(all(), 'needs_human', null).select(sql<Date>`min(waits_since)`.as('since'))
  const row: Record<string, number | undefined> = await db
    .selectNoFrom([...counts, ...unread])
    .executeTakeFirstOrThrow()
  const waiting = await oldest.executeTakeFirst()
  return {
    items: conversationView.options.map((view) => ({
      view,
      count: row[view] ?? null,
      unread: row[`unread_${view}`] ?? null,
    })),
    oldestWaitingSince: waiting?.since?.toISOString() ?? null,
  }
}

function count(rows: Compilable, name: string): AliasedRawBuilder<number, string> {
  return sql<number>`(select count(*) from (${rows}) counted)`.as(name)
}

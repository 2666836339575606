import type { ChatRating } from '@baton/contract'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { findChat } from './find-chat.ts'
import type { Site } from './find-site.ts'
import type { Visitor } from './visitor-token.ts'

/** How long after it a visitor may say whether it helped. */
const rateableMs = 24 * 60 * 60 * 1000

/** The newest handover of a conversation, where a person has answered, it is over, and nobody has rated it. */
export async function findRateable(
  { db, workspaceId, now }: UnitOfWork,
  conversationId: string,
): Promise<{ id: string; name: string | null } | undefined> {
  const { rows } = await sql<{ id: string; name: string | null; open: boolean }>`
    select h.id, u.name, h.status = 'ended' and h.replied_at is not null and h.rated_at is null
      and h.ended_at > ${new Date(now.getTime() - rateableMs)} as open
    from handover h
    left join staff_user u on u.workspace_id = h.workspace_id and u.id = coalesce(h.claimed_by, h.user_id)
    where h.workspace_id = ${workspaceId} and h.conversation_id = ${conversationId}
    order by h.began_at desc limit 1`.execute(db)
  return rows[0]?.open ? { id: rows[0].id, name: rows[0].name } : undefined
}

/**
 * The visitor says whether a person helped. A later word replaces the earlier one.
 * @throws DomainError not_found
 */
export async function rateChat(
  work: UnitOfWork,
  site: Site,
  visitor: Visitor,
  rating: ChatRating,
): Promise<void> {
  const chat = await findChat(work, site, visitor)
  await rateHandover(work, chat?.id ?? null, rating)
}

/**
 * Keeps what a contact said of a handover of theirs: it is over, and a person has answered.
 * @throws DomainError not_found
 */
export async function rateHandover(
  work: UnitOfWork,
  conversationId: string | null,
  { handoverId, helped }: ChatRating,
): Promise<void> {
  const rated = await work.db
    .updateTable('handover')
    .set({ helped, rated_at: work.now })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', handoverId)
    .where('conversation_id', '=', conversationId)
    .where('status', '=', 'ended')
    .where('replied_at', 'is not', null)
    .returning('conversation_id')
    .executeTakeFirst()
  if (!rated) throw new DomainError('not_found', 'There is nothing here to rate.')
  work.emit({
    type: 'handover.rated',
    conversationId: rated.conversation_id,
    data: { handoverId, helped },
  })
}

import type { UnansweredQuery, UnansweredQuestions } from '@baton/contract'
import { groupAlike } from '@baton/knowledge'
import { sql } from 'kysely'
import { findBot } from '../bot/save-bot.ts'
import type { UnitOfWork } from '../context.ts'

const dayMs = 24 * 3_600_000
const mostQuestions = 300
const longestText = 500

type AskedRow = { text: string; conversation_id: string; handover_id: string; at: Date }

/**
 * What contacts asked a bot and it could not answer, of the newest handovers for lack of information. Questions that are
 * alike stand together, those asked last come first.
 * @throws DomainError not_found
 */
export async function listUnanswered(
  work: UnitOfWork,
  botId: string,
  { days }: UnansweredQuery,
): Promise<UnansweredQuestions> {
  await findBot(work, botId)
  const since = new Date(work.now.getTime() - days * dayMs)
  const { rows } = await sql<AskedRow>`
    select asked.text, handover.conversation_id, handover.id as handover_id, handover.began_at as at
    from handover
    cross join lateral (
      select left(message.text, ${sql.lit(longestText)}) as text from message
      where message.workspace_id = handover.workspace_id
        and message.conversation_id = handover.conversation_id
        and message.author = 'contact' and message.created_at <= handover.began_at
      order by message.seq desc limit 1) asked
    where handover.workspace_id = ${work.workspaceId} and handover.bot_id = ${botId}
      and handover.kind = 'lack_of_information' and handover.began_at >= ${since}
      -- Files alone ask nothing that an article could answer.
      and asked.text <> ''
    order by handover.began_at desc, handover.id desc limit ${sql.lit(mostQuestions)}`.execute(work.db)
  const items = groupAlike(rows.map(({ text }) => text)).flatMap((places) => {
    const asked = places.flatMap((at) => rows[at] ?? [])
    const [last] = asked
    if (!last) return []
    return {
      question: last.text,
      count: asked.length,
      lastAskedAt: last.at.toISOString(),
      asked: asked.map(({ text, conversation_id, handover_id, at }) => ({
        text,
        conversationId: conversation_id,
        handoverId: handover_id,
        at: at.toISOString(),
      })),
    }
  })
  return { items }
}

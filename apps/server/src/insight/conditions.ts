import type { InsightMeasure } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import type { Period } from './period.ts'

/** What a scenario is known by in insights: one that was deleted keeps its id, and what has none goes by its kind. */
export const scenarioKey = sql<string>`coalesce(handover.scenario_id::text, handover.kind)`

export const secondsToClaim = sql<
  number | null
>`extract(epoch from handover.claimed_at - handover.began_at)::float8`
export const secondsToReply = sql<
  number | null
>`extract(epoch from handover.replied_at - handover.began_at)::float8`

/** The handovers that began in a period. */
export function handoversOf({ workspaceId }: UnitOfWork, { begins, ends }: Period, botId?: string) {
  const ofBot = botId ? sql`and handover.bot_id = ${botId}` : sql``
  return sql`handover.workspace_id = ${workspaceId}
    and handover.began_at >= ${begins} and handover.began_at < ${ends} ${ofBot}`
}

/** The messages of contacts in a period, on channels with a bot. */
export function writtenIn({ workspaceId }: UnitOfWork, { begins, ends }: Period, botId?: string) {
  const whichBot = botId ? sql`bot_id = ${botId}` : sql`bot_id is not null`
  return sql`message.workspace_id = ${workspaceId} and message.author = 'contact'
    and message.created_at >= ${begins} and message.created_at < ${ends}
    and message.channel_id in (select id from channel where workspace_id = ${workspaceId} and ${whichBot})`
}

/** Which of a period's handovers a measure counts. Null: it counts conversations. */
export function conditionOf(measure: InsightMeasure, now: Date): RawBuilder<unknown> | null {
  switch (measure) {
    case 'conversations':
    case 'without_handover':
      return null
    case 'handovers':
      return sql`true`
    case 'claimed':
      return sql`handover.claimed_at is not null`
    case 'replied':
      return sql`handover.replied_at is not null`
    case 'unclaimed':
      return sql`handover.claimed_at is null`
    case 'waiting':
      return sql`handover.status = 'waiting'`
    case 'late':
      return sql`handover.status = 'waiting' and handover.respond_by < ${now}`
    case 'handed_back':
    case 'woken':
    case 'resolved':
    case 'superseded':
      return sql`handover.outcome = ${measure}`
    case 'needed':
    case 'not_needed':
    case 'too_late':
      return sql`handover.feedback ->> 'verdict' = ${measure}`
    case 'helped':
      return sql`handover.helped`
    case 'not_helped':
      return sql`not handover.helped`
  }
}

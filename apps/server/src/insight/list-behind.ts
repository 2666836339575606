import type { BehindItem, BehindQuery } from '@baton/contract'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { decodeCursor, encodeCursor } from '../database/cursor.ts'
import {
  conditionOf,
  handoversOf,
  scenarioKey,
  secondsToClaim,
  secondsToReply,
  writtenIn,
} from './conditions.ts'
import { type Period, readPeriod } from './period.ts'

type BehindRow = {
  id: string
  at: Date
  conversation_id: string
  contact_name: string | null
  handover_id: string | null
  scenario_name: string | null
  claimed_by: string | null
  claim_seconds: number | null
  reply_seconds: number | null
  verdict: BehindItem['feedback']
}

/**
 * What one of the insights counts, newest first: handovers, or conversations where the measure is one of conversations.
 * @throws DomainError invalid_request
 */
export async function listBehind(
  work: UnitOfWork,
  query: BehindQuery,
): Promise<{ items: BehindItem[]; nextCursor: string | null }> {
  const period = await readPeriod(work, query)
  const condition = conditionOf(query.measure, work.now)
  const found = condition
    ? await handoversBehind(work, period, query, condition)
    : await conversationsBehind(work, period, query)
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  return {
    items: rows.map(viewBehind),
    nextCursor: found.length > query.limit && last ? encodeCursor(last.at, last.id) : null,
  }
}

async function handoversBehind(
  work: UnitOfWork,
  period: Period,
  query: BehindQuery,
  condition: NonNullable<ReturnType<typeof conditionOf>>,
): Promise<BehindRow[]> {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor)
  const { rows } = await sql<BehindRow>`
    select handover.id, began_at as at, conversation_id, contact.name as contact_name, handover.id as handover_id,
      scenario_name, claimed_by, ${secondsToClaim} as claim_seconds, ${secondsToReply} as reply_seconds,
      feedback ->> 'verdict' as verdict
    from handover
    join contact on contact.workspace_id = handover.workspace_id and contact.id = handover.contact_id
    where ${handoversOf(work, period, query.botId)} and ${condition}
      ${query.scenario === undefined ? sql`` : sql`and ${scenarioKey} = ${query.scenario}`}
      ${query.userId === undefined ? sql`` : sql`and claimed_by = ${query.userId}`}
      ${after ? sql`and (began_at, handover.id) < (${after.at}, ${after.id})` : sql``}
    order by began_at desc, handover.id desc limit ${sql.lit(query.limit + 1)}`.execute(work.db)
  return rows
}

async function conversationsBehind(
  work: UnitOfWork,
  period: Period,
  query: BehindQuery,
): Promise<BehindRow[]> {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor)
  const none = query.measure === 'without_handover'
  const { rows } = await sql<BehindRow>`
    select conversation.id, alive.at, conversation.id as conversation_id, contact.name as contact_name,
      null as handover_id, null as scenario_name, null as claimed_by, null as claim_seconds, null as reply_seconds,
      null as verdict
    from (
      select conversation_id, max(created_at) as at from message where ${writtenIn(work, period, query.botId)}
      group by conversation_id
    ) alive
    join conversation on conversation.workspace_id = ${work.workspaceId} and conversation.id = alive.conversation_id
    join contact on contact.workspace_id = ${work.workspaceId} and contact.id = conversation.contact_id
    where ${
      none
        ? sql`not exists (select 1 from handover where handover.conversation_id = alive.conversation_id
            and ${handoversOf(work, period, query.botId)})`
        : sql`true`
    }
      ${after ? sql`and (alive.at, conversation.id) < (${after.at}, ${after.id})` : sql``}
    order by alive.at desc, conversation.id desc limit ${sql.lit(query.limit + 1)}`.execute(work.db)
  return rows
}

function viewBehind(row: BehindRow): BehindItem {
  return {
    conversationId: row.conversation_id,
    contactName: row.contact_name,
    handoverId: row.handover_id,
    scenarioName: row.scenario_name,
    at: row.at.toISOString(),
    claimedBy: row.claimed_by,
    secondsToClaim: rounded(row.claim_seconds),
    secondsToFirstReply: rounded(row.reply_seconds),
    feedback: row.verdict,
  }
}

function rounded(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds)
}

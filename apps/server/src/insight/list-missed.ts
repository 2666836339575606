import type { MissedItem, MissedQuery } from '@baton/contract'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { readPeriod } from './period.ts'

/** A score from this share of its threshold on was near. */
const near = 0.7
const dayMs = 24 * 3_600_000
const longestText = 500

type MissedRow = {
  conversation_id: string
  contact_name: string | null
  seq: number
  text: string
  at: Date
  bot_id: string
  scenario_id: string
  scenario_name: string
  score: number
  threshold: number
}

/**
 * What a scenario nearly fired for and the bot went on with, nearest first, one message of a conversation. What was handed
 * over within a day after it was not missed. From these words an admin makes example phrases.
 * @throws DomainError invalid_request
 */
export async function listMissed(work: UnitOfWork, query: MissedQuery): Promise<MissedItem[]> {
  const { begins, ends } = await readPeriod(work, query)
  const { rows } = await sql<MissedRow>`
    select * from (
      select distinct on (assessment.conversation_id) assessment.conversation_id, contact.name as contact_name,
        assessment.seq, left(message.text, ${sql.lit(longestText)}) as text, assessment.created_at as at, scenario.bot_id,
        scenario.id as scenario_id, scenario.name as scenario_name, (entry ->> 'score')::float8 as score,
        (entry ->> 'threshold')::float8 as threshold
      from assessment
      cross join lateral jsonb_array_elements(assessment.scores) entry
      join scenario on scenario.workspace_id = assessment.workspace_id
        and scenario.id = (entry ->> 'scenarioId')::uuid
      join message on message.workspace_id = assessment.workspace_id
        and message.conversation_id = assessment.conversation_id and message.seq = assessment.seq
      join conversation on conversation.workspace_id = assessment.workspace_id
        and conversation.id = assessment.conversation_id
      join contact on contact.workspace_id = assessment.workspace_id and contact.id = conversation.contact_id
      where assessment.workspace_id = ${work.workspaceId} and judged = 'contact' and outcome = 'bot_answers'
        and assessment.created_at >= ${begins} and assessment.created_at < ${ends}
        and not (entry ->> 'fired')::boolean
        and (entry ->> 'score')::float8 >= ${near}::float8 * (entry ->> 'threshold')::float8
        ${query.botId === undefined ? sql`` : sql`and scenario.bot_id = ${query.botId}`}
        and not exists (
          select 1 from handover where handover.workspace_id = assessment.workspace_id
            and handover.conversation_id = assessment.conversation_id
            and handover.began_at >= assessment.created_at
            and handover.began_at < assessment.created_at + ${`${dayMs} milliseconds`}::interval)
      order by assessment.conversation_id, (entry ->> 'score')::float8 / (entry ->> 'threshold')::float8 desc
    ) missed
    order by score / threshold desc, at desc limit ${sql.lit(query.limit)}`.execute(work.db)
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    contactName: row.contact_name,
    seq: row.seq,
    text: row.text,
    at: row.at.toISOString(),
    botId: row.bot_id,
    scenarioId: row.scenario_id,
    scenarioName: row.scenario_name,
    score: row.score,
    threshold: row.threshold,
  }))
}

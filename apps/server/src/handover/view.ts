import type { Handover } from '@baton/contract'
import type { HandoverRow } from './queries.ts'

export function viewHandover(row: HandoverRow): Handover {
  const iso = (date: Date | null) => date?.toISOString() ?? null
  return {
    id: row.id,
    conversationId: row.conversation_id,
    contactId: row.contact_id,
    botId: row.bot_id,
    scenarioId: row.scenario_id,
    scenarioName: row.scenario_name,
    kind: row.kind,
    cause: row.cause,
    score: row.score,
    threshold: row.threshold,
    evidence: row.evidence,
    status: row.status,
    outcome: row.outcome,
    userId: row.user_id,
    teamId: row.team_id,
    trail: row.trail,
    steps: row.steps,
    brief: row.brief,
    beganAt: row.began_at.toISOString(),
    beganBy: row.began_by,
    respondBy: iso(row.respond_by),
    claimedBy: row.claimed_by,
    claimedAt: iso(row.claimed_at),
    repliedAt: iso(row.replied_at),
    endedAt: iso(row.ended_at),
    feedback: row.feedback,
    rating: row.rated_at && { helped: row.helped === true, at: row.rated_at.toISOString() },
  }
}

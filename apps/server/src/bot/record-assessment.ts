import type { Opinion } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { evidenceOf } from './evidence.ts'
import type { Judgement } from './judge.ts'
import type { TurnContext } from './read-turn.ts'

/**
 * Keeps why, or why not: what detection said of a message, and what was done. `judged` is the contact's words
 * or the bot's answer to them; `seq` is the contact's message in both cases, since an answer may never be sent.
 */
export async function recordAssessment(
  { db, workspaceId, now }: UnitOfWork,
  entry: {
    conversationId: string
    seq: number
    judged: 'contact' | 'bot'
    judgement: Judgement
    context: TurnContext
    outcome: string
    opinion?: Opinion | undefined
  },
): Promise<void> {
  const { assessment } = entry.judgement
  const row = {
    decision: assessment.decision,
    outcome: entry.outcome,
    scenario_id: assessment.scenarioId ?? null,
    scores: JSON.stringify(
      assessment.scores.map((score) => ({ ...score, evidence: evidenceOf(entry.context, score.evidence) })),
    ),
    failed_attempts: assessment.failedAttempts,
    opinion: entry.opinion ? JSON.stringify(entry.opinion) : null,
    created_at: now,
  }
  await db
    .insertInto('assessment')
    .values({
      workspace_id: workspaceId,
      conversation_id: entry.conversationId,
      seq: entry.seq,
      judged: entry.judged,
      ...row,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'conversation_id', 'seq', 'judged']).doUpdateSet(row),
    )
    .execute()
}

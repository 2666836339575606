import type { FeedbackInput } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { requireActor } from '../staff/require-actor.ts'
import { findHandover, type HandoverRow } from './queries.ts'

/** Says whether a handover was right (R29). A later word replaces the earlier one. */
export async function giveFeedback(work: UnitOfWork, id: string, input: FeedbackInput): Promise<HandoverRow> {
  const handover = await findHandover(work, id)
  await requireActor(work, input.userId ?? null)
  const feedback = {
    verdict: input.verdict,
    comment: input.comment ?? null,
    userId: input.userId ?? null,
    at: work.now.toISOString(),
  }
  await work.db
    .updateTable('handover')
    .set({ feedback: JSON.stringify(feedback) })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .execute()
  work.emit({
    type: 'handover.feedback',
    conversationId: handover.conversation_id,
    data: { handoverId: id, verdict: input.verdict },
  })
  return { ...handover, feedback }
}

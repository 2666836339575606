import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { findConversation } from '../conversation/queries.ts'
import type { JobData } from '../job/jobs.ts'
import { type Answer, createBrain } from './brain/brain.ts'
import { suggest } from './brain/suggest.ts'
import { judgeAnswer, judgeContact } from './judge.ts'
import { readTurn, type TurnContext } from './read-turn.ts'
import { recordAssessment } from './record-assessment.ts'

const mostDrafts = 3

/**
 * Lets a suggestive bot draft replies to what the contact wrote last, for the staff to choose from. It sends nothing. A
 * job that may come twice or late: what somebody has answered, or what a newer message stands behind, needs no draft.
 */
export async function suggestReplies(
  app: AppContext,
  { workspaceId, conversationId, seq }: JobData['suggestion'],
): Promise<void> {
  const context = await inWorkspace(app, workspaceId, async (work) => {
    const row = await findConversation(work, conversationId)
    return row && isDue(row, seq) ? readTurn(work, row) : null
  })
  if (context?.bot.mode !== 'suggestive') return
  const drafts = await suggest(createBrain(app, context.bot), context, mostDrafts, (error) =>
    app.log.warn({ botId: context.bot.id, reason: String(error) }, 'the bot could not draft a reply'),
  )
  await inWorkspace(app, workspaceId, async (work) => {
    const row = await findConversation(work, conversationId, { lock: true })
    if (!row || !isDue(row, seq)) return
    await storeDrafts(work, row.id, seq, drafts)
    await judgeDrafts(work, row, context, drafts)
    work.emit({ type: 'suggestion.made', conversationId, data: { seq, count: drafts.length } })
  })
}

/** Whether it is what the contact wrote last, and nobody has answered. */
export function isDue(row: ConversationRow, seq: number): boolean {
  return row.last_contact_seq === seq && row.answered_seq < seq
}

/** Puts drafts in the place of those that were there. */
async function storeDrafts(
  { db, workspaceId, now }: UnitOfWork,
  conversationId: string,
  seq: number,
  drafts: readonly Answer[],
): Promise<void> {
  await db
    .deleteFrom('suggestion')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .execute()
  if (drafts.length === 0) return
  await db
    .insertInto('suggestion')
    .values(
      drafts.map(({ text, confidence, sources = [] }, position) => ({
        workspace_id: workspaceId,
        conversation_id: conversationId,
        position,
        seq,
        text,
        confidence,
        sources: JSON.stringify(sources),
        created_at: now,
      })),
    )
    .execute()
}

/** On autopilot the best draft would have been sent, or handed over for: that is written down beside the contact's words. */
async function judgeDrafts(
  work: UnitOfWork,
  row: ConversationRow,
  context: TurnContext,
  [best]: readonly Answer[],
): Promise<void> {
  if (row.bot_status === 'asleep' || judgeContact(context).fired) return
  const { text, answered, confidence } = best ?? { text: '', answered: false, confidence: null }
  const judgement = judgeAnswer(context, {
    from: 'bot',
    text,
    ...(answered === null ? {} : { answered }),
    ...(confidence === null ? {} : { confidence }),
  })
  await recordAssessment(work, {
    conversationId: row.id,
    seq: row.last_contact_seq,
    judged: 'bot',
    judgement,
    context,
    outcome: judgement.fired || !best ? 'would_hand_over' : 'would_answer',
  })
}

import type { Refusal } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import { changeControl } from '../conversation/change-control.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { type Begun, beginHandover, beginUnfired } from './begin-handover.ts'
import type { Answer } from './brain/brain.ts'
import { type Judgement, judgeAnswer, judgeContact, promisesPerson } from './judge.ts'
import { recordAssessment } from './record-assessment.ts'
import { type Turn, turnEvent } from './turn.ts'

export type Settled =
  | { outcome: 'sent'; messageId: string; seq: number }
  | { outcome: 'handed_over'; handoverId: string }
  | { outcome: 'refused'; refusal: Refusal }

/**
 * Commits an answer of the bot, or a handover in its place: where the answer shows that the bot does not know
 * or promises a person, where it is empty, and where the bot has used up its messages. `row` is locked.
 */
export async function settleAnswer(
  work: UnitOfWork,
  row: ConversationRow,
  turn: Turn,
  answer: Answer,
): Promise<Settled> {
  const { context } = turn
  // Where the bot calls a person there are no words of it to judge.
  const judgement = answer.handOver
    ? judgeContact(context)
    : judgeAnswer(context, {
        from: 'bot',
        text: answer.text,
        ...(answer.answered === null ? {} : { answered: answer.answered }),
        ...(answer.confidence === null ? {} : { confidence: answer.confidence }),
        ...(answer.failed ? { error: true } : {}),
      })
  const settled = await settle(work, row, turn, answer, judgement)
  await recordAssessment(work, {
    conversationId: row.id,
    seq: row.last_contact_seq,
    judged: 'bot',
    judgement,
    context,
    outcome: settled.outcome === 'refused' ? `dropped_${settled.refusal}` : settled.outcome,
  })
  return settled
}

async function settle(
  work: UnitOfWork,
  row: ConversationRow,
  turn: Turn,
  answer: Answer,
  judgement: Judgement,
): Promise<Settled> {
  if (answer.handOver)
    return settledBy(await beginUnfired(work, row, turn, { reason: 'bot_asked', asked: answer.handOver }))
  const { fired } = judgement
  if (fired) {
    const begun = await beginHandover(work, row, turn, judgement, fired)
    if (begun && fired.pause_bot) return { outcome: 'handed_over', handoverId: begun.handoverId }
    if (begun) row = begun.row
  }
  // No scenario has it, and still the contact would wait for somebody.
  else if (promisesPerson(answer.text))
    return settledBy(await beginUnfired(work, row, turn, { reason: 'bot_promised' }))
  if (answer.text.trim() === '')
    return settledBy(
      await beginUnfired(work, row, turn, { reason: 'lack_of_information', why: 'The bot had no answer.' }),
    )
  const sent = await changeControl(
    work,
    row,
    { ...turnEvent(turn), outcome: { do: 'answer', text: answer.text } },
    { answer },
  )
  if (sent.refused === undefined && sent.messageId)
    return { outcome: 'sent', messageId: sent.messageId, seq: sent.control.lastSeq }
  if (sent.refused !== 'message_cap') return { outcome: 'refused', refusal: sent.refused ?? 'no_change' }
  const why = `The bot had sent ${turn.context.bot.message_cap} messages.`
  return settledBy(await beginUnfired(work, row, turn, { reason: 'message_cap', why }))
}

function settledBy(begun: Begun): Settled {
  if ('refusal' in begun) return { outcome: 'refused', refusal: begun.refusal }
  return { outcome: 'handed_over', handoverId: begun.handoverId }
}

import { beginHandover } from '../bot/begin-handover.ts'
import { judgeContact } from '../bot/judge.ts'
import { readTurn } from '../bot/read-turn.ts'
import { recordAssessment } from '../bot/record-assessment.ts'
import { type Settled, settleAnswer } from '../bot/settle-turn.ts'
import type { Turn } from '../bot/turn.ts'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { refusalError } from './act.ts'
import { lockConversation } from './change-control.ts'
import type { ConversationRow } from './control.ts'

export type BotReply = {
  text: string
  answered?: boolean | null
  confidence?: number | null
  /** The epoch that the bot read. Left out: the present one. */
  epoch?: number | null
  /** The newest message that the bot has read. Left out: whatever there is. */
  readUpTo?: number | null
}

/**
 * An outside bot posts its answer. Baton judges what it answers, where that has not been done yet, and then
 * the answer itself; either may turn it into a handover, and then the answer is not sent.
 * @throws DomainError not_found, bot_asleep, stale_epoch, newer_message
 */
export async function postBotReply(
  work: UnitOfWork,
  conversationId: string,
  reply: BotReply,
): Promise<Exclude<Settled, { outcome: 'refused' }>> {
  const row = await lockConversation(work, conversationId)
  if (reply.epoch != null && reply.epoch !== row.epoch) throw refusalError('stale_epoch')
  if (row.bot_status === 'asleep') throw refusalError('bot_asleep')
  if (reply.readUpTo != null && reply.readUpTo < row.last_contact_seq) throw refusalError('newer_message')
  const context = await readTurn(work, row)
  if (context?.bot.mode !== 'autopilot')
    throw new DomainError(
      'bot_off',
      'No bot on autopilot answers on this channel. Set the mode of its bot to autopilot.',
    )

  const turn: Turn = { context, epoch: row.epoch, readUpTo: null, attempts: row.attempts }
  const handedOver = await judgeUnread(work, row, turn)
  if (handedOver) return handedOver
  const settled = await settleAnswer(work, row, turn, {
    text: reply.text,
    answered: reply.answered ?? null,
    confidence: reply.confidence ?? null,
  })
  if (settled.outcome === 'refused') throw refusalError(settled.refusal)
  return settled
}

/** The bot may be quicker than our own turn: what the contact wrote is judged before any answer to it. */
async function judgeUnread(
  work: UnitOfWork,
  row: ConversationRow,
  turn: Turn,
): Promise<Extract<Settled, { outcome: 'handed_over' }> | null> {
  if (row.turn_seq >= row.last_contact_seq) return null
  const judgement = judgeContact(turn.context)
  turn.attempts = judgement.assessment.failedAttempts
  const begun = judgement.fired && (await beginHandover(work, row, turn, judgement, judgement.fired))
  await recordAssessment(work, {
    conversationId: row.id,
    seq: row.last_contact_seq,
    judged: 'contact',
    judgement,
    context: turn.context,
    outcome: begun ? 'handed_over' : 'bot_answers',
  })
  return begun && judgement.fired?.pause_bot ? { outcome: 'handed_over', handoverId: begun.handoverId } : null
}

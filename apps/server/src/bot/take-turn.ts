import type { Opinion } from '@baton/contract'
import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import { changeControl } from '../conversation/change-control.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { botBehind, findConversation } from '../conversation/queries.ts'
import type { JobData } from '../job/jobs.ts'
import { beginHandover } from './begin-handover.ts'
import { type Answer, ask, createBrain } from './brain/brain.ts'
import { type Judgement, judgeContact, withOpinion } from './judge.ts'
import { findDoubts } from './opinion/find-doubts.ts'
import { type Doubt, openDoubt, secondOpinion } from './opinion/second-opinion.ts'
import { readTurn } from './read-turn.ts'
import { recordAssessment } from './record-assessment.ts'
import { settleAnswer } from './settle-turn.ts'
import { leaveMachine, spotMachine } from './spot-machine.ts'
import { sumUpReturn } from './sum-up-return.ts'
import { tellWriting } from './tell-writing.ts'
import { type Turn, turnEvent } from './turn.ts'

/**
 * The bot's turn: judges what the contact wrote, and either hands over or answers. Runs as a job that may come
 * twice, late, or when nothing is left to do; the newest message's job does the work for a burst.
 *
 * What may be slow, a model's second opinion and the brain, runs outside any transaction. What it says counts only if
 * control is still under the epoch the turn began with and the contact has written nothing since.
 */
export async function takeTurn(app: AppContext, job: JobData['bot_turn']): Promise<void> {
  const opened = await inWorkspace(app, job.workspaceId, (work) => openTurn(work, job))
  if (!opened) return
  const { turn } = opened
  if (opened.doubt && !(await settleDoubt(app, job, opened, opened.doubt))) return
  const { bot, messages } = turn.context
  const { conversationId, seq } = job
  const writing = tellWriting(app, job, turn)
  const request = {
    ...turn.context,
    summary: sumUpReturn(messages),
    turn: { conversationId, epoch: turn.epoch, seq, messages },
    onText: writing.onText,
  }
  const answer = await ask(createBrain(app, bot), request, (error) =>
    app.log.error({ botId: bot.id, reason: String(error) }, 'the bot could not answer, so it hands over'),
  )
  try {
    await inWorkspace(app, job.workspaceId, (work) => closeTurn(work, job.conversationId, turn, answer))
  } finally {
    writing.end()
  }
}

type Opened = { turn: Turn; judgement: Judgement; doubt: Doubt | null }

/** Judges the contact's words. Null where that was all there is to the turn. */
async function openTurn(
  work: UnitOfWork,
  { conversationId, seq }: JobData['bot_turn'],
): Promise<Opened | null> {
  const found = await findConversation(work, conversationId, { lock: true })
  if (!found || found.last_contact_seq !== seq || found.turn_seq >= seq) return null
  const context = await readTurn(work, found)
  const row = context?.bot.mode === 'autopilot' ? found : await switchOff(work, found)
  if (!context || context.bot.mode === 'off') return null
  if (context.bot.mode === 'suggestive')
    work.enqueue('suggestion', { workspaceId: work.workspaceId, conversationId, seq })
  const judgement = judgeContact(context)
  const assessed = { conversationId, seq, judged: 'contact' as const, judgement, context }
  if (row.bot_status === 'asleep') {
    await recordAssessment(work, { ...assessed, outcome: 'bot_asleep' })
    if (judgement.fired) await changeControl(work, row, { type: 'asked_again' })
    return null
  }
  if (context.bot.mode === 'suggestive') {
    await recordAssessment(work, {
      ...assessed,
      outcome: judgement.fired ? 'would_hand_over' : 'would_answer',
    })
    return null
  }
  const turn: Turn = {
    context,
    epoch: row.epoch,
    readUpTo: seq,
    attempts: judgement.assessment.failedAttempts,
  }
  const machine = spotMachine(row, context.messages)
  if (machine) {
    await leaveMachine(work, row, turn, machine)
    await recordAssessment(work, { ...assessed, outcome: machine })
    return null
  }
  const doubt = await openDoubt(work, findDoubts(judgement.assessment, context.scenarios))
  if (doubt) return { turn, judgement, doubt }
  return (await decide(work, row, turn, seq, judgement)) ? { turn, judgement, doubt } : null
}

/** Asks the model, and decides by what it says. False where that was all there is to the turn. */
async function settleDoubt(
  app: AppContext,
  { workspaceId, conversationId, seq }: JobData['bot_turn'],
  { turn, judgement }: Opened,
  doubt: Doubt,
): Promise<boolean> {
  const opinion = await secondOpinion(app, workspaceId, doubt, turn.context)
  return inWorkspace(app, workspaceId, async (work) => {
    const row = await findConversation(work, conversationId, { lock: true })
    if (!row) return false
    const judged = withOpinion(judgement, turn.context, opinion)
    const isStale = row.epoch !== turn.epoch
    if (!isStale && row.last_contact_seq === seq) return decide(work, row, turn, seq, judged, opinion)
    await recordAssessment(work, {
      conversationId,
      seq,
      judged: 'contact',
      judgement: judged,
      context: turn.context,
      outcome: isStale ? 'dropped_stale_epoch' : 'dropped_newer_message',
      opinion,
    })
    return false
  })
}

/** Hands over or lets the bot answer, and writes down why. True where its brain is to be asked. */
async function decide(
  work: UnitOfWork,
  row: ConversationRow,
  turn: Turn,
  seq: number,
  judgement: Judgement,
  opinion?: Opinion,
): Promise<boolean> {
  const { context } = turn
  const assessed = { conversationId: row.id, seq, judged: 'contact' as const, judgement, context, opinion }
  if (judgement.fired) {
    const begun = await beginHandover(work, row, turn, judgement, judgement.fired)
    await recordAssessment(work, { ...assessed, outcome: begun ? 'handed_over' : 'already_handed_over' })
    return !judgement.fired.pause_bot
  }
  await recordAssessment(work, { ...assessed, outcome: 'bot_answers' })
  const { brain } = context.bot
  if (brain.kind !== 'external' || brain.url) return true
  await yieldTurn(work, row, turn)
  return false
}

/** No bot on autopilot answers here any more: who waits for it needs a human. */
async function switchOff(work: UnitOfWork, row: ConversationRow): Promise<ConversationRow> {
  return (await changeControl(work, row, { type: 'bot_switched', botOn: false })).row
}

/** The outside bot is told that it is its move, and under which epoch. */
async function yieldTurn(work: UnitOfWork, row: ConversationRow, turn: Turn): Promise<void> {
  const { refused } = await changeControl(work, row, {
    ...turnEvent(turn),
    outcome: { do: 'wait' },
  })
  if (refused) return
  work.emit({
    type: 'bot.turn',
    conversationId: row.id,
    data: { botId: turn.context.bot.id, epoch: turn.epoch, seq: turn.readUpTo },
  })
}

async function closeTurn(
  work: UnitOfWork,
  conversationId: string,
  turn: Turn,
  answer: Answer | null,
): Promise<void> {
  const row = await findConversation(work, conversationId, { lock: true })
  if (!row) return
  // Somebody may have switched it off while it was thinking.
  if ((await botBehind(work, row))?.mode !== 'autopilot') {
    await switchOff(work, row)
    return
  }
  if (answer) await settleAnswer(work, row, turn, answer)
  else await yieldTurn(work, row, turn)
}

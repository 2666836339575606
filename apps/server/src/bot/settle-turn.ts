import type { Refusal } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import { changeControl } from '../conversation/change-control.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { writeBrief } from '../handover/brief.ts'
import { type HandoverSettings, plainSettings, planHandover } from '../handover/plan-handover.ts'
import type { HandoverDetails } from '../handover/record-handover.ts'
import type { ScenarioRow } from '../scenario/queries.ts'
import type { Answer } from './brain/brain.ts'
import { evidenceOf, quoteOf } from './evidence.ts'
import { type Judgement, judgeAnswer } from './judge.ts'
import type { TurnContext } from './read-turn.ts'
import { recordAssessment } from './record-assessment.ts'

/** A turn on its way: what it has read, and under which epoch it began. */
export type Turn = {
  context: TurnContext
  epoch: number
  /** Null: an outside bot speaks without saying what it has read. */
  readUpTo: number | null
  attempts: number
}

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
  const judgement = judgeAnswer(context, {
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
  const { fired } = judgement
  if (fired) {
    const begun = await beginHandover(work, row, turn, judgement, fired)
    if (begun?.handoverId && fired.pause_bot) return { outcome: 'handed_over', handoverId: begun.handoverId }
    if (begun) row = begun.row
  }
  if (answer.text.trim() === '')
    return handOverFor(work, row, turn, 'lack_of_information', 'The bot had no answer.')
  const sent = await changeControl(
    work,
    row,
    { ...turnEvent(turn), outcome: { do: 'answer', text: answer.text } },
    { answer },
  )
  if (sent.refused === undefined && sent.messageId)
    return { outcome: 'sent', messageId: sent.messageId, seq: sent.control.lastSeq }
  if (sent.refused !== 'message_cap') return { outcome: 'refused', refusal: sent.refused ?? 'no_change' }
  return handOverFor(
    work,
    row,
    turn,
    'message_cap',
    `The bot had sent ${turn.context.bot.message_cap} messages.`,
  )
}

/** Begins the handover of the scenario that fired. Null where the state machine refused it. */
export async function beginHandover(
  work: UnitOfWork,
  row: ConversationRow,
  turn: Turn,
  judgement: Judgement,
  scenario: ScenarioRow,
): Promise<{ handoverId: string; row: ConversationRow } | null> {
  const { context } = turn
  const score = judgement.assessment.scores.find((entry) => entry.scenarioId === scenario.id)
  const quote = score ? quoteOf(context, score.evidence) : null
  const begun = await begin(work, row, turn, scenario, 'handover', {
    kind: scenario.kind,
    scenarioName: scenario.name,
    cause: 'scenario',
    score: score?.score ?? null,
    threshold: score?.threshold ?? null,
    evidence: score ? evidenceOf(context, score.evidence) : [],
    why: quote ? `${scenario.name}: “${quote}”` : scenario.name,
  })
  return 'refusal' in begun ? null : begun
}

/**
 * Hands over without a scenario that fired, because nobody may be left unanswered. Who gets it is said by
 * the scenario that comes nearest to the reason, else by the first, else it is the queue.
 */
async function handOverFor(
  work: UnitOfWork,
  row: ConversationRow,
  turn: Turn,
  reason: 'lack_of_information' | 'message_cap',
  why: string,
): Promise<Settled> {
  const near = reason === 'message_cap' ? 'failed_to_resolve' : reason
  const { scenarios } = turn.context
  const scenario = scenarios.find(({ kind }) => kind === near) ?? scenarios[0]
  const settings: HandoverSettings = scenario
    ? { ...scenario, id: scenario.kind === reason ? scenario.id : null, pause_bot: true }
    : plainSettings
  const begun = await begin(
    work,
    row,
    turn,
    settings,
    reason === 'message_cap' ? 'message_cap' : 'handover',
    {
      kind: reason,
      scenarioName: reason === 'message_cap' ? 'Message limit reached' : 'Lack of information',
      cause: reason === 'message_cap' ? 'message_cap' : 'scenario',
      score: null,
      threshold: null,
      evidence: [],
      why,
    },
  )
  if ('refusal' in begun) return { outcome: 'refused', refusal: begun.refusal }
  return { outcome: 'handed_over', handoverId: begun.handoverId }
}

async function begin(
  work: UnitOfWork,
  row: ConversationRow,
  turn: Turn,
  settings: HandoverSettings,
  cause: 'handover' | 'message_cap',
  details: Omit<HandoverDetails, 'brief' | 'botId'> & { why: string },
): Promise<{ handoverId: string; row: ConversationRow } | { refusal: Refusal }> {
  const { context } = turn
  const { why, ...rest } = details
  const plan = await planHandover(work, row, settings, cause, context.contact.locale)
  const result = await changeControl(
    work,
    row,
    { ...turnEvent(turn), outcome: { do: 'hand_over', plan } },
    {
      handover: {
        ...rest,
        botId: context.bot.id,
        brief: writeBrief(context.contact, context.messages, why),
      },
    },
  )
  if (result.refused !== undefined) return { refusal: result.refused }
  return { handoverId: plan.handoverId, row: result.row }
}

function turnEvent({ context, epoch, readUpTo, attempts }: Turn) {
  return { type: 'bot_turn' as const, epoch, readUpTo, attempts, messageCap: context.bot.message_cap }
}

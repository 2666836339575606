import type { Opinion, TrialInput, TrialResult } from '@baton/contract'
import { isOptOut, type Turn } from '@baton/detection'
import { type AppContext, inWorkspace } from '../../context.ts'
import { enabledScenarios } from '../../scenario/queries.ts'
import { type Answer, ask, createBrain } from '../brain/brain.ts'
import { type Judgement, judgeAnswer, judgeContact, promisesPerson, withOpinion } from '../judge.ts'
import { findDoubts } from '../opinion/find-doubts.ts'
import { openDoubt, secondOpinion } from '../opinion/second-opinion.ts'
import type { TurnContext } from '../read-turn.ts'
import { findBot } from '../save-bot.ts'
import { type Cause, previewHandover } from './preview-handover.ts'

/**
 * Says what a bot would do on autopilot with the newest words of a trial. It takes the steps of a turn, in memory and in
 * their order, and stores nothing: no transaction is open while a model or the brain works.
 * @throws DomainError not_found
 */
export async function tryBot(
  app: AppContext,
  workspaceId: string,
  botId: string,
  input: TrialInput,
): Promise<TrialResult> {
  const { context, judgement: atOnce, doubt } = await open(app, workspaceId, botId, input)
  const opinion = doubt && (await secondOpinion(app, workspaceId, doubt, context))
  const judgement = opinion ? withOpinion(atOnce, context, opinion) : atOnce
  const contact = viewJudgement(judgement, opinion)
  const silent = { answer: null, handover: null, contact, reply: null }

  if (isOptOut(context.turns.at(-1)?.text ?? '')) return { ...silent, outcome: 'opted_out' }
  const flag = judgement.fired
    ? await previewHandover(app, context, { scenario: judgement.fired, judgement })
    : null
  if (flag?.pausesBot) return { ...silent, outcome: 'hands_over', handover: flag }

  const answer = await ask(createBrain(app, context.bot), context, (error) =>
    app.log.warn({ botId, reason: String(error) }, 'the bot could not answer in a trial'),
  )
  if (!answer) return { ...silent, outcome: 'outside', handover: flag }
  const replied = judgeAnswer(context, turnOf(answer))
  const cause = causeOf(context, answer, replied)
  const handover = cause ? await previewHandover(app, context, cause) : flag
  return {
    outcome: handover?.pausesBot ? 'hands_over' : 'answers',
    answer: viewAnswer(answer),
    handover,
    contact,
    reply: viewJudgement(replied, null),
  }
}

async function open(
  app: AppContext,
  workspaceId: string,
  botId: string,
  { turns, watermark, locale = null }: TrialInput,
) {
  return await inWorkspace(app, workspaceId, async (work) => {
    const bot = await findBot(work, botId)
    const context: TurnContext = {
      bot,
      scenarios: await enabledScenarios(work, bot.id),
      contact: { name: null, email: null, phone: null, locale },
      messages: [],
      turns,
      watermark,
    }
    const judgement = judgeContact(context)
    return {
      context,
      judgement,
      doubt: await openDoubt(work, findDoubts(judgement.assessment, context.scenarios)),
    }
  })
}

/** What an answer would be turned into a handover by. A flag that fires lets it be sent, if there is anything to send. */
function causeOf(context: TurnContext, { text, handOver }: Answer, judgement: Judgement): Cause | null {
  if (handOver) return { reason: 'bot_asked', asked: handOver }
  const { fired } = judgement
  if (fired?.pause_bot) return { scenario: fired, judgement }
  if (text.trim() === '') return { reason: 'lack_of_information', why: '' }
  const sent = context.turns.slice(context.watermark).filter(({ from }) => from === 'bot').length
  if (sent >= context.bot.message_cap) return { reason: 'message_cap', why: '' }
  if (fired) return { scenario: fired, judgement }
  return promisesPerson(text) ? { reason: 'bot_promised' } : null
}

function turnOf({ text, answered, confidence, failed }: Answer): Turn {
  return {
    from: 'bot',
    text,
    ...(answered === null ? {} : { answered }),
    ...(confidence === null ? {} : { confidence }),
    ...(failed ? { error: true } : {}),
  }
}

function viewAnswer({ text, answered, confidence, sources = [], failed = false }: Answer) {
  return { text, answered, confidence, sources, failed }
}

function viewJudgement({ assessment, fired }: Judgement, opinion: Opinion | null) {
  const { decision, failedAttempts, scores } = assessment
  return {
    // A model may have decided otherwise than detection.
    decision: fired ? ('hand_over' as const) : decision === 'hand_over' ? ('answer' as const) : decision,
    scenarioId: fired?.id ?? null,
    failedAttempts,
    scores,
    opinion,
  }
}

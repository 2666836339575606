import type { AnswerSource } from '@baton/contract'
import type { AppContext } from '../../context.ts'
import type { MessageRow } from '../../conversation/queries.ts'
import type { BotRow, TurnContext } from '../read-turn.ts'
import type { HumanPart } from '../sum-up-return.ts'
import { externalBrain, postingBot } from './external.ts'
import { knowledgeBrain } from './knowledge.ts'
import { modelBrain } from './model.ts'
import { needsWords } from './needs-words.ts'
import { scriptedBrain } from './scripted.ts'

/** What a bot answers, and what it says of its own answer. */
export type Answer = {
  text: string
  answered: boolean | null
  confidence: number | null
  /** The articles that it quotes. */
  sources?: AnswerSource[]
  /** True when the brain failed: an error, or no answer in time. */
  failed?: boolean
  /** It does not answer but wants a person to: by which scenario, if it named one, and why. */
  handOver?: { scenario: string | null; reason: string }
}

/** What a brain is asked with: the conversation so far, and the rules it stands under. */
export type Request = Pick<TurnContext, 'bot' | 'scenarios' | 'contact' | 'turns'> & {
  /** What was said while the bot slept, where somebody of the staff wrote since it spoke last. */
  summary?: HumanPart | null
  /** Which turn it is, of which conversation. Left out: it is only tried, and nobody waits for the answer. */
  turn?: { conversationId: string; epoch: number; seq: number; messages: MessageRow[] }
  /** Aborted when its time is up. */
  signal: AbortSignal
  /** Told while it writes: all it has written so far. Nothing of it counts before the answer is there. */
  onText?: (text: string) => void
}

/** What writes a bot's answers. Null: it answers by itself, through the API, when it is ready. */
export type Brain = {
  answer: (request: Request) => Promise<Answer | null>
  /** Up to `count` different answers for staff to choose from, best first. Left out: the one that it would give. */
  suggest?: (request: Request, count: number) => Promise<Answer[]>
}

const answerMs = 30_000

/**
 * Asks a brain, and takes a failure or half a minute of silence for an answer: that it has none. So the contact
 * is handed over rather than left alone.
 */
export async function ask(
  brain: Brain,
  request: Omit<Request, 'signal'>,
  onError: (error: unknown) => void,
): Promise<Answer | null> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new Error(`no answer in ${answerMs / 1000} s`)), answerMs)
  const aborted = new Promise<never>((_, reject) => {
    late.signal.addEventListener('abort', () => reject(late.signal.reason))
  })
  try {
    return await Promise.race([brain.answer({ ...request, signal: late.signal }), aborted])
  } catch (error) {
    onError(error)
    return { text: '', answered: false, confidence: null, failed: true }
  } finally {
    clearTimeout(timer)
  }
}

export function createBrain(app: AppContext, bot: BotRow): Brain {
  switch (bot.brain.kind) {
    case 'external':
      return bot.brain.url ? needsWords(externalBrain(app, bot, bot.brain.url)) : postingBot
    case 'knowledge':
      return needsWords(knowledgeBrain(app, bot))
    case 'model':
      return needsWords(modelBrain(app, bot))
    case 'scripted':
      return needsWords(scriptedBrain(bot.brain))
  }
}

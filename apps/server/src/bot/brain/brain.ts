import type { AnswerSource } from '@baton/contract'
import type { Turn } from '@baton/detection'
import type { AppContext } from '../../context.ts'
import type { BotRow } from '../read-turn.ts'
import { externalBrain } from './external.ts'
import { knowledgeBrain } from './knowledge.ts'
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
}

/** What writes a bot's answers. Null: it answers by itself, through the API, when it is ready. */
export type Brain = {
  answer: (turns: readonly Turn[]) => Promise<Answer | null>
}

const answerMs = 30_000

/**
 * Asks a brain, and takes a failure or half a minute of silence for an answer: that it has none. So the contact
 * is handed over rather than left alone.
 */
export async function ask(
  brain: Brain,
  turns: readonly Turn[],
  onError: (error: unknown) => void,
): Promise<Answer | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${answerMs / 1000} s`)), answerMs)
  })
  try {
    return await Promise.race([brain.answer(turns), late])
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
      return externalBrain
    case 'knowledge':
      return knowledgeBrain(app, bot)
    case 'scripted':
      return scriptedBrain(bot.brain)
  }
}

import type { Turn } from '@baton/detection'
import { answerSmallTalk } from '@baton/knowledge'
import { answerFromArticles } from '../../article/answer-from-articles.ts'
import { type AppContext, inWorkspace } from '../../context.ts'
import type { BotRow } from '../read-turn.ts'
import type { Brain } from './brain.ts'

/** From here on a passage is worth a look. A person reads it before it is sent, so it is less than an answer needs. */
const draftFrom = 0.2

/**
 * Quotes the article that answers what the contact has written since the bot spoke last. Where none does it has no
 * answer and says so, which hands over. Greetings and thanks it returns. It needs no model, and an article is only ever quoted.
 */
export function knowledgeBrain(app: AppContext, bot: BotRow): Brain {
  return {
    async answer({ turns }) {
      const asked = newestWords(turns)
      const { text, answered, confidence, sources } = await inWorkspace(app, bot.workspace_id, (work) =>
        answerFromArticles(work, bot.id, asked),
      )
      const pleasantry = answered ? null : answerSmallTalk(asked)
      if (pleasantry !== null) return { text: pleasantry, answered: true, confidence: 1 }
      return { text, answered, confidence, sources }
    },
    async suggest({ turns }, count) {
      const { passages } = await inWorkspace(app, bot.workspace_id, (work) =>
        answerFromArticles(work, bot.id, newestWords(turns)),
      )
      return passages
        .filter(({ score }) => score >= draftFrom)
        .slice(0, count)
        .map(({ text, score, ...source }) => ({
          text,
          answered: null,
          confidence: score,
          sources: [source],
        }))
    },
  }
}

/** What a contact writes in a burst is one question. */
export function newestWords(turns: readonly Turn[]): string {
  const since = turns.findLastIndex(({ from }) => from !== 'contact') + 1
  return turns
    .slice(since)
    .map(({ text }) => text)
    .join('\n')
}

import { answerFromArticles } from '../../article/answer-from-articles.ts'
import { type AppContext, inWorkspace } from '../../context.ts'
import { openModel } from '../../model/open-model.ts'
import { recordUse } from '../../workspace/model.ts'
import type { BotRow } from '../read-turn.ts'
import type { Answer, Brain, Request } from './brain.ts'
import { newestWords } from './knowledge.ts'
import { readMarks, readMarksSoFar } from './model-prompt.ts'

const longestReason = 300

/**
 * Lets the workspace's model answer, from the passages nearest to the question. It may call a person, or say that it has no
 * answer. Whether the contact asks for a person is not left to it: detection has decided that before.
 */
export function modelBrain(app: AppContext, bot: BotRow): Brain {
  return {
    async answer(request) {
      const { access, passages } = await inWorkspace(app, bot.workspace_id, async (work) => ({
        access: await openModel(work),
        passages: (await answerFromArticles(work, bot.id, newestWords(request.turns))).passages,
      }))
      if (typeof access === 'string') throw new Error(access)
      // Loaded when it is first needed: most servers have no model, and it takes memory.
      const { writeWithModel } = await import('./write-with-model.ts')
      const written = await writeWithModel(access, request, passages, (text) =>
        request.onText?.(readMarksSoFar(text, passages.length)),
      )
      const { failure, call, inputTokens, outputTokens } = written
      await inWorkspace(app, bot.workspace_id, (work) =>
        recordUse(work, { failed: failure !== null, inputTokens, outputTokens }),
      )
      if (call?.tool === 'answer_unknown') return { text: '', answered: false, confidence: null }
      if (call) return callFor(call, request)
      if (failure !== null) throw new Error(failure)
      const { text, used } = readMarks(written.text, passages.length)
      const sources = used.flatMap((number) => {
        const passage = passages[number - 1]
        if (!passage) return []
        const { articleId, title, heading, url } = passage
        return [{ articleId, title, heading, url }]
      })
      return { text, answered: null, confidence: null, sources }
    },
  }
}

function callFor(call: { scenario: string | null; reason: string }, { scenarios }: Request): Answer {
  const scenario = scenarios.find(({ name }) => name === call.scenario)
  return {
    text: '',
    answered: null,
    confidence: null,
    handOver: {
      scenario: scenario?.name ?? null,
      reason: call.reason.trim().replace(/\s+/g, ' ').slice(0, longestReason),
    },
  }
}

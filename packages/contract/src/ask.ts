import { z } from 'zod'
import { answerSource } from './message.ts'
import { id, line } from './scalar.ts'

export const askInput = z
  .strictObject({ question: line(2_000).meta({ examples: ['How do I send an item back?'] }) })
  .meta({ id: 'AskInput' })

/** What a bot with the knowledge brain would do with a question. */
export const askResult = z
  .object({
    answered: z.boolean().meta({ description: 'Whether an article answers it.' }),
    confidence: z
      .number()
      .meta({ description: 'From 0 to 1. From 0.3 on it counts as an answer.', examples: [0.71] }),
    text: z.string().nullable().meta({ description: 'What the bot would quote. Null: nothing.' }),
    sources: z.array(answerSource),
    passages: z
      .array(z.object({ ...answerSource.shape, text: z.string(), score: z.number() }))
      .meta({ description: 'What comes nearest, best first, whether or not it answers.' }),
    wouldHandOver: z.boolean(),
    scenarioId: id.nullable().meta({ description: 'The scenario that would fire.' }),
    why: z.enum(['question', 'no_answer', 'answer', 'nothing']).meta({
      description:
        'What would hand over: the words of the question, that there is no answer, or the words of the answer.',
    }),
  })
  .meta({ id: 'AskResult' })
export type AskResult = z.output<typeof askResult>

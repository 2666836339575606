import { z } from 'zod'
import { id, instant, queryNumber } from './scalar.ts'

export const unansweredQuery = z.strictObject({
  days: queryNumber()
    .min(1)
    .max(365)
    .default(30)
    .meta({ description: 'How far back to look.', examples: [30] }),
})
export type UnansweredQuery = z.output<typeof unansweredQuery>

const unansweredQuestion = z.object({
  question: z.string().meta({
    description: 'As it was asked last.',
    examples: ['Do you ship to islands?'],
  }),
  count: z.int().meta({ description: 'How often it was asked, in one wording or another.', examples: [3] }),
  lastAskedAt: instant,
  asked: z
    .array(z.object({ text: z.string(), conversationId: id, handoverId: id, at: instant }))
    .meta({ description: 'Each time, newest first.' }),
})

export const unansweredQuestions = z
  .object({ items: z.array(unansweredQuestion).meta({ description: 'Those asked last come first.' }) })
  .meta({ id: 'UnansweredQuestions' })
export type UnansweredQuestions = z.output<typeof unansweredQuestions>

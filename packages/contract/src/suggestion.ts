import { z } from 'zod'
import { answerSource } from './message.ts'
import { id } from './scalar.ts'

const suggestion = z
  .object({
    text: z.string().meta({ examples: ['Parcels take two days.'] }),
    confidence: z
      .number()
      .nullable()
      .meta({ examples: [0.71] }),
    sources: z.array(answerSource),
  })
  .meta({ id: 'Suggestion' })
export type Suggestion = z.output<typeof suggestion>

/** What a suggestive bot would say to what the contact wrote last. */
export const suggestions = z
  .object({
    seq: z
      .int()
      .nullable()
      .meta({ description: "The contact's message. Null: nothing of the contact waits.", examples: [3] }),
    items: z
      .array(suggestion)
      .max(3)
      .meta({ description: 'At most three drafts, best first. They are gone once somebody has answered.' }),
    wouldHandOver: z
      .object({
        scenarioId: id.nullable().meta({ description: 'Null: because the bot had no answer.' }),
        scenarioName: z
          .string()
          .nullable()
          .meta({ examples: ['Wants a person'] }),
        quote: z
          .string()
          .nullable()
          .meta({ description: 'The words that spoke for it.', examples: ['talk to a person'] }),
      })
      .nullable()
      .meta({ description: 'On autopilot it would hand over.' }),
  })
  .meta({ id: 'Suggestions' })
export type Suggestions = z.output<typeof suggestions>

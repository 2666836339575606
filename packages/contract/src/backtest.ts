import { z } from 'zod'
import { evidence, triedScenarios } from './assessment.ts'
import { verdict } from './handover.ts'
import { author } from './message.ts'
import { id, instant } from './scalar.ts'

export const backtestInput = z
  .strictObject({
    scenarios: triedScenarios.optional(),
    last: z
      .int()
      .min(1)
      .max(500)
      .default(500)
      .meta({ description: 'How many conversations, by their newest message.' }),
  })
  .meta({ id: 'BacktestInput' })
export type BacktestInput = z.output<typeof backtestInput>

const backtestItem = z.object({
  conversationId: id,
  contactName: z
    .string()
    .nullable()
    .meta({ examples: ['Jo'] }),
  outcome: z.enum(['fires', 'fires_no_more', 'cannot_tell']).meta({
    description:
      '`fires`: a scenario fires. `fires_no_more`: none does, and one did then. `cannot_tell`: then it was an answer of ' +
      'the bot that fired. It was never sent, so it cannot be read again.',
  }),
  fired: z
    .object({
      scenarioId: id,
      scenarioIndex: z.int().meta({ description: 'Place of the scenario in the list.', examples: [0] }),
      scenarioName: z.string().meta({ examples: ['Wants a person'] }),
      score: z.number().meta({ examples: [0.97] }),
      threshold: z.number().meta({ examples: [0.5] }),
      seq: z.int().meta({ description: 'The message at which it fires.', examples: [3] }),
      author,
      text: z.string().meta({ description: 'Its words, the first 2,000 characters of them.' }),
      at: instant,
      evidence: z.array(evidence),
    })
    .nullable(),
  handover: z
    .object({
      id,
      scenarioId: id.nullable(),
      scenarioName: z.string().meta({ examples: ['Wants a person'] }),
      beganAt: instant,
      feedback: verdict.nullable().meta({ description: 'Whether it was right, where somebody said so.' }),
    })
    .nullable()
    .meta({ description: 'What fired then. Handovers by hand do not count.' }),
})
export type BacktestItem = z.output<typeof backtestItem>

export const backtestResult = z
  .object({
    looked: z.int().meta({ description: 'How many conversations were read.', examples: [500] }),
    complete: z.boolean().meta({ description: 'False: the time was up before all were read.' }),
    fires: z.int().meta({ description: 'In how many a scenario fires.', examples: [14] }),
    firedThen: z.int().meta({ description: 'In how many one fired then.', examples: [11] }),
    items: z.array(backtestItem).meta({ description: 'Those in which one fires, or did, newest first.' }),
  })
  .meta({ id: 'BacktestResult' })
export type BacktestResult = z.output<typeof backtestResult>

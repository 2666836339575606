import { z } from 'zod'
import { author } from './message.ts'
import { id, instant } from './scalar.ts'
import { scenarioKind } from './scenario.ts'

/** What Baton posts to an outside bot when it is the bot's turn. */
export const botCall = z
  .object({
    turnId: z.string().meta({
      description: 'The same in `webhook-id`. Should Baton ask twice about one turn, it is the same again.',
      examples: ['turn_0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64_3_1'],
    }),
    trial: z.boolean().meta({ description: 'True: nobody waits for the answer, so do nothing that stays.' }),
    workspaceId: id,
    botId: id,
    conversationId: id.nullable().meta({ description: 'Null only in a trial.' }),
    epoch: z
      .int()
      .nullable()
      .meta({
        description: 'Send it along with what you post later. Null only in a trial.',
        examples: [1],
      }),
    language: z.string().meta({ description: 'The language that the bot is set to.', examples: ['en'] }),
    contact: z.object({
      name: z
        .string()
        .nullable()
        .meta({ examples: ['Jo'] }),
      locale: z
        .string()
        .nullable()
        .meta({ examples: ['de'] }),
    }),
    messages: z
      .array(
        z.object({
          from: author,
          text: z.string().meta({ examples: ['Where is my parcel?'] }),
          at: instant,
        }),
      )
      .meta({ description: 'Oldest first, at most the last 60, without notes.' }),
    summary: z
      .object({
        personWrote: z.int().meta({ description: 'How many messages the staff wrote.', examples: [1] }),
        said: z.array(z.object({ from: z.enum(['contact', 'person']), text: z.string() })),
        unanswered: z.array(z.string()).meta({
          description: 'What the contact wrote since then.',
          examples: [['And when will it come?']],
        }),
      })
      .nullable()
      .meta({
        description:
          'What was said while the bot slept, each line cut short. Null: no person wrote since it spoke.',
        examples: [null],
      }),
    scenarios: z
      .array(z.object({ name: z.string().meta({ examples: ['Wants a person'] }), kind: scenarioKind }))
      .meta({ description: 'The enabled scenarios, by whose names you may hand over.' }),
  })
  .meta({ id: 'BotCall' })
export type BotCall = z.output<typeof botCall>

/** What an outside bot answers with. Fields that are not named here are dropped. */
export const botAnswer = z
  .object({
    text: z
      .string()
      .max(20_000)
      .default('')
      .meta({ description: 'What the contact reads. Empty: the bot has no answer.' }),
    answered: z.boolean().nullish().meta({
      description: 'False: the bot has no answer. With a scenario *lack of information* that hands over.',
    }),
    confidence: z.number().min(0).max(1).nullish(),
    handOver: z
      .object({
        scenario: z.string().max(80).nullish().meta({ description: 'The name of a scenario of the bot.' }),
        reason: z.string().max(1_000).nullish().meta({ description: 'Why, for the person who takes it.' }),
      })
      .nullish()
      .meta({ description: 'Hands over in place of an answer.' }),
  })
  .meta({ id: 'BotAnswer' })
export type BotAnswer = z.input<typeof botAnswer>

export const callSecret = z
  .object({
    secret: z.string().meta({
      description: 'Verifies the signature of each call (Standard Webhooks). Shown this once.',
      examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    }),
  })
  .meta({ id: 'CallSecret' })

export const callResult = z
  .object({
    outcome: z.enum(['answered', 'hands_over', 'later', 'failed']).meta({
      description: '`later`: it answered 204, and posts by itself when it is ready.',
      examples: ['answered'],
    }),
    reason: z
      .string()
      .nullable()
      .meta({ description: 'Why it failed.', examples: [null] }),
    text: z
      .string()
      .nullable()
      .meta({ examples: ['Hello! How can I help?'] }),
    handOver: z
      .object({ scenario: z.string().nullable(), reason: z.string() })
      .nullable()
      .meta({ description: 'By which scenario it would hand over, and why.' }),
    milliseconds: z.int().meta({ examples: [120] }),
  })
  .meta({ id: 'CallResult' })
export type CallResult = z.output<typeof callResult>

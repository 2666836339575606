import { z } from 'zod'
import { tryResult } from './assessment.ts'
import { handover } from './handover.ts'
import { answerSource } from './message.ts'
import { opinion } from './model.ts'
import { instant, words } from './scalar.ts'
import { locale, reactivation } from './scenario.ts'

const mostTurns = 50

const fromContact = z.strictObject({
  from: z.literal('contact'),
  text: words.meta({ examples: ['Where is my parcel?'] }),
})
const fromBot = z.strictObject({
  from: z.literal('bot'),
  text: z
    .string()
    .max(20_000)
    .meta({ examples: ['It is on its way.'] }),
  answered: z.boolean().optional().meta({ description: 'What the bot said of its own answer.' }),
  confidence: z.number().min(0).max(1).optional(),
})

/** A conversation with a bot that only the one who tries it out has. */
export const trialInput = z
  .strictObject({
    turns: z
      .array(z.discriminatedUnion('from', [fromContact, fromBot]))
      .min(1)
      .max(mostTurns)
      .refine((turns) => turns.at(-1)?.from === 'contact', {
        error: 'The last turn must be of the contact: that is what the bot reads.',
      })
      .meta({ description: 'The trial so far, oldest first. The last one is what the contact says now.' }),
    watermark: z.int().min(0).max(mostTurns).default(0).meta({
      description: 'Turns before this index trigger nothing any more, as when the bot has woken since.',
    }),
    locale: locale.nullish().meta({ description: 'The language of the contact.', examples: ['de'] }),
  })
  .meta({ id: 'TrialInput' })
export type TrialInput = z.output<typeof trialInput>

const judgement = tryResult
  .pick({ decision: true, scenarioId: true, failedAttempts: true, scores: true })
  .extend({
    opinion: opinion
      .nullable()
      .meta({ description: 'What a model said, where detection was in doubt and one is set.' }),
  })

const trialAnswer = z.object({
  text: z.string().meta({ examples: ['Parcels take two days.'] }),
  answered: z.boolean().nullable(),
  confidence: z
    .number()
    .nullable()
    .meta({ examples: [0.71] }),
  sources: z.array(answerSource),
  failed: z.boolean().meta({
    description: 'True: there was an error, or no answer in time.',
    examples: [false],
  }),
})

const trialHandover = handover
  .pick({
    scenarioId: true,
    scenarioName: true,
    kind: true,
    cause: true,
    score: true,
    threshold: true,
    userId: true,
    teamId: true,
    trail: true,
    respondBy: true,
  })
  .extend({
    queued: z.boolean().meta({ description: 'True: nobody could take it, all admins would be told.' }),
    pausesBot: z.boolean().meta({
      description: 'False: it flags the conversation, and the bot goes on.',
      examples: [true],
    }),
    finalMessage: z
      .string()
      .nullable()
      .meta({
        description: "In the contact's language where it is translated. Null: the contact hears none.",
        examples: ['Thank you! Someone from the team will get back to you.'],
      }),
    task: z.object({ title: z.string(), text: z.string(), dueAt: instant }).nullable(),
    tags: z.array(z.string()).meta({ examples: [['human_handover']] }),
    reactivation: reactivation.nullable(),
    wakesAt: instant
      .nullable()
      .meta({ description: 'When the bot would wake if nobody wrote. Null: not by itself.' }),
  })

/** What a bot would do with what the contact says. */
export const trialResult = z
  .object({
    outcome: z.enum(['answers', 'hands_over', 'outside', 'opted_out']).meta({
      description:
        '`outside`: the outside bot answers by itself, so that it cannot be asked here. `opted_out`: the contact asked it ' +
        'to stop, so it would sleep.',
      examples: ['answers'],
    }),
    answer: trialAnswer.nullable().meta({
      description: 'What the bot wrote. With a handover that pauses the bot it would not be sent.',
    }),
    handover: trialHandover.nullable(),
    contact: judgement.meta({ description: 'Why, or why not, by the words of the contact.' }),
    reply: judgement.nullable().meta({
      description:
        'The same by the answer. Null: there was none to judge. Its own turn comes after the last.',
    }),
  })
  .meta({ id: 'TrialResult' })
export type TrialResult = z.output<typeof trialResult>

import { z } from 'zod'
import { opinion } from './model.ts'
import { id, instant, words } from './scalar.ts'
import { attempts, scenarioKind, triggerCondition } from './scenario.ts'

const reasons = [
  'asks_for_person',
  'refuses_bot',
  'accepts_offer',
  'may_want_person',
  'promised_person',
  'like_example',
  'not_answered',
  'low_confidence',
  'error',
  'empty_answer',
  'does_not_know',
  'did_not_help',
  'asked_again',
  'bot_repeated_itself',
  'frustrated',
  'negated',
  'declines_offer',
  'mention',
  'asks_if_bot',
  'quoted',
  'thanks',
  'new_topic',
] as const

const mark = {
  start: z.int().meta({ description: 'Where the words begin in the text, in UTF-16 units.', examples: [0] }),
  end: z.int().meta({
    description: 'Where they end. The same as `start` when there is nothing to mark.',
    examples: [26],
  }),
  speaks: z.enum(['for', 'against']),
  reason: z.enum(reasons),
}

/** Words of a message that counted. */
export const evidence = z
  .object({
    seq: z
      .int()
      .nullable()
      .meta({ description: 'The message. Null: an answer of the bot that was never sent.', examples: [3] }),
    ...mark,
  })
  .meta({ id: 'Evidence' })
export type Evidence = z.output<typeof evidence>

const turnEvidence = z.object({
  turn: z.int().meta({ description: 'Index into the turns that were given.', examples: [0] }),
  ...mark,
})

const decision = z.enum(['answer', 'offer', 'hand_over']).meta({
  examples: ['hand_over'],
  description:
    '`answer`: the bot goes on. `offer`: it asks whether to fetch a person. `hand_over`: a scenario fired.',
})

function scored<Item extends z.ZodType>(item: Item) {
  return z.object({
    scenarioId: id,
    kind: scenarioKind,
    score: z.number().meta({ description: 'From 0 to 1.', examples: [0.97] }),
    threshold: z.number().meta({ description: 'The score from which it fires.', examples: [0.5] }),
    fired: z.boolean().meta({ examples: [true] }),
    evidence: z.array(item),
    note: z
      .enum([
        'reads_the_contact',
        'reads_the_bot',
        'user_spoke',
        'before_watermark',
        'no_turns',
        'no_phrases',
      ])
      .optional()
      .meta({ description: 'Why the scenario was not asked.' }),
  })
}

const failedAttempts = z.number().meta({
  description: 'Answers of the bot that did not help, so far. Counts in halves.',
  examples: [0],
})

export const scenarioScore = scored(evidence)
export type ScenarioScore = z.output<typeof scenarioScore>

/** Why, or why not, for one turn of a conversation. */
export const assessment = z
  .object({
    seq: z.int().meta({ description: 'The message of the contact that the turn was about.', examples: [3] }),
    judged: z.enum(['contact', 'bot']).meta({
      description: "Whether the contact's words were judged, or the bot's answer to them.",
    }),
    decision,
    outcome: z.string().meta({
      description:
        'What was done: `handed_over`, `already_handed_over`, `bot_answers`, `sent`, `bot_asleep`, ' +
        '`would_hand_over` and `would_answer` (a suggestive bot), `dropped_…` with the reason.',
      examples: ['handed_over'],
    }),
    scenarioId: id.nullable(),
    failedAttempts,
    scores: z.array(scenarioScore),
    opinion: opinion
      .nullable()
      .meta({ description: 'What a model said, where detection was in doubt and one is set.' }),
    createdAt: instant,
  })
  .meta({ id: 'Assessment' })
export type Assessment = z.output<typeof assessment>

const tryTurn = z.strictObject({
  from: z.enum(['contact', 'bot', 'user']),
  text: z
    .string()
    .max(20_000)
    .meta({ examples: ['Where is my parcel?'] }),
  answered: z.boolean().optional().meta({ description: 'False when the bot says that it had no answer.' }),
  confidence: z.number().min(0).max(1).optional(),
  error: z.boolean().optional().meta({ description: 'True when the bot failed to answer.' }),
})

/** A scenario as it stands in an editor: only what detection reads, saved or not. */
const tryScenario = z.strictObject({
  id: id.optional(),
  kind: scenarioKind,
  name: z.string().max(80).default(''),
  enabled: z.boolean().default(true),
  triggerCondition: triggerCondition.default(''),
  // Half-typed phrases and doubles are no reason to say nothing.
  examplePhrases: z.array(z.string().max(300)).max(50).default([]),
  attempts: attempts.default(2),
})

export const triedScenarios = z.array(tryScenario).max(6).meta({
  description: 'Scenarios as they stand in an editor. Left out: those of the bot as they are saved.',
})
export type TriedScenarios = z.output<typeof triedScenarios>

export const tryInput = z
  .strictObject({
    text: words
      .optional()
      .meta({ description: 'One message of a contact.', examples: ['I want to talk to a person'] }),
    turns: z.array(tryTurn).min(1).max(200).optional().meta({
      description: 'A transcript, oldest first. The first turn that fires is reported.',
    }),
    judgeFrom: z
      .int()
      .min(0)
      .optional()
      .meta({
        description:
          'Index of the first turn that may fire. Those before it are only read along. Left out: all may.',
        examples: [0],
      }),
    scenarios: triedScenarios.optional(),
  })
  .refine((input) => (input.text === undefined) !== (input.turns === undefined), {
    error: 'Give `text` or `turns`, one of the two.',
  })
  .refine(({ turns = [], judgeFrom = 0 }) => judgeFrom === 0 || judgeFrom < turns.length, {
    error: 'Give the index of one of the `turns`.',
    path: ['judgeFrom'],
  })
  .meta({ id: 'TryInput' })
export type TryInput = z.output<typeof tryInput>

export const tryResult = z
  .object({
    decision,
    fired: z.boolean().meta({ examples: [true] }),
    scenarioId: id.nullable(),
    scenarioName: z
      .string()
      .nullable()
      .meta({ examples: ['Wants a person'] }),
    atTurn: z
      .int()
      .nullable()
      .meta({ description: 'Index of the turn that fired.', examples: [0] }),
    failedAttempts,
    scores: z.array(scored(turnEvidence)),
  })
  .meta({ id: 'TryResult' })
export type TryResult = z.output<typeof tryResult>

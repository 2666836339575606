import { z } from 'zod'
import { evidence } from './assessment.ts'
import { pageQuery } from './page.ts'
import { actor, id, instant, line } from './scalar.ts'
import { scenarioKind } from './scenario.ts'

/** One person or team that was asked to take it, and what came of it. */
const asked = z.object({
  as: z.enum(['present_owner', 'assignee', 'fallback']).meta({ examples: ['assignee'] }),
  userId: id.nullable(),
  teamId: id.nullable(),
  verdict: z.enum([
    'takes_it',
    'not_found',
    'deactivated',
    'no_permission',
    'away',
    'time_off',
    'holiday',
    'outside_hours',
    'at_capacity',
    'nobody_in_team',
  ]),
  because: z
    .array(z.string())
    .optional()
    .meta({ description: 'Why this member of the team.', examples: [['speaks de', 'next in turn']] }),
})

const handoverStep = z
  .object({
    step: z.enum(['final_message', 'pause_bot', 'assign', 'task', 'tags', 'notify']),
    status: z.enum(['done', 'failed', 'skipped']),
    detail: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({
        description: 'What was done, or why not: ids, tags, who was told.',
        examples: [{ messageId: '0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64' }],
      }),
  })
  .meta({ id: 'HandoverStep' })
export type HandoverStep = z.output<typeof handoverStep>

/** What the person who takes it reads first. */
const brief = z
  .object({
    contact: z.object({
      name: z
        .string()
        .nullable()
        .meta({ examples: ['Jo'] }),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      locale: z
        .string()
        .nullable()
        .meta({ examples: ['en'] }),
    }),
    firstAsked: z
      .string()
      .nullable()
      .meta({ examples: ['Where is my parcel?'] }),
    lastAsked: z
      .string()
      .nullable()
      .meta({ examples: ['I want to talk to a person'] }),
    botAnswered: z.array(z.string().meta({ examples: ['It is on its way.'] })),
    why: z.string().meta({ examples: ['Wants a person: “I want to talk to a person”'] }),
    summary: z
      .object({
        wants: z.string().meta({ examples: ['To know where their parcel is.'] }),
        tried: z.string().meta({ examples: ['The bot named the usual delivery times.'] }),
        next: z.string().meta({ examples: ['Look the parcel up and tell them where it is.'] }),
        language: z.string().meta({ examples: ['en'] }),
        model: z.string().meta({ examples: ['small-model'] }),
      })
      .optional()
      .meta({
        description: 'What a model made of the conversation, where one is set. It comes within seconds.',
      }),
  })
  .meta({ id: 'Brief' })
export type Brief = z.output<typeof brief>

export const verdict = z.enum(['needed', 'not_needed', 'too_late'])

const feedback = z.object({
  verdict,
  comment: z.string().nullable(),
  userId: id.nullable(),
  at: instant,
})
export type Feedback = z.output<typeof feedback>

export const feedbackInput = z
  .strictObject({
    verdict: verdict.meta({ description: 'Whether the handover was right.' }),
    comment: line(2_000).nullish(),
    userId: actor,
  })
  .meta({ id: 'FeedbackInput' })
export type FeedbackInput = z.output<typeof feedbackInput>

export const handoverStatus = z.enum(['waiting', 'claimed', 'ended'])

export const handover = z
  .object({
    id,
    conversationId: id,
    contactId: id,
    botId: id.nullable(),
    scenarioId: id.nullable().meta({ description: 'Null: by hand, or without a scenario of its own.' }),
    scenarioName: z.string().meta({ examples: ['Wants a person'] }),
    kind: z.enum([...scenarioKind.options, 'message_cap', 'by_hand']),
    cause: z.enum(['scenario', 'message_cap', 'bot', 'by_hand']),
    score: z
      .number()
      .nullable()
      .meta({ examples: [0.97] }),
    threshold: z
      .number()
      .nullable()
      .meta({ examples: [0.5] }),
    evidence: z.array(evidence),
    status: handoverStatus,
    outcome: z
      .enum(['handed_back', 'woken', 'resolved', 'superseded'])
      .nullable()
      .meta({
        description: 'How it ended. Null: it is open.',
        examples: [null],
      }),
    userId: id.nullable().meta({ description: 'Who it is assigned to. Null: it stands in *Needs a human*.' }),
    teamId: id.nullable(),
    trail: z
      .array(asked)
      .meta({ description: 'Who was asked to take it, in order: why it went to whom it went.' }),
    steps: z.array(handoverStep).meta({ description: 'Everything the handover did, in one transaction.' }),
    brief,
    beganAt: instant,
    beganBy: id.nullable().meta({ description: 'The user who handed over by hand.' }),
    respondBy: instant.nullable(),
    claimedBy: id.nullable(),
    claimedAt: instant.nullable(),
    repliedAt: instant.nullable().meta({ description: 'When a person first answered.' }),
    endedAt: instant.nullable(),
    feedback: feedback.nullable(),
    rating: z
      .object({ helped: z.boolean(), at: instant })
      .nullable()
      .meta({ description: 'What the contact said of it.', examples: [null] }),
  })
  .meta({ id: 'Handover' })
export type Handover = z.output<typeof handover>

export const handoverQuery = z.strictObject({
  ...pageQuery.shape,
  status: handoverStatus.optional(),
  conversationId: id.optional(),
  scenarioId: id.optional(),
})
export type HandoverQuery = z.output<typeof handoverQuery>

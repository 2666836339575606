import { z } from 'zod'
import { author, messageKind } from './message.ts'
import { pageQuery } from './page.ts'
import { actor, givenInstant, id, instant, line } from './scalar.ts'
import { assignTo } from './scenario.ts'

const sleepCause = z.enum([
  'handover',
  'user_message',
  'take_over',
  'manual',
  'message_cap',
  'opt_out',
  'api',
])

/** Who may speak to the contact, and all that decides it. */
const control = z
  .object({
    epoch: z.int().meta({
      description: 'Rises whenever who may speak changes. What a bot wrote under an older one is refused.',
      examples: [2],
    }),
    bot: z.object({
      status: z.enum(['awake', 'asleep']).meta({ examples: ['asleep'] }),
      cause: sleepCause.nullable().meta({ description: 'Why it sleeps.', examples: ['handover'] }),
      since: instant.nullable(),
      wakesAt: instant.nullable().meta({ description: 'Null: not by itself.' }),
    }),
    handover: z
      .object({
        id,
        scenarioId: id.nullable(),
        status: z.enum(['waiting', 'claimed']),
        since: instant,
        respondBy: instant.nullable().meta({ description: 'By when a person should have claimed it.' }),
      })
      .nullable()
      .meta({ description: 'The open handover.' }),
    assigneeId: id.nullable(),
    teamId: id.nullable(),
    attempts: z.number().meta({
      description: 'Failed attempts of the bot since the watermark. Counts in halves.',
      examples: [0],
    }),
    botMessages: z.int().meta({ description: 'What the bot has sent since it last woke.', examples: [1] }),
    watermark: z
      .int()
      .meta({ description: 'Messages up to this number trigger nothing any more.', examples: [0] }),
  })
  .meta({ id: 'Control' })

const conversationFields = {
  id,
  channelId: id,
  contactId: id,
  status: z.enum(['open', 'snoozed', 'resolved']),
  snoozedUntil: instant.nullable(),
  control,
  waitsFor: z
    .enum(['nobody', 'bot', 'human'])
    .meta({ description: 'Whose move it is.', examples: ['human'] }),
  waitingSince: instant.nullable().meta({ description: 'Since when the contact waits. Null: nobody waits.' }),
  lastSeq: z.int().meta({ description: 'Number of the newest message.', examples: [2] }),
  lastMessageAt: instant,
  createdAt: instant,
}

export const conversation = z.object(conversationFields).meta({ id: 'Conversation' })
export type Conversation = z.output<typeof conversation>

/** A conversation as a list shows it. */
export const listedConversation = z
  .object({
    ...conversationFields,
    contactName: z
      .string()
      .nullable()
      .meta({ examples: ['Jo'] }),
    lastMessage: z
      .object({
        author,
        kind: messageKind,
        text: z.string().meta({ examples: ['I want to talk to a person'] }),
      })
      .nullable(),
  })
  .meta({ id: 'ListedConversation' })
export type ListedConversation = z.output<typeof listedConversation>

export const conversationView = z
  .enum(['needs_human', 'mine', 'unassigned', 'with_bot', 'snoozed', 'resolved', 'all'])
  .meta({
    description:
      '`needs_human` and `unassigned` begin with who has waited longest, the others with what happened last.',
  })
export type ConversationView = z.output<typeof conversationView>

export const conversationQuery = z
  .strictObject({
    ...pageQuery.shape,
    view: conversationView.default('all'),
    userId: id.optional().meta({ description: 'Whose conversations the view `mine` shows.' }),
    contactId: id.optional(),
    search: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .meta({
        description:
          'Only those where this stands in what was written, or in the name, e-mail or phone of the contact.',
        examples: ['parcel'],
      }),
  })
  .refine((query) => query.view !== 'mine' || query.userId !== undefined, {
    error: 'The view `mine` needs `userId`: whose conversations?',
    path: ['userId'],
  })
export type ConversationQuery = z.output<typeof conversationQuery>

/** What an action takes that needs nothing but who does it. */
export const action = z.strictObject({ userId: actor })

export const claimInput = z.strictObject({
  userId: id.meta({ description: 'The user who takes the handover.' }),
})

export const handOverInput = z.strictObject({
  userId: actor,
  assignTo: assignTo.optional(),
  scenarioId: id.nullish().meta({ description: 'Hand over with the settings of this scenario.' }),
  finalMessage: line(1_000)
    .nullish()
    .meta({
      description: "Left out: the scenario's, or the default one.",
      examples: ['One moment, I am fetching a colleague.'],
    }),
  note: line(2_000)
    .optional()
    .meta({ description: 'Why, for the brief.', examples: ['Wants to cancel.'] }),
})
export type HandOverInput = z.output<typeof handOverInput>

export const assignInput = z.strictObject({ userId: actor, assignTo })

const until = givenInstant.nullish().meta({ description: 'Until when.' })
const minutes = z
  .int()
  .min(1)
  .max(525_600)
  .nullish()
  .meta({ description: 'For how long, in place of `until`.', examples: [60] })

export const sleepInput = z
  .strictObject({ userId: actor, until, minutes })
  .refine((input) => !(input.until && input.minutes), { error: 'Give `until` or `minutes`, not both.' })
  .meta({ description: 'With neither `until` nor `minutes` the bot sleeps until somebody wakes it.' })

export const snoozeInput = z
  .strictObject({ userId: actor, until, minutes })
  .refine((input) => Boolean(input.until) !== Boolean(input.minutes), {
    error: 'Say until when: give `until` or `minutes`, one of the two.',
  })

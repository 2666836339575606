import { z } from 'zod'
import { author, messageKind } from './message.ts'
import { pageQuery } from './page.ts'
import { problemCode } from './problem.ts'
import { actor, givenInstant, id, instant, line, tag } from './scalar.ts'
import { assignTo } from './scenario.ts'

const sleepCause = z.enum([
  'handover',
  'user_message',
  'take_over',
  'manual',
  'message_cap',
  'opt_out',
  'loop',
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
        attachments: z.int().meta({ description: 'How many files came with it.', examples: [0] }),
      })
      .nullable(),
    tags: z.array(z.string()).meta({ description: 'Of the contact.', examples: [['human_handover']] }),
    scenarioName: z
      .string()
      .nullable()
      .meta({ description: 'Of the open handover.', examples: ['Wants a person'] }),
    respondBy: instant
      .nullable()
      .meta({ description: 'By when a person should have claimed it, also once that is past.' }),
    readSeq: z
      .int()
      .nullable()
      .meta({ description: 'How far `userId` has read. Null: nothing of it, or no `userId` was given.' }),
    unread: z.boolean().meta({ description: 'The contact has written what `userId` has not read.' }),
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

const filters = {
  contactId: id.optional(),
  assigneeId: id.optional().meta({ description: 'Only those assigned to this user.' }),
  teamId: id.optional().meta({ description: 'Only those assigned to this team.' }),
  channelId: id.optional().meta({ description: 'Only those on this channel.' }),
  botId: id.optional().meta({ description: 'Only those on the channels of this bot.' }),
  tag: tag.optional().meta({ description: 'Only those of contacts with this tag.' }),
  q: z
    .string()
    .max(200)
    .optional()
    .meta({
      description:
        "Only those in which each word begins a word of a message or of the contact's name, address, number or tags.",
      examples: ['lamp refund'],
    }),
}

export const conversationQuery = z
  .strictObject({
    ...pageQuery.shape,
    view: conversationView.default('all'),
    userId: id.optional().meta({ description: 'Whose conversations `mine` shows, and who has read what.' }),
    ...filters,
  })
  .refine((query) => query.view !== 'mine' || query.userId !== undefined, {
    error: 'The view `mine` needs `userId`: whose conversations?',
    path: ['userId'],
  })
export type ConversationQuery = z.output<typeof conversationQuery>

export const viewsQuery = z.strictObject({
  userId: id.optional().meta({ description: 'For whom: counts `mine`, and what is unread.' }),
})

const mostCounted = 10_000

export const conversationViews = z
  .object({
    items: z.array(
      z.object({
        view: conversationView,
        count: z
          .int()
          .nullable()
          .meta({
            description: `How many there are. Above ${mostCounted} it is not counted on. Null: \`mine\` of nobody.`,
            examples: [4],
          }),
        unread: z
          .int()
          .nullable()
          .meta({
            description: 'How many of them have something unread. Null where it is not counted.',
            examples: [1],
          }),
      }),
    ),
    oldestWaitingSince: instant
      .nullable()
      .meta({ description: 'Since when the first in *Needs a human* waits.' }),
  })
  .meta({ id: 'ConversationViews' })
export type ConversationViews = z.output<typeof conversationViews>

export const readInput = z
  .strictObject({
    userId: id.meta({ description: 'Who has read.' }),
    seq: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'Up to this message. Left out: all. It never goes back.', examples: [2] }),
    unread: z
      .literal(true)
      .optional()
      .meta({ description: "Marks the contact's newest message unread, in place of `seq`." }),
  })
  .refine((input) => input.seq === undefined || input.unread === undefined, {
    error: 'Give `seq` or `unread`, not both.',
  })
export type ReadInput = z.output<typeof readInput>

export const readMark = z
  .object({ conversationId: id, userId: id, seq: z.int().meta({ examples: [2] }) })
  .meta({ id: 'ReadMark' })

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

const bulkAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('assign'), assignTo }),
  z.strictObject({ do: z.literal('resolve') }),
  z.strictObject({ do: z.literal('reopen') }),
  z
    .strictObject({ do: z.literal('snooze'), until, minutes })
    .refine((input) => Boolean(input.until) !== Boolean(input.minutes), {
      error: 'Say until when: give `until` or `minutes`, one of the two.',
    }),
  z.strictObject({ do: z.literal('tag'), tags: z.array(tag).min(1).max(20) }),
  z.strictObject({ do: z.literal('untag'), tags: z.array(tag).min(1).max(20) }),
])
export type BulkAction = z.output<typeof bulkAction>

export const bulkInput = z
  .strictObject({
    userId: actor,
    conversationIds: z
      .array(id)
      .min(1)
      .max(100)
      .meta({
        description: 'Each is acted on by itself.',
        examples: [['0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64']],
      }),
    action: bulkAction.meta({ examples: [{ do: 'resolve' }] }),
  })
  .meta({ id: 'BulkInput' })
export type BulkInput = z.output<typeof bulkInput>

export const bulkResult = z
  .object({
    done: z.int().meta({ description: 'For how many it was done.', examples: [1] }),
    results: z.array(
      z.object({
        conversationId: id,
        ok: z.boolean().meta({ examples: [true] }),
        conversation: conversation.nullable().meta({ description: 'As it is now, where it was done.' }),
        problem: z
          .object({ code: problemCode, detail: z.string() })
          .nullable()
          .meta({ description: 'Why it was not done.', examples: [null] }),
      }),
    ),
  })
  .meta({ id: 'BulkResult' })
export type BulkResult = z.output<typeof bulkResult>

export const typingInput = z
  .strictObject({
    userId: id.meta({ description: 'Who is writing.' }),
    typing: z.boolean().meta({ description: 'False: stopped.', examples: [true] }),
    kind: z
      .enum(['reply', 'note'])
      .default('reply')
      .meta({ description: 'Of a `note` the contact is told nothing.' }),
  })
  .meta({ id: 'TypingInput' })
export type TypingInput = z.output<typeof typingInput>

import { z } from 'zod'
import { author, messageKind } from './message.ts'
import { id, instant } from './scalar.ts'

const seq = z.int().meta({ examples: [1] })
const revision = z.int().meta({ examples: [1] })
const text = z.string()

/** Everything that is told, live and to webhooks, with what it carries. The event tells; the API has the rest. */
export const eventData = {
  'conversation.created': z.object({ channelId: id, contactId: id }),
  'conversation.updated': z
    .object({
      epoch: z.int().meta({ examples: [2] }),
      bot: z.enum(['awake', 'asleep']),
      cause: text.nullable().meta({ description: 'Why the bot sleeps.' }),
      status: z.enum(['open', 'snoozed', 'resolved']),
      assigneeId: id.nullable(),
      teamId: id.nullable(),
      handoverId: id.nullable(),
    })
    .meta({ description: 'Control, owner or status has changed.' }),
  'conversation.typing': z.object({ userId: id, typing: z.boolean().meta({ examples: [true] }) }).meta({
    description:
      'Somebody of the staff writes there, for the next 10 seconds, or has stopped. Webhooks get it only when they ask for it.',
  }),
  'message.created': z
    .object({ messageId: id, seq, author, kind: messageKind, userId: id.nullable(), text })
    .meta({
      description: 'Anybody wrote. What the bot and the staff wrote to the contact, your channel delivers.',
    }),
  'bot.turn': z
    .object({ botId: id, epoch: z.int().meta({ examples: [1] }), seq: seq.nullable() })
    .meta({ description: 'It is the move of an outside bot. It answers under this epoch.' }),
  'suggestion.made': z.object({ seq, count: z.int().meta({ examples: [3] }) }).meta({
    description: 'A suggestive bot has drafted replies. Webhooks get it only when they ask for it.',
  }),
  'handover.began': z.object({
    handoverId: id,
    scenarioId: id.nullable(),
    kind: text.meta({ examples: ['human_requested'] }),
    cause: z.enum(['scenario', 'message_cap', 'by_hand']),
    userId: id.nullable(),
    teamId: id.nullable(),
    queued: z.boolean().meta({ description: 'True: nobody could take it, all admins are told.' }),
  }),
  'handover.claimed': z.object({ handoverId: id, userId: id.nullable() }),
  'handover.released': z
    .object({ handoverId: id })
    .meta({ description: 'It waits again: whoever had claimed it never answered.' }),
  'handover.ended': z.object({ handoverId: id, outcome: text.meta({ examples: ['handed_back'] }) }),
  'handover.feedback': z.object({ handoverId: id, verdict: z.enum(['needed', 'not_needed', 'too_late']) }),
  'handover.rated': z
    .object({ handoverId: id, helped: z.boolean() })
    .meta({ description: 'The contact said whether the person helped.' }),
  'notification.created': z.object({
    notificationId: id,
    userId: id,
    about: text.meta({ examples: ['handover'] }),
    handoverId: id.nullable(),
  }),
  'notification.read': z
    .object({ userId: id, notificationIds: z.array(id) })
    .meta({ description: 'A user has read some of what they were told.' }),
  'task.created': z.object({ taskId: id, contactId: id, assigneeId: id.nullable() }),
  'task.updated': z.object({ taskId: id }),
  'contact.updated': z.object({ contactId: id }),
  'bot.saved': z.object({ botId: id, revision }),
  'bot.deleted': z.object({ botId: id }),
  'article.saved': z.object({ articleId: id, botId: id.nullable(), revision }),
  'article.deleted': z.object({ articleId: id }),
  'scenario.saved': z.object({ botId: id, scenarioId: id, revision }),
  'scenario.deleted': z.object({ botId: id, scenarioId: id }),
  'scenario.ordered': z.object({ botId: id, scenarioIds: z.array(id) }),
  'channel.saved': z.object({ channelId: id }),
  'channel.deleted': z.object({ channelId: id }),
  'user.saved': z.object({ userId: id }),
  'session.ended': z
    .object({ userId: id, sessionId: id })
    .meta({ description: 'A user was signed out, by themself or by others.' }),
  'team.saved': z.object({ teamId: id }),
  'team.deleted': z.object({ teamId: id }),
  'webhook.saved': z.object({ webhookId: id }),
  'webhook.deleted': z.object({ webhookId: id }),
  'workspace.updated': z.object({
    changed: z.array(z.string()).meta({ examples: [['model']] }),
  }),
  'api_key.created': z.object({ apiKeyId: id }),
  'api_key.deleted': z.object({ apiKeyId: id }),
} as const satisfies Record<string, z.ZodObject>

export type EventType = keyof typeof eventData

/** What is only for those who look on: no webhook gets it that wants everything. */
export const passingEvents: readonly EventType[] = ['conversation.typing', 'suggestion.made']

const eventTypes = Object.keys(eventData) as [EventType, ...EventType[]]
export const eventType = z.enum(eventTypes).meta({ examples: ['handover.began'] })

/** One thing that happened. */
export type BatonEvent = {
  [Type in EventType]: {
    /** Its place in the log: what a stream resumes after. */
    id: string
    type: Type
    conversationId: string | null
    at: string
    data: z.output<(typeof eventData)[Type]>
  }
}[EventType]

const conversationId = id.nullable().meta({ description: 'The conversation it is about.' })

function streamed(type: EventType) {
  return z.object({
    id: z
      .string()
      .meta({ description: 'Its place in the log: what a stream resumes after.', examples: ['741.12'] }),
    type: z.literal(type),
    conversationId,
    at: instant,
    data: eventData[type],
  })
}

function posted(type: EventType) {
  return z.object({ type: z.literal(type), timestamp: instant, conversationId, data: eventData[type] })
}

const [firstType, ...otherTypes] = eventTypes

/** An event on the stream, as the `data` of a server-sent event. */
export const event = z
  .discriminatedUnion('type', [streamed(firstType), ...otherTypes.map(streamed)])
  .meta({ id: 'Event' })

/** The body of a webhook. */
export const webhookPayload = z
  .discriminatedUnion('type', [posted(firstType), ...otherTypes.map(posted)])
  .meta({ id: 'WebhookPayload' })

/** `a,b` as a list of event types. */
const typeList = z
  .string()
  .max(1_000)
  .transform((list) => list.split(',').map((type) => type.trim()))
  .pipe(z.array(eventType))

export const eventQuery = z.strictObject({
  types: typeList.optional().meta({
    description: 'Only these event types, parted by commas.',
    examples: ['message.created,handover.began'],
  }),
  conversationId: id.optional(),
  lastEventId: z
    .string()
    .max(64)
    .optional()
    .meta({ description: 'Resume after this event, where the header `Last-Event-ID` cannot be set.' }),
})
export type EventQuery = z.output<typeof eventQuery>

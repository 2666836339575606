import { z } from 'zod'
import { pageQuery } from './page.ts'
import { id, instant, queryBoolean } from './scalar.ts'

/** What a user may be told of (R19). */
export const notificationEvents = [
  'conversation_assigned',
  'task_assigned',
  'new_message',
  'handover_waiting',
  'mentioned',
  'task_due',
] as const
export type NotificationEvent = (typeof notificationEvents)[number]

/** How a user may be told. */
export const notificationWays = ['app', 'email', 'push', 'sms'] as const
export type NotificationWay = (typeof notificationWays)[number]

const ways = z.strictObject({
  app: z.boolean().meta({ examples: [true] }),
  email: z.boolean().meta({ examples: [true] }),
  push: z.boolean(),
  sms: z.boolean(),
})
export type NotificationWays = z.output<typeof ways>

const descriptions: Record<NotificationEvent, string> = {
  conversation_assigned: 'A conversation or a handover is assigned to them.',
  task_assigned: 'A task is assigned to them, also by a handover.',
  new_message: 'The contact writes in a conversation of theirs.',
  handover_waiting: 'A handover waits too long, or nobody could take it.',
  mentioned: 'Somebody names them in a private note.',
  task_due: 'A task of theirs is due in 30 minutes.',
}

const matrix = z.strictObject({
  conversation_assigned: ways.meta({ description: descriptions.conversation_assigned }),
  task_assigned: ways.meta({ description: descriptions.task_assigned }),
  new_message: ways.meta({ description: descriptions.new_message }),
  handover_waiting: ways.meta({ description: descriptions.handover_waiting }),
  mentioned: ways.meta({ description: descriptions.mentioned }),
  task_due: ways.meta({ description: descriptions.task_due }),
})
export type NotificationMatrix = z.output<typeof matrix>

const quietOutsideHours = z.boolean().meta({
  description: 'Outside their weekly hours only the app tells, except of a handover that waits.',
  examples: [false],
})

const mail = z
  .object({
    setUp: z.boolean().meta({ description: 'Whether this server has a mail server.', examples: [true] }),
    failing: z
      .object({ since: instant, reason: z.string().meta({ examples: ['451 Busy, come again.'] }) })
      .nullable()
      .meta({
        description:
          'Since when no mail to this user has got through. Null: the last one has, or there was none.',
      }),
  })
  .meta({ description: 'How mail to this user stands.' })

export const notificationSettings = z
  .object({ userId: id, events: matrix, quietOutsideHours, mail })
  .meta({ id: 'NotificationSettings' })
export type NotificationSettings = z.output<typeof notificationSettings>

export const notificationSettingsInput = z
  .strictObject({ events: matrix, quietOutsideHours })
  .meta({ id: 'NotificationSettingsInput' })
export type NotificationSettingsInput = z.output<typeof notificationSettingsInput>

const about = z.enum([
  'handover',
  'assigned',
  'asked_again',
  'target_missed',
  'woken_unclaimed',
  'new_message',
  'mentioned',
  'task_assigned',
  'task_due',
  'passed_on',
  'wakes_soon',
  'bot_silent',
  'unanswered',
  'test',
])
export type NotificationAbout = z.output<typeof about>

export const notification = z
  .object({
    id,
    userId: id,
    about: about.meta({
      description:
        '`handover`: one waits for them. `assigned`: a conversation is theirs. `asked_again`: the contact asks for a ' +
        'person again. `target_missed`: a handover waits longer than its target. `woken_unclaimed`: the bot woke, and ' +
        'nobody had come. `passed_on`: whoever had the conversation was deactivated. `wakes_soon`: the bot wakes in five ' +
        'minutes, and the contact has no answer yet. `bot_silent`: the bot ' +
        'did not answer, so it is for people. `unanswered`: a contact waits, and nobody had been told.',
    }),
    conversationId: id.nullable(),
    contactName: z
      .string()
      .nullable()
      .meta({ examples: ['Jo'] }),
    handoverId: id.nullable(),
    scenarioName: z
      .string()
      .nullable()
      .meta({ description: 'Of the handover.', examples: ['Wants a person'] }),
    taskId: id.nullable(),
    taskTitle: z
      .string()
      .nullable()
      .meta({ examples: ['Call back'] }),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notification' })
export type Notification = z.output<typeof notification>

const whose = id.meta({ description: 'Whose notifications.' })

export const notificationQuery = z.strictObject({
  ...pageQuery.shape,
  userId: whose,
  unread: queryBoolean.optional().meta({ description: 'Only unread ones, or only read ones.' }),
})
export type NotificationQuery = z.output<typeof notificationQuery>

export const unreadQuery = z.strictObject({ userId: whose })

export const unreadCount = z
  .object({ unread: z.int().meta({ description: 'How many are unread.', examples: [3] }) })
  .meta({ id: 'UnreadCount' })

export const readNotificationsInput = z
  .strictObject({
    userId: whose,
    notificationIds: z.array(id).max(200).optional().meta({ description: 'Which. Left out: all.' }),
  })
  .meta({ id: 'ReadNotificationsInput' })

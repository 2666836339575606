import { z } from 'zod'
import { attachment, attachmentIds, saysNothing, saysSomething } from './attachment.ts'
import { email, id, instant, line, queryNumber } from './scalar.ts'
import { webSettings } from './web-channel.ts'

/** What the chat of a web page is told before anybody has written. */
export const chatSettings = z
  .object({
    colour: webSettings.shape.colour,
    position: webSettings.shape.position,
    greeting: webSettings.shape.greeting,
    suggestions: webSettings.shape.suggestions,
    bot: z
      .string()
      .nullable()
      .meta({ description: 'The name of the bot that answers. Null: people do.', examples: ['Shop bot'] }),
  })
  .meta({ id: 'ChatSettings' })
export type ChatSettings = z.output<typeof chatSettings>

export const chatSettingsQuery = z.strictObject({
  locale: z.string().trim().max(35).optional().meta({ description: 'The language of the page.' }),
})

export const chatMessage = z
  .object({
    seq: z.int().meta({ description: 'Its number. Some are left out.', examples: [1] }),
    from: z.enum(['visitor', 'bot', 'person']).meta({ examples: ['bot'] }),
    name: z
      .string()
      .nullable()
      .meta({ description: 'Of the bot, or of the person.', examples: ['Shop bot'] }),
    final: z.boolean().meta({ description: "True: the bot's last words at a handover.", examples: [false] }),
    text: z.string().meta({ description: 'Empty: it is files alone.', examples: ['Hi! How can I help?'] }),
    attachments: z.array(attachment).optional().meta({ description: 'Left out: none.' }),
    clientId: z
      .string()
      .nullable()
      .meta({ description: 'Under which the visitor sent it.', examples: [null] }),
    at: instant,
  })
  .meta({ id: 'ChatMessage' })
export type ChatMessage = z.output<typeof chatMessage>

const waiting = z
  .object({
    ahead: z.int().meta({ description: 'How many wait longer.', examples: [0] }),
    minutes: z
      .int()
      .nullable()
      .meta({
        description: 'How long it usually takes: half of the last ones went quicker. Null: too few to say.',
        examples: [3],
      }),
    available: z.boolean().meta({ description: 'Whether anybody is there now.', examples: [true] }),
    backAt: instant.nullable().meta({ description: 'Where nobody is there: when somebody will be.' }),
  })
  .meta({ id: 'ChatWaiting' })

/** A conversation as its visitor sees it. Nothing else of Baton is shown to them. */
export const chatThread = z
  .object({
    messages: z.array(chatMessage),
    more: z.boolean().meta({ description: 'True: there are more in the direction that was asked for.' }),
    speaker: z
      .enum(['bot', 'team', 'person'])
      .meta({ description: 'Who answers now. `team`: somebody of it will.', examples: ['bot'] }),
    person: z
      .string()
      .nullable()
      .meta({ description: 'The name of the person who answers.', examples: [null] }),
    typing: z.boolean().meta({ description: 'Whether an answer is being written.', examples: [false] }),
    writing: z
      .string()
      .nullable()
      .meta({
        description:
          'What the bot has written so far of an answer that is on its way. It may still be dropped.',
        examples: [null],
      }),
    waiting: waiting.nullable().meta({ description: 'Null: the visitor waits for nobody.' }),
    readUpTo: z.int().meta({ description: 'The number up to which a person has read.', examples: [1] }),
    hasEmail: z.boolean().meta({ description: 'Whether the visitor can be reached by e-mail.' }),
    rating: z
      .object({ handoverId: id, name: z.string().nullable() })
      .nullable()
      .meta({ description: 'What the visitor may still rate: who helped them.', examples: [null] }),
  })
  .meta({ id: 'ChatThread' })
export type ChatThread = z.output<typeof chatThread>

export const chatThreadQuery = z.strictObject({
  after: queryNumber().min(0).optional().meta({ description: 'Only messages with a higher number.' }),
  before: queryNumber().min(1).optional().meta({ description: 'The newest with a lower number.' }),
})
export type ChatThreadQuery = z.output<typeof chatThreadQuery>

export const chatStart = z
  .strictObject({
    token: z
      .string()
      .max(2_000)
      .nullish()
      .meta({ description: 'The one of the last visit, to go on there.' }),
    identity: z
      .string()
      .max(4_000)
      .nullish()
      .meta({
        description:
          'Who is signed in on the page: a JWT with `sub` and `exp`, and `name` and `email` if wanted, signed by HS256 with ' +
          'the identity secret of the channel.',
      }),
    locale: z
      .string()
      .trim()
      .max(35)
      .nullish()
      .meta({ examples: ['de'] }),
  })
  .meta({ id: 'ChatStart' })
export type ChatStart = z.output<typeof chatStart>

export const startedChat = z
  .object({
    token: z
      .string()
      .meta({ description: 'What the visitor is known by from here on.', examples: ['q83vEi…'] }),
    visitor: z
      .string()
      .meta({ description: 'The same for the same visitor, and nothing else.', examples: ['k3Jx'] }),
    identified: z.boolean().meta({ description: 'True: by the page, and for as long as it says so.' }),
    thread: chatThread,
  })
  .meta({ id: 'StartedChat' })
export type StartedChat = z.output<typeof startedChat>

export const chatMessageInput = z
  .strictObject({
    clientId: line(64).meta({
      description: 'Made by the visitor. The same one again is stored once.',
      examples: ['c-1'],
    }),
    text: z
      .string()
      .max(5_000)
      .meta({ description: 'May be empty where a file is attached.', examples: ['Where is my parcel?'] }),
    attachments: attachmentIds,
  })
  .refine(saysSomething, saysNothing)
  .meta({ id: 'ChatMessageInput' })
export type ChatMessageInput = z.output<typeof chatMessageInput>

export const chatEmail = z.strictObject({ email }).meta({ id: 'ChatEmail' })

export const chatRating = z
  .strictObject({ handoverId: id, helped: z.boolean().meta({ examples: [true] }) })
  .meta({ id: 'ChatRating' })
export type ChatRating = z.output<typeof chatRating>

import { z } from 'zod'
import { attachmentIds, messageAttachment, saysNothing, saysSomething } from './attachment.ts'
import { pageQuery } from './page.ts'
import { actor, id, instant, queryNumber, words } from './scalar.ts'

export const author = z.enum(['contact', 'bot', 'user'])
export const messageKind = z.enum(['message', 'final', 'note']).meta({
  description: "`final`: the bot's last words at a handover. `note`: private, the contact never sees it.",
})

/** What an answer of the bot was taken from. */
export const answerSource = z
  .object({
    articleId: id,
    title: z.string().meta({ examples: ['Returning something'] }),
    heading: z
      .string()
      .nullable()
      .meta({ description: 'The part of it.', examples: [null] }),
    url: z
      .string()
      .nullable()
      .meta({ description: 'The page that it was imported from.', examples: [null] }),
  })
  .meta({ id: 'AnswerSource' })
export type AnswerSource = z.output<typeof answerSource>

export const message = z
  .object({
    id,
    conversationId: id,
    seq: z.int().meta({ description: 'Its number in the conversation, from 1.', examples: [1] }),
    externalId: z
      .string()
      .nullable()
      .meta({ examples: ['m-1'] }),
    author,
    kind: messageKind,
    userId: id.nullable().meta({ description: 'The user who wrote it.' }),
    text: z.string().meta({ examples: ['I want to talk to a person'] }),
    attachments: z.array(messageAttachment).optional().meta({ description: 'Left out: none.' }),
    mentions: z.array(id).meta({ description: 'The users whom a note names.', examples: [[]] }),
    handoverId: id.nullable().meta({ description: 'The handover whose final message it is.' }),
    answered: z.boolean().nullable().meta({ description: 'What the bot said of its own answer.' }),
    confidence: z.number().nullable(),
    sources: z
      .array(answerSource)
      .optional()
      .meta({ description: 'The articles that the bot quotes in it. Left out: none.' }),
    writtenAt: instant.nullable().meta({ description: 'When it was written, as the sender says.' }),
    createdAt: instant,
  })
  .meta({ id: 'Message' })
export type Message = z.output<typeof message>

export const messageQuery = z.strictObject({
  ...pageQuery.shape,
  after: queryNumber().min(0).optional().meta({ description: 'Only messages with a higher number.' }),
  before: queryNumber().min(1).optional().meta({
    description: 'Only messages with a lower number: the newest of them, oldest first.',
  }),
})
export type MessageQuery = z.output<typeof messageQuery>

export const newMessage = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('reply'),
        text: z
          .string()
          .max(20_000)
          .meta({
            description: 'May be empty where a file is attached.',
            examples: ['Hello, I am looking into it.'],
          }),
        attachments: attachmentIds,
        userId: actor,
      })
      .refine(saysSomething, saysNothing),
    z.strictObject({
      kind: z.literal('note'),
      text: words,
      userId: actor,
      mentions: z
        .array(id)
        .max(20)
        .optional()
        .meta({ description: 'The users whom the note names. They are told.' }),
    }),
    z.strictObject({
      kind: z.literal('bot_reply'),
      text: z
        .string()
        .max(20_000)
        .meta({ description: 'An empty answer hands over, as one with `answered: false`.' }),
      answered: z.boolean().nullish().meta({ description: 'False when the bot has no answer.' }),
      confidence: z.number().min(0).max(1).nullish(),
      epoch: z.int().nullish().meta({
        description:
          'The epoch under which the bot read the conversation. Under another one the reply is refused.',
      }),
      readUpTo: z
        .int()
        .min(1)
        .nullish()
        .meta({
          description:
            'Number of the newest message that the bot has read. When the contact has written since, the reply is refused.',
          examples: [3],
        }),
    }),
  ])
  .meta({ id: 'NewMessage' })
export type NewMessage = z.output<typeof newMessage>

export const postedMessage = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('sent'),
      messageId: id,
      seq: z.int().meta({ examples: [2] }),
      handoverId: z.null(),
    }),
    z.object({
      outcome: z.literal('handed_over'),
      messageId: z.null(),
      seq: z.null(),
      handoverId: id,
    }),
  ])
  .meta({
    id: 'PostedMessage',
    description: "What became of it. A bot's reply may turn into a handover; it is then not sent.",
  })
export type PostedMessage = z.output<typeof postedMessage>

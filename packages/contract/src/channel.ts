import { z } from 'zod'
import { givenInstant, id, instant, line, words } from './scalar.ts'
import { webSettings, webSettingsInput, webSettingsPatch } from './web-channel.ts'

const fields = {
  name: line(80).meta({ examples: ['Web shop'] }),
  botId: id.nullable().meta({
    description: 'The bot that answers on this channel. Null: none does.',
    examples: ['0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64'],
  }),
}

export const channelKind = z.enum(['api', 'web']).meta({
  description:
    '`api`: your own program delivers what contacts write, and reads the answers. `web`: the chat on a web page.',
})
export type ChannelKind = z.output<typeof channelKind>

export const channelInput = z
  .strictObject({
    kind: channelKind.default('api'),
    name: fields.name,
    botId: fields.botId.default(null),
    web: webSettingsInput.optional(),
  })
  .refine(({ kind, web }) => kind === 'web' || web === undefined, {
    path: ['web'],
    error: 'These are settings of the kind `web`. Leave them out, or make a channel of that kind.',
  })
  .meta({ id: 'ChannelInput' })
export type ChannelInput = z.output<typeof channelInput>

export const channelPatch = z
  .strictObject({ ...fields, web: webSettingsPatch })
  .partial()
  .meta({ id: 'ChannelPatch' })
export type ChannelPatch = z.output<typeof channelPatch>

export const channel = z
  .object({
    id,
    kind: channelKind,
    ...fields,
    web: webSettings.nullable().meta({ description: 'Null: it is no chat on a web page.' }),
    hasIdentitySecret: z.boolean().meta({
      description: 'True: a page may say which of its signed-in customers writes.',
      examples: [false],
    }),
    createdAt: instant,
  })
  .meta({ id: 'Channel' })
export type Channel = z.output<typeof channel>

export const identitySecret = z
  .object({
    secret: z.string().meta({
      description: 'What your server signs identity tokens with. Shown this once.',
      examples: ['bis_3kX9vQ2mWb7LrT1yHc8NfD5gJp0ZsAeU4iOxKqRt6Yo'],
    }),
  })
  .meta({ id: 'IdentitySecret' })

export const inboundMessage = z
  .strictObject({
    contact: z.strictObject({
      externalId: line(255).meta({
        description: 'How the channel knows the contact.',
        examples: ['visitor-42'],
      }),
      name: z
        .string()
        .trim()
        .max(200)
        .nullish()
        .meta({ examples: ['Jo'] }),
      email: z.string().trim().max(320).nullish(),
      phone: z.string().trim().max(50).nullish(),
      locale: z
        .string()
        .trim()
        .max(35)
        .nullish()
        .meta({ description: 'A language tag such as `de` or `pt-BR`.' }),
    }),
    message: z.strictObject({
      externalId: line(255)
        .nullish()
        .meta({
          description:
            'How the channel knows the message. The same one again is stored once and called a duplicate.',
          examples: ['m-1'],
        }),
      text: words.meta({ examples: ['I want to talk to a person'] }),
      at: givenInstant.nullish().meta({ description: 'When it was written, as the channel says.' }),
      automatic: z.boolean().nullish().meta({
        description:
          'True where no person wrote it, such as mail with the header `Auto-Submitted`. The bot lets it be.',
      }),
    }),
  })
  .meta({ id: 'InboundMessage' })
export type InboundMessage = z.output<typeof inboundMessage>

export const receivedMessage = z
  .object({
    conversationId: id,
    messageId: id,
    seq: z.int().meta({ description: 'Its number in the conversation.', examples: [1] }),
    duplicate: z.boolean().meta({ description: 'True: it was there already.', examples: [false] }),
  })
  .meta({ id: 'ReceivedMessage' })
export type ReceivedMessage = z.output<typeof receivedMessage>

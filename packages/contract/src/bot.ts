import { z } from 'zod'
import { id, instant, line, webAddress } from './scalar.ts'

const scriptedAnswer = z.strictObject({
  match: line(200).meta({
    description: 'Occurs in what the contact wrote, in any case.',
    examples: ['hours'],
  }),
  text: z
    .string()
    .max(10_000)
    .meta({ examples: ['We are open from 9 to 5.'] }),
  answered: z
    .boolean()
    .nullish()
    .meta({ description: 'False: the bot says that it has no answer.', examples: [true] }),
  confidence: z.number().min(0).max(1).nullish(),
})

/**
 * What writes a bot's answers. *External*: an outside bot, which is called at its `url`, or without one is told by the
 * event `bot.turn` and posts its answers. *Knowledge*: it quotes the articles of the workspace, and says so where none
 * answers. *Model*: the model of the workspace writes, from those articles. *Scripted*: fixed answers, for trials and tests.
 */
export const brain = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('external'),
    url: webAddress.nullish().meta({
      description: 'Where Baton asks for each answer. Left out: the bot posts its answers by itself.',
    }),
  }),
  z.strictObject({ kind: z.literal('knowledge') }),
  z.strictObject({ kind: z.literal('model') }),
  z.strictObject({
    kind: z.literal('scripted'),
    answers: z.array(scriptedAnswer).max(200),
    otherwise: z
      .string()
      .max(10_000)
      .nullish()
      .meta({ description: 'What it says when nothing matches. Left out: that it has no answer.' }),
  }),
])
export type Brain = z.output<typeof brain>

export const botMode = z.enum(['off', 'suggestive', 'autopilot']).meta({
  description: 'Only on autopilot does a bot answer and hand over.',
  examples: ['autopilot'],
})

const fields = {
  name: line(80).meta({ examples: ['Shop bot'] }),
  mode: botMode,
  persona: z.string().trim().max(2_000),
  instructions: z.string().trim().max(20_000),
  language: line(35).meta({ description: 'A language tag such as `en` or `pt-BR`.', examples: ['en'] }),
  waitSeconds: z.int().min(0).max(300).meta({
    description: 'How long the bot waits before it replies. A burst of messages gets one reply.',
  }),
  messageCap: z.int().min(1).max(100).meta({
    description: 'Most messages of the bot in a conversation. At the cap it hands over.',
  }),
  sleepOnUserMessage: z.boolean().meta({
    description: 'Whether the bot sleeps when a person on staff writes.',
  }),
  brain,
}

export const botInput = z
  .strictObject({
    ...fields,
    mode: fields.mode.default('off'),
    persona: fields.persona.default(''),
    instructions: fields.instructions.default(''),
    language: fields.language.default('en'),
    waitSeconds: fields.waitSeconds.default(2),
    messageCap: fields.messageCap.default(75),
    sleepOnUserMessage: fields.sleepOnUserMessage.default(true),
    brain: fields.brain.default({ kind: 'external' }),
  })
  .meta({ id: 'BotInput' })
export type BotInput = z.output<typeof botInput>

export const botPatch = z
  .strictObject(fields)
  .partial()
  .meta({ id: 'BotPatch', examples: [{ mode: 'autopilot' }] })
export type BotPatch = z.output<typeof botPatch>

export const bot = z
  .object({
    id,
    ...fields,
    hasCallSecret: z.boolean().meta({
      description: 'True: calls of an outside bot can be signed. Without it none is made.',
      examples: [false],
    }),
    revision: z.int().meta({ description: 'Rises with each change.', examples: [1] }),
    createdAt: instant,
  })
  .meta({ id: 'Bot' })
export type Bot = z.output<typeof bot>

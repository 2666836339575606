import { z } from 'zod'
import { id, line } from './scalar.ts'

const provider = z.enum(['openai_compatible', 'anthropic']).meta({
  description: 'How the model is spoken to. Most services and local model servers are OpenAI-compatible.',
  examples: ['openai_compatible'],
})
const count = z.int().meta({ examples: [120] })

/** The model of a workspace, as it is set. */
export const modelInput = z
  .strictObject({
    provider,
    baseUrl: z
      .url({ protocol: /^https?$/, error: 'Give an address like https://api.example.com/v1.' })
      .nullish()
      .meta({
        description:
          'Where the model is. Must be given for `openai_compatible`; it may be on your own network.',
        examples: ['https://api.example.com/v1'],
      }),
    name: line(200).meta({ examples: ['small-model'] }),
    apiKey: z.string().min(1).max(1_000).optional().meta({
      description:
        'Kept encrypted, never shown. Left out: the one that is there, if the address is the same.',
    }),
    dailyTokens: z.int().min(0).max(1_000_000_000).default(200_000).meta({
      description: 'What it may use in a day (UTC), in and out. After that detection decides alone.',
    }),
  })
  .meta({ id: 'ModelInput' })
export type ModelInput = z.output<typeof modelInput>

export const modelSettings = z
  .object({
    provider,
    baseUrl: z.string().nullable(),
    name: z.string().meta({ examples: ['small-model'] }),
    hasApiKey: z.boolean(),
    dailyTokens: z.int().meta({ examples: [200_000] }),
    today: z.object({ calls: count, failures: count, inputTokens: count, outputTokens: count }),
  })
  .meta({ id: 'Model' })
export type ModelSettings = z.output<typeof modelSettings>

/** What a model said of a message that detection was in doubt about. */
export const opinion = z
  .object({
    model: z.string().meta({ examples: ['small-model'] }),
    asked: z.array(id).meta({ description: 'The scenarios that were in doubt.' }),
    met: z.array(id).meta({ description: 'Those that it says apply.' }),
    failure: z
      .string()
      .nullable()
      .meta({ description: 'Why it said nothing. Then detection decided alone.', examples: [null] }),
    inputTokens: count,
    outputTokens: count,
    milliseconds: count,
  })
  .meta({ id: 'Opinion' })
export type Opinion = z.output<typeof opinion>

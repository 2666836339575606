import { z } from 'zod'
import { line, withoutDoubles } from './scalar.ts'

/** `https://shop.example.com`: scheme, host and port, as a browser says where a page is from. */
const origin = z
  .string()
  .trim()
  .max(255)
  .refine(isOrigin, { error: 'Give an origin like https://shop.example.com, without a path.' })
  .overwrite((text) => (isOrigin(text) ? new URL(text).origin : text))

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && `${pathname}${search}${hash}` === '/'
}

const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
  error: 'Give a language tag such as `de` or `pt-BR`.',
})

const fields = {
  allowedOrigins: z
    .array(origin)
    .max(50)
    .refine(withoutDoubles, { error: 'There is a double in the list.' })
    .meta({
      description: 'The web sites that may show the chat. Empty: all may.',
      examples: [['https://shop.example.com']],
    }),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, { error: 'Give a colour like #17171f.' })
    .nullable()
    .meta({
      description: 'Of the button, and of what the contact writes. Null: black, or white on a dark page.',
      examples: ['#17171f'],
    }),
  position: z.enum(['right', 'left']).meta({ description: 'The corner that it stands in.' }),
  greeting: z
    .string()
    .trim()
    .max(500)
    .meta({ description: 'What is said first. Empty: nothing.', examples: ['Hi! How can I help?'] }),
  greetings: z
    .record(languageTag, z.string().trim().min(1).max(500))
    .refine((texts) => Object.keys(texts).length <= 50, { error: 'At most 50 languages.' })
    .meta({ description: 'The greeting in other languages.', examples: [{ de: 'Hallo!' }] }),
  suggestions: z
    .array(line(60))
    .max(4)
    .meta({ description: 'What may be asked with one tap.', examples: [['Where is my order?']] }),
}

/** How a chat on a web page looks and where it may stand. */
export const webSettings = z.object(fields).meta({ id: 'WebSettings' })
export type WebSettings = z.output<typeof webSettings>

export const webSettingsInput = z.strictObject({
  allowedOrigins: fields.allowedOrigins.default([]),
  colour: fields.colour.default(null),
  position: fields.position.default('right'),
  greeting: fields.greeting.default(''),
  greetings: fields.greetings.default({}),
  suggestions: fields.suggestions.default([]),
})

export const webSettingsPatch = z.strictObject(fields).partial()

import { z } from 'zod'
import { id, line } from './scalar.ts'

const botId = id.nullable().default(null).meta({
  description: 'The bot that reads the articles. Null: all bots of the workspace.',
})
const language = line(35)
  .default('en')
  .meta({ examples: ['en'] })

export const fileImport = z
  .strictObject({
    botId,
    language,
    files: z
      .array(
        z.strictObject({
          name: line(255).meta({ examples: ['returns.md'] }),
          content: z.base64({ error: 'Give the bytes of the file as base64.' }).meta({
            description: 'The bytes of the file, as base64.',
            examples: ['IyBSZXR1cm5zCgpXaXRoaW4gMzAgZGF5cy4='],
          }),
        }),
      )
      .min(1)
      .max(20),
  })
  .meta({ id: 'FileImport' })
export type FileImport = z.output<typeof fileImport>

export const pageImport = z
  .strictObject({
    botId,
    language,
    url: z
      .url({ protocol: /^https?$/, error: 'Give an address like https://shop.example/help.' })
      .max(2_000)
      .meta({ description: 'A page, or a sitemap in XML.', examples: ['https://shop.example/returns'] }),
  })
  .meta({ id: 'PageImport' })
export type PageImport = z.output<typeof pageImport>

const imported = z.object({
  name: z.string().meta({ description: 'The file, or the address.', examples: ['returns.md'] }),
  status: z.enum(['created', 'updated', 'unchanged', 'failed']),
  articleIds: z.array(id),
  error: z
    .string()
    .nullable()
    .meta({
      description: 'Why nothing of it was taken.',
      examples: [null],
    }),
})

export const importResult = z
  .object({ items: z.array(imported).meta({ description: 'One for each file or page, in their order.' }) })
  .meta({ id: 'ImportResult' })
export type ImportResult = z.output<typeof importResult>

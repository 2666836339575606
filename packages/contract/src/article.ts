import { z } from 'zod'
import { pageQuery } from './page.ts'
import { id, instant, line } from './scalar.ts'

/** Where an article came from. Importing the same source again changes the article instead of adding one. */
export const articleSource = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('manual') }),
    z.object({ kind: z.literal('file'), name: z.string().meta({ examples: ['returns.md'] }) }),
    z.object({
      kind: z.literal('url'),
      url: z.string().meta({ examples: ['https://shop.example/returns'] }),
    }),
  ])
  .meta({ id: 'ArticleSource' })
export type ArticleSource = z.output<typeof articleSource>

export const articleKind = z.enum(['article', 'qa']).meta({
  description: '`qa`: a question, which is its title, and the answer to it.',
  examples: ['article'],
})

const fields = {
  botId: id.nullable().meta({ description: 'The bot that reads it. Null: all bots of the workspace.' }),
  kind: articleKind,
  title: line(300).meta({ examples: ['Returning something'] }),
  text: z
    .string()
    .max(200_000)
    .refine((text) => text.trim() !== '', { error: 'Write what the bot may answer.' })
    .meta({
      description: 'Markdown. It is quoted, never obeyed.',
      examples: ['You can send anything back within 30 days.'],
    }),
  questions: z
    .array(line(300))
    .max(50)
    .meta({
      description: 'Other ways in which people ask for it. The more of them, the better it is found.',
      examples: [['How do I send an item back?']],
    }),
  language: line(35).meta({ description: 'A language tag such as `en` or `pt-BR`.', examples: ['en'] }),
}

export const articleInput = z
  .strictObject({
    ...fields,
    botId: fields.botId.default(null),
    kind: fields.kind.default('article'),
    questions: fields.questions.default([]),
    language: fields.language.default('en'),
  })
  .meta({ id: 'ArticleInput' })
export type ArticleInput = z.output<typeof articleInput>

export const articlePatch = z
  .strictObject(fields)
  .partial()
  .meta({ id: 'ArticlePatch', examples: [{ text: 'You can send anything back within 60 days.' }] })
export type ArticlePatch = z.output<typeof articlePatch>

const revision = z.int().meta({ description: 'Rises with each change.', examples: [1] })

export const article = z
  .object({
    id,
    ...fields,
    source: articleSource,
    revision,
    updatedBy: id.nullable().meta({ description: 'The user who saved it last. Null: an API key.' }),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Article' })
export type Article = z.output<typeof article>

/** An article as a list shows it. */
export const articleSummary = article.omit({ text: true, questions: true }).meta({ id: 'ArticleSummary' })
export type ArticleSummary = z.output<typeof articleSummary>

export const articleQuery = z.strictObject({
  ...pageQuery.shape,
  botId: id.optional().meta({ description: 'Only what this bot reads: its own articles, and those of all.' }),
  search: z
    .string()
    .trim()
    .max(200)
    .optional()
    .meta({ description: 'Only articles whose title, questions or text hold this, in any case.' }),
})
export type ArticleQuery = z.output<typeof articleQuery>

/** What an article was before it was changed. */
export const articleVersion = z
  .object({
    ...article.pick({ revision: true, kind: true, title: true, text: true, questions: true, language: true })
      .shape,
    savedBy: id.nullable().meta({ description: 'The user who saved it.' }),
    savedAt: instant,
  })
  .meta({ id: 'ArticleVersion' })
export type ArticleVersion = z.output<typeof articleVersion>

export const restoreInput = z
  .strictObject({
    revision: z
      .int()
      .min(1)
      .meta({ description: 'One of its versions.', examples: [1] }),
  })
  .meta({ id: 'RestoreInput' })

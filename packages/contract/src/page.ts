import { z } from 'zod'
import { queryNumber } from './scalar.ts'

/** What every list takes. */
export const pageQuery = z.strictObject({
  cursor: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'The `nextCursor` of the page before. Left out: the first page.' }),
  limit: queryNumber().min(1).max(200).default(50).meta({ description: 'Most items on a page.' }),
})
export type PageQuery = z.output<typeof pageQuery>

/** What every list gives. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .meta({ description: 'Where the next page begins. Null: this is the last one.', examples: [null] }),
  })
}

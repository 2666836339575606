import { decodeCursor, encodeCursor } from './cursor.ts'

/** What a caller asks of a list. */
export type PageQuery = { cursor?: string | undefined; limit: number }
export type Page<Row> = { rows: Row[]; nextCursor: string | null }

/** The id that a page begins after, or null for the first page. */
export function afterId({ cursor }: PageQuery): string | null {
  return cursor === undefined ? null : decodeCursor(cursor).id
}

/** Cuts a page out of one row more than was asked for, ordered by id. */
export function toPage<Row extends { id: string; created_at: Date }>(found: Row[], limit: number): Page<Row> {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, nextCursor: found.length > limit && last ? encodeCursor(last.created_at, last.id) : null }
}

/** A page as the API gives it. */
export function viewPage<Row, Item>(
  page: Page<Row>,
  view: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  return { items: page.rows.map(view), nextCursor: page.nextCursor }
}

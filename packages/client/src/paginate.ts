type Page<Item> = { items: Item[]; nextCursor: string | null }

/**
 * Every item of a list, page after page as they are needed.
 *
 * @example
 * for await (const bot of paginate((cursor) => baton.listBots({ query: { cursor } }))) console.log(bot.name)
 */
export async function* paginate<Item>(
  read: (cursor: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    yield* page.items
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

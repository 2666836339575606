/** What a list is narrowed to. It stands in the address. */
export type ListFilter = {
  q?: string
  /** Ids. */
  channel?: string
  owner?: string
  tag?: string
}

const parts = ['q', 'channel', 'owner', 'tag'] as const

/** The filter of an address. What is no text is left out. */
export function readFilter(search: Record<string, unknown>): ListFilter {
  const filter: ListFilter = {}
  for (const part of parts) {
    const value = search[part]
    if (typeof value === 'string' && value) filter[part] = value
    // `?q=4821` is read as a number.
    if (typeof value === 'number') filter[part] = String(value)
  }
  return filter
}

/** How many things beside the search narrow the list. */
export function countFilters({ channel, owner, tag }: ListFilter): number {
  return [channel, owner, tag].filter(Boolean).length
}

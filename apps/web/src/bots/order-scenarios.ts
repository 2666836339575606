/** The list with one item at another place. The same list where it stays, or where that place is none. */
export function moved<Item>(items: Item[], from: number, to: number): Item[] {
  const item = items[from]
  if (item === undefined || from === to || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** A name that no scenario of the bot has: "Custom", "Custom 2". */
export function freeName(wanted: string, taken: readonly { name: string }[]): string {
  const isTaken = (name: string) => taken.some((other) => other.name.toLowerCase() === name.toLowerCase())
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted} ${count}`
    if (!isTaken(name)) return name
  }
}

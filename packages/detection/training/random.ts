/** Numbers that look random and are the same in every run. */
export type Random = {
  /** From 0 to 1, exclusive. */
  next: () => number
  /** A whole number from 0 to `count`, exclusive. */
  below: (count: number) => number
  pick: <Item>(items: readonly Item[]) => Item | undefined
  shuffle: <Item>(items: Item[]) => Item[]
}

/** Mulberry32 by Tommy Ettinger, public domain: 32 bits of state, enough for drawing examples. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    pick: (items) => items[below(items.length)],
    shuffle(items) {
      for (let at = items.length - 1; at > 0; at--) {
        const other = below(at + 1)
        const [one, two] = [items[at], items[other]]
        if (one !== undefined && two !== undefined) {
          items[at] = two
          items[other] = one
        }
      }
      return items
    },
  }
}

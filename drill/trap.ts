/** Counts the steps of something, and acts at one of them. */
export type Trap = {
  /** Acts at step `at` of what is about one of these ids. */
  arm: (ids: readonly string[], at: number, act: () => void) => void
  /** Whether bytes name what it watches. */
  watches: (bytes: Buffer) => boolean
  /** One more step. True: this was the one, or an earlier one; nothing of it must have an effect. */
  step: () => boolean
  hasSprung: () => boolean
}

export function createTrap(): Trap {
  let ids: Buffer[] = []
  let left = 0
  let act = () => {}
  let sprung = false
  return {
    arm(watched, at, then) {
      ids = watched.map((id) => Buffer.from(id))
      left = at
      act = then
      sprung = false
    },
    watches: (bytes) => ids.some((id) => bytes.includes(id)),
    step() {
      if (sprung) return true
      left -= 1
      if (left !== 0) return false
      sprung = true
      act()
      return true
    },
    hasSprung: () => sprung,
  }
}

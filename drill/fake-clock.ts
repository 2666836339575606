/** A clock that stands until it is moved. */
export function fakeClock(start: string) {
  let at = Date.parse(start)
  return {
    now: () => new Date(at),
    advance: (minutes: number) => {
      at += minutes * 60_000
    },
  }
}

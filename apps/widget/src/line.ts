import { backoffMs, wait } from '@baton/client/wait'
import { Refused } from './api.ts'

/** A tab that nobody looks at lets go of its line after so long: a browser has few. */
const hiddenMs = 5 * 60_000

/** Keeps a line to the conversation open, and comes back when it is lost. */
export function createLine(options: {
  /** Listens until the line ends. Calls `heard` whenever something is said. */
  listen: (signal: AbortSignal, heard: () => void) => Promise<void>
  /** Whether there is anything to listen to. */
  isWanted: () => boolean
  /** The visitor is not known any more. Says whether they are again. */
  renew: () => Promise<boolean>
  onLost: () => void
}) {
  let line: AbortController | null = null

  async function hold(): Promise<void> {
    if (line || !options.isWanted()) return
    const mine = new AbortController()
    line = mine
    let attempt = 1
    while (!mine.signal.aborted) {
      try {
        await options.listen(mine.signal, () => {
          attempt = 1
        })
      } catch (error) {
        if (mine.signal.aborted) break
        if (!(error instanceof Refused)) options.onLost()
        // The chat was taken off this page, or the page says no more who they are. Asking again changes nothing.
        else if (error.status === 401 ? !(await options.renew()) : error.status !== 429) break
      }
      await wait(backoffMs(attempt, 500), mine.signal).catch(() => {})
      attempt += 1
    }
    if (line === mine) line = null
  }

  function letGo(): void {
    line?.abort()
    line = null
  }

  let hidden: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hidden)
    if (document.visibilityState === 'hidden') hidden = setTimeout(letGo, hiddenMs)
    else hold()
  })

  return { hold, letGo, isHeld: () => line !== null }
}

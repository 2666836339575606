import { setTimeout as pause } from 'node:timers/promises'

const everyMs = 20

/** Tries an expectation until it holds, for ten seconds at most; then its own failure is the test's. */
export async function eventually(expectation: () => void | Promise<void>, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs
  for (;;) {
    try {
      await expectation()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await pause(everyMs)
    }
  }
}

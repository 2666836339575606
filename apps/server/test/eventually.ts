import { setTimeout as pause } from 'node:timers/promises'

const everyMs = 20

/** Tries an expectation until it holds and gives what it found, for ten seconds at most; then its own failure is the test's. */
export async function eventually<T>(expectation: () => T | Promise<T>, withinMs = 10_000): Promise<T> {
  const deadline = Date.now() + withinMs
  for (;;) {
    try {
      return await expectation()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await pause(everyMs)
    }
  }
}

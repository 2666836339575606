import { setTimeout as pause } from 'node:timers/promises'

/** Calls something at a steady rate for so long, whether or not earlier calls have finished, then waits for all. */
export async function steadily(
  perSecond: number,
  seconds: number,
  call: (number: number) => Promise<void>,
): Promise<void> {
  const began = performance.now()
  const running: Promise<void>[] = []
  for (let number = 0; number < perSecond * seconds; number++) {
    const due = began + (number * 1000) / perSecond
    if (due > performance.now()) await pause(due - performance.now())
    running.push(call(number))
  }
  await Promise.all(running)
}

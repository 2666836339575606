/** Calls `work` and adds the time that it took to `times`, in microseconds. */
export function timed<Result>(times: number[], work: () => Result): Result {
  const start = performance.now()
  const result = work()
  times.push((performance.now() - start) * 1000)
  return result
}

/** "38 µs, p99 210 µs" */
export function describeTimes(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return `median ${at(0.5)} µs, p99 ${at(0.99)} µs`
}

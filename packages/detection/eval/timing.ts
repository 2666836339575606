/** Calls `work` and adds the time that it took to `times`, in microseconds. */
export async function timed<Result>(times: number[], work: () => Result | Promise<Result>): Promise<Result> {
  const start = performance.now()
  const begun = work()
  const result = begun instanceof Promise ? await begun : begun
  times.push((performance.now() - start) * 1000)
  return result
}

/** The time below which this share of all calls took, in microseconds. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}

/** One side of a comparison: something that is done over and over by so many at a time. */
export type Side = {
  name: string
  concurrency: number
  once: () => Promise<void>
  /** What must be so for this side, done before each of its slices and not timed. */
  before?: () => Promise<void>
}

export type Figures = {
  name: string
  /** Operations a second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Microseconds of this process' CPU for one operation. PostgreSQL's own is not in it. */
  cpu: number
}

/** A thing of Baton's, and the bare statements of the same. */
export type Pair = { baton: Figures; floor: Figures }

export type Samples = {
  /** Milliseconds each. */
  times: number[]
  /** Operations; not always as many as were timed. */
  count: number
  elapsedMs: number
  cpuMicros: number
}

export function noSamples(): Samples {
  return { times: [], count: 0, elapsedMs: 0, cpuMicros: 0 }
}

/**
 * Runs Baton's side and its floor in turn, in short slices, A B A B …, so that a noisy machine is noisy for
 * both. `seconds` is for each side. A first slice of each warms up and is not counted.
 */
export async function compare(baton: Side, floor: Side, seconds: number, slices = 6): Promise<Pair> {
  const [ofBaton, ofFloor] = [noSamples(), noSamples()]
  const sliceMs = (seconds * 1000) / slices
  await runSlice(baton, sliceMs / 2, noSamples())
  await runSlice(floor, sliceMs / 2, noSamples())
  for (let turn = 0; turn < slices; turn++) {
    await runSlice(baton, sliceMs, ofBaton)
    await runSlice(floor, sliceMs, ofFloor)
  }
  return { baton: summarise(baton.name, ofBaton), floor: summarise(floor.name, ofFloor) }
}

async function runSlice({ concurrency, once, before }: Side, ms: number, total: Samples): Promise<void> {
  await before?.()
  const began = performance.now()
  const cpu = process.cpuUsage()
  const end = began + ms
  const worker = async () => {
    while (performance.now() < end) {
      const start = performance.now()
      await once()
      total.times.push(performance.now() - start)
      total.count += 1
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  const { user, system } = process.cpuUsage(cpu)
  total.elapsedMs += performance.now() - began
  total.cpuMicros += user + system
}

export function summarise(name: string, { times, count, elapsedMs, cpuMicros }: Samples): Figures {
  return {
    name,
    rate: (count / Math.max(1, elapsedMs)) * 1000,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpu: cpuMicros / Math.max(1, count),
  }
}

/** The value that a share of the values does not exceed; 0 for none. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** One side of a comparison: something that is done over and over by so many at a time. */
export type Side = { name: string; concurrency: number; once: () => Promise<void> }

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

type Samples = { times: number[]; elapsedMs: number; cpuMicros: number }

/**
 * Runs the sides in turn, in short slices, A B A B …, so that a noisy machine is noisy for both. The first
 * slice of each warms up and is not counted.
 */
export async function compare(sides: Side[], seconds: number, slices = 6): Promise<Figures[]> {
  const samples = new Map<Side, Samples>(
    sides.map((side) => [side, { times: [], elapsedMs: 0, cpuMicros: 0 }]),
  )
  const sliceMs = (seconds * 1000) / slices
  for (const side of sides) await slice(side, sliceMs / 2)
  for (let turn = 0; turn < slices; turn++)
    for (const [side, total] of samples) {
      const part = await slice(side, sliceMs)
      total.times.push(...part.times)
      total.elapsedMs += part.elapsedMs
      total.cpuMicros += part.cpuMicros
    }
  return sides.map((side) =>
    summarise(side.name, samples.get(side) ?? { times: [], elapsedMs: 1, cpuMicros: 0 }),
  )
}

async function slice({ concurrency, once }: Side, ms: number): Promise<Samples> {
  const times: number[] = []
  const began = performance.now()
  const cpu = process.cpuUsage()
  const end = began + ms
  const worker = async () => {
    while (performance.now() < end) {
      const start = performance.now()
      await once()
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  const { user, system } = process.cpuUsage(cpu)
  return { times, elapsedMs: performance.now() - began, cpuMicros: user + system }
}

function summarise(name: string, { times, elapsedMs, cpuMicros }: Samples): Figures {
  return {
    name,
    rate: (times.length / elapsedMs) * 1000,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpu: cpuMicros / Math.max(1, times.length),
  }
}

/** The value that a share of the values does not exceed; 0 for none. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

import { monitorEventLoopDelay } from 'node:perf_hooks'

export type HttpMetrics = ReturnType<typeof createHttpMetrics>

/** Upper bounds of the histogram, in seconds. */
const bounds = [0.005, 0.02, 0.1, 0.5, 2]

type Latency = { counts: number[]; sum: number; total: number }

/** Counts what this process serves, and gives its figures as Prometheus lines. */
export function createHttpMetrics() {
  const requests = new Map<string, number>()
  const latencies = new Map<string, Latency>()
  const loopDelay = monitorEventLoopDelay({ resolution: 20 })
  loopDelay.enable()

  return {
    count(endpoint: string, status: number, ms: number): void {
      const labels = `endpoint="${endpoint}",status="${status}"`
      requests.set(labels, (requests.get(labels) ?? 0) + 1)
      const latency = latencies.get(endpoint) ?? { counts: bounds.map(() => 0), sum: 0, total: 0 }
      latencies.set(endpoint, latency)
      const seconds = ms / 1000
      latency.sum += seconds
      latency.total += 1
      for (const [index, bound] of bounds.entries())
        if (seconds <= bound) latency.counts[index] = (latency.counts[index] ?? 0) + 1
    },

    /** `streams` is how many streams of events are open. */
    lines(streams: number): string[] {
      const memory = process.memoryUsage()
      const lag = loopDelay.percentile(99) / 1e9
      // Each reading tells of the time since the one before.
      loopDelay.reset()
      return [
        ...gauge('process_resident_memory_bytes', 'Memory of this process.', memory.rss),
        ...gauge('nodejs_heap_used_bytes', 'Memory in use by JavaScript.', memory.heapUsed),
        ...gauge('nodejs_eventloop_lag_p99_seconds', 'Delay of the event loop since the last reading.', lag),
        ...gauge('baton_event_streams', 'Open streams of events.', streams),
        '# HELP baton_http_requests_total Requests answered.',
        '# TYPE baton_http_requests_total counter',
        ...[...requests].map(([labels, count]) => `baton_http_requests_total{${labels}} ${count}`),
        '# HELP baton_http_request_seconds Time to the answer.',
        '# TYPE baton_http_request_seconds histogram',
        ...[...latencies].flatMap(([endpoint, latency]) => histogram(endpoint, latency)),
      ]
    },
  }
}

function gauge(name: string, help: string, value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${Number.isFinite(value) ? value : 0}`]
}

function histogram(endpoint: string, { counts, sum, total }: Latency): string[] {
  const name = 'baton_http_request_seconds'
  const bucket = (bound: number | '+Inf', count: number | undefined) =>
    `${name}_bucket{endpoint="${endpoint}",le="${bound}"} ${count ?? 0}`
  return [
    ...bounds.map((bound, index) => bucket(bound, counts[index])),
    bucket('+Inf', total),
    `${name}_sum{endpoint="${endpoint}"} ${sum}`,
    `${name}_count{endpoint="${endpoint}"} ${total}`,
  ]
}

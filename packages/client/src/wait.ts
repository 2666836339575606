const longestMs = 20_000
const mostPatienceMs = 60_000

/** Waits, or rejects as soon as the signal is aborted. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}

/** How long to wait before try number `attempt`, from 1. Grows, and differs so that clients do not come in step. */
export function backoffMs(attempt: number, firstMs = 200): number {
  const most = Math.min(longestMs, firstMs * 2 ** (attempt - 1))
  return most / 2 + (Math.random() * most) / 2
}

/** What `Retry-After` asks for in milliseconds, seconds or a date. Null: nothing, or more than anybody waits. */
export function retryAfterMs(response: Response, now = Date.now()): number | null {
  const header = response.headers.get('retry-after')
  if (!header) return null
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return ms >= 0 && ms <= mostPatienceMs ? ms : null
}

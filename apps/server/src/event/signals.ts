import pg from 'pg'
import type { Queue } from '../job/jobs.ts'

/** What may be worth a look: the event log, or a queue of jobs. */
export type Topic = 'event' | Queue

const channel = 'baton'
const reconnectMs = 1_000

/**
 * Tells every process that something was committed, so that nobody waits for the next poll. Only a hint: a
 * lost signal delays, and loses nothing.
 *
 * The NOTIFY is sent after the commit and over a connection of its own, many raised topics at once. Inside
 * the transaction it would take a lock that makes all commits wait for each other.
 */
export type Signals = ReturnType<typeof createSignals>

export function createSignals(url: string, onError: (error: Error) => void = () => {}) {
  const listeners = new Map<Topic, Set<() => void>>()
  const raised = new Set<Topic>()
  let client: pg.Client | null = null
  let ownPid: number | null = null
  let sending = false
  let stopped = false

  function tell(topic: Topic): void {
    for (const listener of listeners.get(topic) ?? []) listener()
  }

  async function connect(): Promise<void> {
    if (stopped) return
    const next = new pg.Client({ connectionString: url, application_name: 'baton signals' })
    next.on('error', onError)
    next.on('end', () => {
      if (client === next) client = null
      if (!stopped) setTimeout(() => void connect(), reconnectMs).unref()
    })
    next.on('notification', ({ processId, payload }) => {
      if (processId === ownPid) return
      for (const topic of payload?.split(' ') ?? []) tell(topic as Topic)
    })
    try {
      await next.connect()
      const { rows } = await next.query(`select pg_backend_pid() as pid`)
      await next.query(`listen ${channel}`)
      ownPid = rows[0].pid
      client = next
      // Whatever was signalled while nobody listened.
      for (const topic of listeners.keys()) tell(topic)
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)))
      await next.end().catch(() => {})
    }
  }

  async function send(): Promise<void> {
    if (sending || !client || raised.size === 0) return
    sending = true
    const payload = [...raised].join(' ')
    raised.clear()
    await client.query('select pg_notify($1, $2)', [channel, payload]).catch(onError)
    sending = false
    await send()
  }

  return {
    start: connect,
    on(topic: Topic, listener: () => void): () => void {
      const set = listeners.get(topic) ?? new Set()
      listeners.set(topic, set.add(listener))
      return () => set.delete(listener)
    },
    raise(topics: Iterable<Topic>): void {
      for (const topic of topics) {
        raised.add(topic)
        tell(topic)
      }
      void send()
    },
    async stop(): Promise<void> {
      stopped = true
      await client?.end().catch(() => {})
    },
  }
}

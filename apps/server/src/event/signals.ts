import type { Queue } from '../job/jobs.ts'
import { createNotifyLine } from './notify-line.ts'

/** What may be worth a look: the event log, or a queue of jobs. */
export type Topic = 'event' | Queue

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
  let sending = false

  const line = createNotifyLine(url, {
    channel: 'baton',
    onMessage(payload) {
      for (const topic of payload.split(' ')) tell(topic as Topic)
    },
    onConnected() {
      // Whatever was signalled while nobody listened.
      for (const topic of listeners.keys()) tell(topic)
    },
    onError,
  })

  function tell(topic: Topic): void {
    for (const listener of listeners.get(topic) ?? []) listener()
  }

  async function send(): Promise<void> {
    if (sending || !line.isOpen() || raised.size === 0) return
    sending = true
    const payload = [...raised].join(' ')
    raised.clear()
    await line.send(payload)
    sending = false
    await send()
  }

  return {
    start: line.start,
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
    stop: line.stop,
  }
}

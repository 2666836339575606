import { useCallback, useRef, useState } from 'react'
import { patientBaton, sentenceOf } from '../../api/client.ts'
import { type Exchange, sleepIn, turnsUpTo } from './trial-log.ts'

export type Trial = ReturnType<typeof useTrial>

/** A conversation with a bot that nobody else has. It is kept here and nowhere else. */
export function useTrial(botId: string) {
  const [log, setLog] = useState<readonly Exchange[]>([])
  // What was asked before a reset counts no more.
  const run = useRef(new AbortController())

  const change = useCallback(
    (id: number, changed: Partial<Exchange>) =>
      setLog((now) => now.map((one) => (one.id === id ? { ...one, ...changed } : one))),
    [],
  )
  const ask = async (asked: readonly Exchange[], id: number) => {
    const { signal } = run.current
    const { turns, watermark } = turnsUpTo(asked, id)
    try {
      const result = await patientBaton.tryBot({ params: { id: botId }, body: { turns, watermark }, signal })
      if (!signal.aborted) change(id, { result })
    } catch (error) {
      if (!signal.aborted) change(id, { failure: sentenceOf(error) })
    }
  }
  const last = log.at(-1)
  return {
    log,
    isBusy: last !== undefined && last.result === null && last.failure === null,
    asleep: sleepIn(log),
    say(text: string) {
      const id = (last?.id ?? 0) + 1
      const said = { id, said: text, at: new Date().toISOString(), result: null, failure: null, woke: false }
      const next = [...log.filter(({ failure }) => failure === null), said]
      setLog(next)
      void ask(next, id)
    },
    retry(id: number) {
      change(id, { failure: null })
      void ask(log, id)
    },
    wake() {
      if (last) change(last.id, { woke: true })
    },
    reset() {
      run.current.abort()
      run.current = new AbortController()
      setLog([])
    },
  }
}

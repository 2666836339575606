import { type BatonEvent, type EventType, endpoints } from '@baton/contract'
import { authorization, type Connection, urlOf } from './call.ts'
import { NoAnswerError, readError } from './errors.ts'
import { createStreamParser } from './parse-stream.ts'
import { backoffMs, retryAfterMs, wait } from './wait.ts'

export type EventsOptions = {
  /** Only these. Left out: all. */
  types?: readonly EventType[]
  /** Only those of one conversation. */
  conversationId?: string
  /** Resume after this event. Left out: what comes from now on. */
  lastEventId?: string
  /** Hears when the line is open, and when it is lost and will be tried again. */
  onConnection?: (connected: boolean) => void
  /** Ends it. */
  signal?: AbortSignal
}

/** The server says something every 15 seconds. When it is silent for this long the line is dead. */
const silenceMs = 45_000

/**
 * Yields events as they happen. After a lost connection it comes back and goes on after the last event, so that
 * nothing is missed. Ends quietly when the signal is aborted.
 * @throws ApiError when the server refuses, for an API key or a filter that is not valid
 */
export async function* followEvents(
  connection: Connection,
  options: EventsOptions,
): AsyncGenerator<BatonEvent, void, undefined> {
  let lastEventId = options.lastEventId
  let attempt = 0
  let pauseMs: number | null = null
  while (!options.signal?.aborted) {
    // Whoever stops reading ends the line, too.
    const line = new AbortController()
    const signal = options.signal ? AbortSignal.any([options.signal, line.signal]) : line.signal
    try {
      const response = await open(connection, options, lastEventId, signal)
      if (!response.ok) {
        if (response.status < 500 && response.status !== 429) throw await readError(response)
        await response.body?.cancel()
        pauseMs = retryAfterMs(response)
      } else {
        options.onConnection?.(true)
        for await (const said of read(response, line)) {
          attempt = 0
          lastEventId = said.id || lastEventId
          pauseMs = said.retryMs ?? pauseMs
          if (said.data !== null) yield JSON.parse(said.data) as BatonEvent
        }
      }
    } catch (error) {
      if (options.signal?.aborted) return
      if (!(error instanceof NoAnswerError)) throw error
    } finally {
      line.abort()
    }
    attempt += 1
    // One end of the line is no loss yet: servers are restarted, proxies cut. The next try says.
    if (attempt > 1) options.onConnection?.(false)
    await wait(Math.max(pauseMs ?? 0, backoffMs(attempt, 500)), options.signal).catch(() => {})
  }
}

async function open(
  connection: Connection,
  { types, conversationId }: EventsOptions,
  lastEventId: string | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const query = { types: types?.join(','), conversationId }
  const headers: Record<string, string> = {
    accept: 'text/event-stream',
    ...authorization(connection.apiKey),
  }
  if (lastEventId) headers['last-event-id'] = lastEventId
  const url = urlOf(connection.baseUrl, endpoints.streamEvents.path, { query })
  try {
    return await connection.fetch(url, { headers, signal })
  } catch (error) {
    throw new NoAnswerError('The stream of events cannot be opened.', { cause: error })
  }
}

async function* read(response: Response, line: AbortController) {
  if (!response.body) throw new NoAnswerError('The stream of events is empty.')
  const parse = createStreamParser()
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (;;) {
      const { done, value } = await unlessSilent(reader.read(), line)
      if (done) return
      yield* parse(value)
    }
  } catch (error) {
    throw error instanceof NoAnswerError
      ? error
      : new NoAnswerError('The stream of events broke off.', { cause: error })
  }
}

async function unlessSilent<T>(chunk: Promise<T>, line: AbortController): Promise<T> {
  const timer = setTimeout(
    () => line.abort(new NoAnswerError('The stream of events fell silent.')),
    silenceMs,
  )
  try {
    return await chunk
  } finally {
    clearTimeout(timer)
  }
}

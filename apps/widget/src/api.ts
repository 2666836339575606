import { createStreamParser } from '@baton/client/parse-stream'
import type { ChatMessage, ChatSettings, ChatStart, ChatThread, StartedChat } from '@baton/contract'

/** The server has said no. Trying again as it is helps only where it is about how often. */
export class Refused extends Error {
  status: number
  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
}

export type Api = ReturnType<typeof createApi>

/** The server says something every 15 seconds. When it is silent for this long the line is dead. */
const silenceMs = 45_000
const answerMs = 15_000

/** What the chat asks of Baton. Whatever is thrown but `Refused` means that there was no answer. */
export function createApi(base: string, channel: string) {
  const root = `${base}/v1/chat/${encodeURIComponent(channel)}`

  async function call<T>(method: string, path: string, token: string | null, body?: unknown): Promise<T> {
    const response = await fetch(root + path, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(answerMs),
    })
    if (!response.ok) throw await refusalOf(response)
    return response.status === 204 ? (undefined as T) : await response.json()
  }

  return {
    settings: (locale: string) => call<ChatSettings>('GET', `?locale=${encodeURIComponent(locale)}`, null),
    start: (body: ChatStart) => call<StartedChat>('POST', '/visitors', null, body),
    before: (token: string, seq: number) => call<ChatThread>('GET', `/thread?before=${seq}`, token),
    send: (token: string, clientId: string, text: string) =>
      call<ChatMessage>('POST', '/messages', token, { clientId, text }),
    leaveEmail: (token: string, email: string) => call<void>('PUT', '/email', token, { email }),
    rate: (token: string, handoverId: string, helped: boolean) =>
      call<void>('PUT', '/rating', token, { handoverId, helped }),
    leaveQueue: (token: string) => call<void>('DELETE', '/wait', token),

    /** Follows the conversation until the line ends, by itself or by the signal. */
    async follow(
      token: string,
      after: number,
      signal: AbortSignal,
      onThread: (thread: ChatThread) => void,
    ): Promise<void> {
      const line = new AbortController()
      const response = await fetch(`${root}/events?after=${after}`, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.any([signal, line.signal]),
      })
      if (!response.ok || !response.body) throw await refusalOf(response)
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      const parse = createStreamParser()
      for (;;) {
        const silent = setTimeout(() => line.abort(), silenceMs)
        const { done, value } = await reader.read().finally(() => clearTimeout(silent))
        if (done) return
        for (const { data } of parse(value)) if (data !== null) onThread(JSON.parse(data))
      }
    },
  }
}

async function refusalOf(response: Response): Promise<Error> {
  // A proxy or a server that starts: not an answer of Baton's.
  if (response.status >= 500) return new Error(String(response.status))
  const problem = await response.json().catch(() => null)
  return new Refused(response.status, problem?.detail ?? String(response.status))
}

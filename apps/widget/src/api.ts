import type {
  Attachment,
  ChatMessage,
  ChatSettings,
  ChatStart,
  ChatThread,
  StartedChat,
} from '@baton/contract'

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
const uploadMs = 120_000

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
    send: (token: string, clientId: string, text: string, attachments: string[]) =>
      call<ChatMessage>('POST', '/messages', token, { clientId, text, attachments }),
    upload: (token: string, name: string, file: Blob, onDone: (part: number) => void) =>
      upload(`${root}/attachments?name=${encodeURIComponent(name)}`, token, file, onDone),
    async file(token: string, id: string): Promise<Blob> {
      const response = await fetch(`${root}/attachments/${id}`, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(uploadMs),
      })
      if (!response.ok) throw await refusalOf(response)
      return response.blob()
    },
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
      let rest = ''
      for (;;) {
        const silent = setTimeout(() => line.abort(), silenceMs)
        const { done, value } = await reader.read().finally(() => clearTimeout(silent))
        if (done) return
        // Baton writes each event in one line, and nothing else in these streams counts.
        const lines = (rest + value).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) if (line.startsWith('data: ')) onThread(JSON.parse(line.slice(6)))
      }
    },
  }
}

/** By the older way, which alone says how far it is. */
function upload(url: string, token: string, file: Blob, onDone: (part: number) => void): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.timeout = uploadMs
    request.upload.onprogress = ({ loaded, total }) => onDone(loaded / total)
    request.onload = () =>
      request.status === 201 ? resolve(request.response) : reject(refusal(request.status, request.response))
    request.onerror = request.ontimeout = () => reject(new Error('no answer'))
    request.send(file)
  })
}

async function refusalOf(response: Response): Promise<Error> {
  return refusal(response.status, await response.json().catch(() => null))
}

function refusal(status: number, problem: { detail?: string } | null): Error {
  // A proxy or a server that starts: not an answer of Baton's.
  return status >= 500 ? new Error(String(status)) : new Refused(status, problem?.detail ?? String(status))
}

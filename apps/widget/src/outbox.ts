import type { ChatMessage } from '@baton/contract'
import { type Api, Refused } from './api.ts'
import type { Storage } from './storage.ts'

/** `waiting`: sent again by itself as soon as it can be. `failed`: refused; the visitor decides. */
export type Outgoing = { clientId: string; text: string; at: number; state: 'waiting' | 'sending' | 'failed' }

const prefix = 'out:'
const lastsMs = 24 * 60 * 60 * 1000

/**
 * What was written and is not known to have arrived. Each message is kept until it has, over reloads and in all tabs; its
 * id makes it arrive once, whoever sends it.
 */
export function createOutbox(options: {
  api: Api
  storage: Storage
  /** The token of the visitor, made where there is none yet. */
  token: (renew: boolean) => Promise<string>
  onSent: (message: ChatMessage) => void
  onChange: () => void
  onConnection: (connected: boolean) => void
}) {
  const { api, storage } = options
  let messages: Outgoing[] = restore(storage)
  let running = false
  let retry: ReturnType<typeof setTimeout> | undefined

  const change = (clientId: string, state: Outgoing['state']) => {
    messages = messages.map((one) => (one.clientId === clientId ? { ...one, state } : one))
    options.onChange()
  }
  const drop = (clientId: string) => {
    storage.set(prefix + clientId, null)
    messages = messages.filter((one) => one.clientId !== clientId)
  }

  /** Sends what waits, in order, one after the other. */
  async function flush(): Promise<void> {
    if (running) return
    running = true
    clearTimeout(retry)
    try {
      for (;;) {
        const next = messages.find(({ state }) => state === 'waiting')
        if (!next) return
        change(next.clientId, 'sending')
        if (!(await sendOne(next))) {
          retry = setTimeout(flush, 5_000)
          return
        }
      }
    } finally {
      running = false
    }
  }

  async function sendOne({ clientId, text }: Outgoing, renewed = false): Promise<boolean> {
    try {
      const sent = await api.send(await options.token(renewed), clientId, text)
      drop(clientId)
      options.onSent(sent)
      options.onConnection(true)
      return true
    } catch (error) {
      if (error instanceof Refused && error.status === 401 && !renewed)
        return sendOne({ clientId, text, at: 0, state: 'sending' }, true)
      const isFinal = error instanceof Refused && error.status !== 429
      change(clientId, isFinal ? 'failed' : 'waiting')
      if (!(error instanceof Refused)) options.onConnection(false)
      return isFinal
    }
  }

  return {
    list: (): readonly Outgoing[] => messages,
    add(text: string): void {
      const at = Date.now()
      const clientId = newId()
      storage.set(prefix + clientId, JSON.stringify({ text, at }))
      messages = [...messages, { clientId, text, at, state: 'waiting' }]
      options.onChange()
      flush()
    },
    /** It has arrived: the conversation shows it. */
    arrived(clientIds: (string | null)[]): void {
      for (const id of clientIds) if (id && messages.some(({ clientId }) => clientId === id)) drop(id)
    },
    retry(clientId: string): void {
      change(clientId, 'waiting')
      flush()
    },
    flush,
  }
}

function restore(storage: Storage): Outgoing[] {
  return storage
    .keys()
    .filter((key) => key.startsWith(prefix))
    .flatMap((key): Outgoing[] => {
      const { text, at } = JSON.parse(storage.get(key) ?? '{}')
      const isGood = typeof text === 'string' && Date.now() - at < lastsMs
      if (!isGood) storage.set(key, null)
      return isGood ? [{ clientId: key.slice(prefix.length), text, at, state: 'waiting' }] : []
    })
    .sort((a, b) => a.at - b.at)
}

/** Not `randomUUID`, which browsers have only on https. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

import type { ChatMessage } from '@baton/contract'
import { type Api, Refused } from './api.ts'
import type { Storage } from './storage.ts'

/** A file that is sent along. Uploaded once it has an id; where the page was left since, that is all there is of it. */
type OutgoingFile = { name: string; id: string | null; blob: Blob | null }

export type Outgoing = {
  clientId: string
  text: string
  files: readonly OutgoingFile[]
  at: number
  /** `waiting`: sent again by itself as soon as it can be. `failed`: refused; the visitor decides. */
  state: 'waiting' | 'sending' | 'failed'
  /** With which status it was refused. */
  refusal?: number
  /** How much of its files is uploaded, up to 1. */
  done: number
}

const prefix = 'out:'
const lastsMs = 24 * 60 * 60 * 1000

/**
 * What was written and is not known to have arrived. Each message is kept until it has, over reloads and in all tabs; its
 * id makes it arrive once, whoever sends it. One with files is kept so from when these have arrived: no page can keep them.
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

  const find = (id: string) => messages.find(({ clientId }) => clientId === id)
  const change = (clientId: string, news: Partial<Outgoing>) => {
    messages = messages.map((one) => (one.clientId === clientId ? { ...one, ...news } : one))
    options.onChange()
  }
  const keep = ({ clientId, text, at, files }: Outgoing) => {
    if (files.some(({ id }) => id === null)) return
    const ids = files.map(({ name, id }) => ({ name, id }))
    storage.set(prefix + clientId, JSON.stringify({ text, at, files: ids }))
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
        change(next.clientId, { state: 'sending' })
        if (!(await sendOne(next.clientId))) {
          retry = setTimeout(flush, 5_000)
          return
        }
      }
    } finally {
      running = false
    }
  }

  async function sendOne(clientId: string, renewed = false): Promise<boolean> {
    try {
      const token = await options.token(renewed)
      const ids = await upload(token, clientId)
      const sent = await api.send(token, clientId, find(clientId)?.text ?? '', ids)
      drop(clientId)
      options.onSent(sent)
      options.onConnection(true)
      return true
    } catch (error) {
      const refusal = error instanceof Refused ? error.status : 0
      if (refusal === 401 && !renewed) return sendOne(clientId, true)
      if (!refusal) options.onConnection(false)
      if (!refusal || refusal === 429) {
        change(clientId, { state: 'waiting' })
        return false
      }
      // Perhaps what was uploaded is forgotten, or was somebody else's: it is uploaded anew.
      const files = (find(clientId)?.files ?? []).map((file) => (file.blob ? { ...file, id: null } : file))
      change(clientId, { state: 'failed', refusal, files })
      return true
    }
  }

  /** Uploads what is not there yet, and gives the ids of all. */
  async function upload(token: string, clientId: string): Promise<string[]> {
    const { files = [] } = find(clientId) ?? {}
    const ids: string[] = []
    for (const [at, { name, id, blob }] of files.entries()) {
      const part = (done: number) => change(clientId, { done: (at + done) / files.length })
      if (id === null && blob) {
        const stored = await api.upload(token, name, blob, part)
        const now = (find(clientId)?.files ?? []).with(at, { name, id: stored.id, blob })
        change(clientId, { files: now })
        ids.push(stored.id)
      } else if (id) ids.push(id)
    }
    const whole = find(clientId)
    if (whole && files.length > 0) keep(whole)
    return ids
  }

  return {
    list: (): readonly Outgoing[] => messages,
    add(text: string, files: readonly File[] = []): void {
      const outgoing: Outgoing = {
        clientId: newId(),
        text,
        files: files.map((blob) => ({ name: blob.name, id: null, blob })),
        at: Date.now(),
        state: 'waiting',
        done: 0,
      }
      keep(outgoing)
      messages = [...messages, outgoing]
      options.onChange()
      flush()
    },
    /** It has arrived: the conversation shows it. */
    arrived(clientIds: (string | null)[]): void {
      for (const id of clientIds) if (id && find(id)) drop(id)
    },
    retry(clientId: string): void {
      change(clientId, { state: 'waiting', done: 0 })
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
      const { text, at, files = [] } = JSON.parse(storage.get(key) ?? '{}')
      const isGood = typeof text === 'string' && Date.now() - at < lastsMs
      if (!isGood) storage.set(key, null)
      const clientId = key.slice(prefix.length)
      const kept = files.map((file: object) => ({ ...file, blob: null }))
      return isGood ? [{ clientId, text, files: kept, at, state: 'waiting', done: 1 }] : []
    })
    .sort((a, b) => a.at - b.at)
}

/** Not `randomUUID`, which browsers have only on https. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

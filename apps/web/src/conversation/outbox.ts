import { NoAnswerError } from '@baton/client'
import type { Attachment, Message } from '@baton/contract'
import { useSyncExternalStore } from 'react'
import { baton, isRefusal, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { addMessage } from '../api/messages.ts'
import { queryClient } from '../api/query-client.ts'
import { texts } from '../texts/index.ts'

/** A message that is on its way, or did not arrive. Its key makes sure that it is sent once, however often tried. */
export type Outgoing = {
  key: string
  conversationId: string
  userId: string
  kind: 'reply' | 'note'
  text: string
  /** Who is named in a note. */
  mentions?: string[]
  /** What is sent along, uploaded or not. */
  files?: readonly OutgoingFile[]
  at: string
  state: 'sending' | 'waiting' | 'failed'
  reason: string | null
}

/** A file of a message. Its bytes are kept for as long as the page is open; `stored` once they are uploaded. */
type OutgoingFile = { name: string; bytes?: Blob; stored?: Attachment }

const storageKey = 'baton-outbox'
const retryMs = 10_000
const listeners = new Set<() => void>()
const nothing: Outgoing[] = []
let outgoing: Outgoing[] = load()
let byConversation = group(outgoing)

/** What was written in a conversation and is not there yet, oldest first. */
export function useOutbox(conversationId: string): Outgoing[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => byConversation.get(conversationId) ?? nothing,
  )
}

/** Sends a message. It stays here until the server has it. */
export function send(
  message: Pick<Outgoing, 'conversationId' | 'userId' | 'kind' | 'text' | 'mentions' | 'files'>,
): void {
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  const entry: Outgoing = { ...message, key, at: new Date().toISOString(), state: 'sending', reason: null }
  change([...outgoing, entry])
  void attempt(entry)
}

export function sendAgain(entry: Outgoing): void {
  put(entry.key, { state: 'sending', reason: null })
  void attempt(find(entry.key) ?? entry)
}

/** Forgets it: it was taken back to be written anew, or is not wanted any more. */
export function discard({ key }: Outgoing): void {
  change(outgoing.filter((other) => other.key !== key))
}

// The browser may know sooner than the stream of events that there is a network again.
window.addEventListener('online', sendWaiting)

/** Tries what waits for the connection, when it is back. */
export function sendWaiting(): void {
  for (const entry of outgoing) if (entry.state === 'waiting') sendAgain(entry)
}

async function attempt(entry: Outgoing): Promise<void> {
  const { conversationId, userId, kind, text, mentions = [], key } = entry
  try {
    const uploaded = await uploadFiles(entry)
    const attachments = uploaded.length > 0 ? { attachments: uploaded.map((file) => file.id) } : {}
    const named = mentions.length > 0 ? { mentions } : {}
    const posted = await baton.postMessage({
      params: { id: conversationId },
      body: kind === 'note' ? { kind, text, userId, ...named } : { kind, text, userId, ...attachments },
      idempotencyKey: key,
    })
    if (posted.outcome === 'sent') addMessage(arrived(entry, posted, uploaded))
    discard(entry)
    void queryClient.invalidateQueries({ queryKey: keys.control(conversationId) })
  } catch (error) {
    if (error instanceof NoAnswerError) {
      put(key, { state: 'waiting', reason: null })
      setTimeout(sendWaiting, retryMs)
      return
    }
    const reason = error instanceof LostFileError ? error.message : sentenceOf(error)
    put(key, { state: 'failed', reason })
    // What was uploaded is forgotten meanwhile: it is uploaded anew.
    if (isRefusal(error, 'unknown_attachment'))
      put(key, { files: (find(key)?.files ?? []).map(({ stored: _, ...file }) => file) })
  }
}

/** Uploads what is not there yet, once: a message that is tried again stays the same. */
async function uploadFiles({ key, conversationId, files = [] }: Outgoing): Promise<Attachment[]> {
  const uploaded: Attachment[] = []
  for (const [at, file] of files.entries()) {
    const { name, bytes, stored } = file
    if (!stored && !bytes) throw new LostFileError(texts.conversation.files.lost(name))
    const params = { id: conversationId }
    const now =
      stored ?? (await baton.uploadAttachment({ params, query: { name }, file: bytes ?? new Blob() }))
    uploaded.push(now)
    if (!stored) put(key, { files: (find(key)?.files ?? files).with(at, { ...file, stored: now }) })
  }
  return uploaded
}

/** The page was left before it was uploaded. */
class LostFileError extends Error {}

function arrived(
  entry: Outgoing,
  { messageId, seq }: { messageId: string; seq: number },
  attachments: Attachment[],
): Message {
  return {
    id: messageId,
    conversationId: entry.conversationId,
    seq,
    externalId: null,
    author: 'user',
    kind: entry.kind === 'note' ? 'note' : 'message',
    userId: entry.userId,
    text: entry.text,
    ...(attachments.length > 0
      ? { attachments: attachments.map((file) => ({ ...file, url: urlOf(entry.conversationId, file.id) })) }
      : {}),
    handoverId: null,
    mentions: entry.mentions ?? [],
    answered: null,
    confidence: null,
    writtenAt: null,
    createdAt: new Date().toISOString(),
  }
}

/** As in the answer of the API, which has it for messages that are stored. */
function urlOf(conversationId: string, id: string): string {
  return `/v1/conversations/${conversationId}/attachments/${id}`
}

function find(key: string): Outgoing | undefined {
  return outgoing.find((entry) => entry.key === key)
}

function put(key: string, changed: Partial<Outgoing>): void {
  change(outgoing.map((entry) => (entry.key === key ? { ...entry, ...changed } : entry)))
}

function change(next: Outgoing[]): void {
  outgoing = next
  byConversation = group(next)
  if (next.length === 0) localStorage.removeItem(storageKey)
  else
    localStorage.setItem(
      storageKey,
      JSON.stringify(next, (name, value) => (name === 'bytes' ? undefined : value)),
    )
  for (const listener of listeners) listener()
}

function group(entries: Outgoing[]): Map<string, Outgoing[]> {
  return Map.groupBy(entries, ({ conversationId }) => conversationId)
}

/** What the page had not sent when it was left waits to be sent now. */
function load(): Outgoing[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    if (!Array.isArray(stored)) return []
    return stored.map((entry) => ({ ...entry, state: entry.state === 'failed' ? 'failed' : 'waiting' }))
  } catch {
    return []
  }
}

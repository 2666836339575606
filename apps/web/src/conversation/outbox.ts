import { NoAnswerError } from '@baton/client'
import type { Message } from '@baton/contract'
import { useSyncExternalStore } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { addMessage } from '../api/messages.ts'
import { queryClient } from '../api/query-client.ts'

/** A message that is on its way, or did not arrive. Its key makes sure that it is sent once, however often tried. */
export type Outgoing = {
  key: string
  conversationId: string
  userId: string
  kind: 'reply' | 'note'
  text: string
  /** Who is named in a note. */
  mentions?: string[]
  at: string
  state: 'sending' | 'waiting' | 'failed'
  reason: string | null
}

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
  message: Pick<Outgoing, 'conversationId' | 'userId' | 'kind' | 'text' | 'mentions'>,
): void {
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  const entry: Outgoing = { ...message, key, at: new Date().toISOString(), state: 'sending', reason: null }
  change([...outgoing, entry])
  void attempt(entry)
}

export function sendAgain(entry: Outgoing): void {
  put(entry, { state: 'sending', reason: null })
  void attempt(entry)
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
    const posted = await baton.postMessage({
      params: { id: conversationId },
      body: { kind, text, userId, ...(mentions.length > 0 ? { mentions } : {}) },
      idempotencyKey: key,
    })
    if (posted.outcome === 'sent') addMessage(arrived(entry, posted))
    discard(entry)
    void queryClient.invalidateQueries({ queryKey: keys.control(conversationId) })
  } catch (error) {
    if (error instanceof NoAnswerError) {
      put(entry, { state: 'waiting', reason: null })
      setTimeout(sendWaiting, retryMs)
    } else put(entry, { state: 'failed', reason: sentenceOf(error) })
  }
}

function arrived(entry: Outgoing, { messageId, seq }: { messageId: string; seq: number }): Message {
  return {
    id: messageId,
    conversationId: entry.conversationId,
    seq,
    externalId: null,
    author: 'user',
    kind: entry.kind === 'note' ? 'note' : 'message',
    userId: entry.userId,
    text: entry.text,
    handoverId: null,
    mentions: entry.mentions ?? [],
    answered: null,
    confidence: null,
    writtenAt: null,
    createdAt: new Date().toISOString(),
  }
}

function put({ key }: Outgoing, changed: Pick<Outgoing, 'state' | 'reason'>): void {
  change(outgoing.map((other) => (other.key === key ? { ...other, ...changed } : other)))
}

function change(next: Outgoing[]): void {
  outgoing = next
  byConversation = group(next)
  if (next.length === 0) localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, JSON.stringify(next))
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

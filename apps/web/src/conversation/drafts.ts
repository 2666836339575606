import { useSyncExternalStore } from 'react'

/** What somebody began to write in a conversation and has not sent. It is kept on this device. */
export type Draft = { text: string; kind: 'reply' | 'note' }

const prefix = 'baton-draft-'
const listeners = new Set<() => void>()
const known = new Map<string, Draft | null>()

export function useDraft(conversationId: string): Draft | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => readDraft(conversationId),
  )
}

export function readDraft(conversationId: string): Draft | null {
  const kept = known.get(conversationId)
  if (kept !== undefined) return kept
  const draft = parse(localStorage.getItem(prefix + conversationId))
  known.set(conversationId, draft)
  return draft
}

/** Keeps a draft. An empty one is none. */
export function keepDraft(conversationId: string, draft: Draft): void {
  const empty = draft.text.trim() === ''
  known.set(conversationId, empty ? null : draft)
  if (empty) localStorage.removeItem(prefix + conversationId)
  else localStorage.setItem(prefix + conversationId, JSON.stringify(draft))
  for (const listener of listeners) listener()
}

function parse(stored: string | null): Draft | null {
  if (stored === null) return null
  try {
    const { text, kind } = JSON.parse(stored)
    return typeof text === 'string' ? { text, kind: kind === 'note' ? 'note' : 'reply' } : null
  } catch {
    return null
  }
}

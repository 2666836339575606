import { useSyncExternalStore } from 'react'

const storageKey = 'baton-read'
const most = 2_000
const listeners = new Set<() => void>()
let marks: Record<string, number> = load()

/** Up to which message each conversation was read on this device. */
export function useReadMarks(): Record<string, number> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => marks,
  )
}

export function markRead(conversationId: string, seq: number): void {
  if ((marks[conversationId] ?? 0) >= seq) return
  const { [conversationId]: _, ...others } = marks
  marks = Object.fromEntries([...Object.entries(others), [conversationId, seq]].slice(-most))
  localStorage.setItem(storageKey, JSON.stringify(marks))
  for (const listener of listeners) listener()
}

function load(): Record<string, number> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    return Object.fromEntries(Object.entries(stored).filter(([, seq]) => typeof seq === 'number'))
  } catch {
    return {}
  }
}

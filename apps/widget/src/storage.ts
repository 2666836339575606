/** What a tab keeps, and hears of the others. */
export type Storage = {
  get: (key: string) => string | null
  set: (key: string, value: string | null) => void
  keys: () => string[]
  /** Another tab has changed something. */
  onChange: (run: (key: string) => void) => void
}

/** Keeps things under a prefix in the browser. Where that is not allowed, in memory, for as long as the page is open. */
export function openStorage(prefix: string): Storage {
  const kept = available()
  const memory = new Map<string, string>()
  return {
    get: (key) => (kept ? kept.getItem(prefix + key) : (memory.get(key) ?? null)),
    set(key, value) {
      if (value === null) {
        memory.delete(key)
        kept?.removeItem(prefix + key)
        return
      }
      memory.set(key, value)
      try {
        kept?.setItem(prefix + key, value)
      } catch {
        // It is full. What is in memory lasts as long as the page.
      }
    },
    keys: () =>
      kept
        ? Object.keys(kept).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
        : [...memory.keys()],
    onChange(run) {
      addEventListener('storage', ({ key }) => {
        if (key?.startsWith(prefix)) run(key.slice(prefix.length))
      })
    },
  }
}

/** A browser that blocks it throws at the mere mention. */
function available(): globalThis.Storage | null {
  try {
    const probe = 'baton-probe'
    localStorage.setItem(probe, '1')
    localStorage.removeItem(probe)
    return localStorage
  } catch {
    return null
  }
}

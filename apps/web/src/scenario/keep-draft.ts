/** What was typed, and the revision it was typed over. */
export type Kept = { content: Record<string, unknown>; basedOn: number | null; at: string }

/** Whether what is typed has reached the server. `kept`: not yet, it is on this device. */
export type DraftState = { kind: 'none' | 'saving' | 'kept' } | { kind: 'saved'; at: string }

export type DraftKeeper = {
  /** Keeps what stands in the editor: on this device at once, on the server after a pause in the typing. */
  keep(content: Kept['content'], basedOn: number | null): void
  /** Ends when nothing is on its way, so that nothing comes in after what follows. What waits is not sent. */
  settle(): Promise<void>
  /** Forgets what is on this device: it was saved or discarded. */
  forget(): void
  /** Sends at once what the network kept from being sent. */
  retry(): void
  /** Sends what waits, once and at once. What does not arrive stays on this device. */
  close(): void
}

type KeeperOptions = {
  /** Under what name it is kept on this device. */
  key: string
  storage: Pick<Storage, 'setItem' | 'removeItem'>
  /** Saves a draft. Answers when it was saved. */
  save: (kept: Kept) => Promise<string>
  /** Whether a failure will pass: without an answer it may, a refusal will not. */
  passes: (error: unknown) => boolean
  onState: (state: DraftState) => void
  pauseMs?: number
}

const longestWaitMs = 30_000

/** Keeps drafts so that nothing typed is lost: neither with the tab, nor with the network, nor with the server. */
export function createDraftKeeper({
  key,
  storage,
  save,
  passes,
  onState,
  pauseMs = 600,
}: KeeperOptions): DraftKeeper {
  let waiting: Kept | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | null = null
  let failures = 0
  let closed = false
  const plan = (ms: number) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(() => void send(), ms)
  }
  const send = () => {
    if (sending || !waiting) return
    sending = sendOne(waiting).finally(() => {
      sending = null
      if (waiting && failures === 0) plan(pauseMs)
    })
  }
  const sendOne = async (kept: Kept) => {
    try {
      const at = await save(kept)
      failures = 0
      if (waiting !== kept) return
      waiting = null
      removeFrom(storage, key)
      onState({ kind: 'saved', at })
    } catch (error) {
      failures++
      onState({ kind: 'kept' })
      if (passes(error)) plan(Math.min(longestWaitMs, pauseMs * 2 ** failures))
    }
  }
  return {
    keep(content, basedOn) {
      waiting = { content, basedOn, at: new Date().toISOString() }
      storeIn(storage, key, waiting)
      onState({ kind: failures > 0 ? 'kept' : 'saving' })
      if (!sending) plan(pauseMs)
    },
    async settle() {
      clearTimeout(timer)
      waiting = null
      await sending
      clearTimeout(timer)
    },
    forget() {
      waiting = null
      failures = 0
      clearTimeout(timer)
      removeFrom(storage, key)
      onState({ kind: 'none' })
    },
    retry() {
      if (failures > 0 && waiting) plan(0)
    },
    close() {
      closed = true
      clearTimeout(timer)
      send()
    },
  }
}

/** What is on this device under a name. Null: nothing, or nothing that can be read. */
export function readKept(storage: Pick<Storage, 'getItem'>, key: string): Kept | null {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? 'null')
    return typeof kept?.content === 'object' && typeof kept.at === 'string' ? kept : null
  } catch {
    return null
  }
}

/** Storage may be full or switched off. Then the server's copy is the only one. */
function storeIn(storage: Pick<Storage, 'setItem'>, key: string, kept: Kept): void {
  try {
    storage.setItem(key, JSON.stringify(kept))
  } catch {}
}

function removeFrom(storage: Pick<Storage, 'removeItem'>, key: string): void {
  try {
    storage.removeItem(key)
  } catch {}
}

import { backoffMs, wait } from '@baton/client/wait'
import type { ChatMessage, ChatSettings, ChatThread, StartedChat } from '@baton/contract'
import { type Api, Refused } from './api.ts'
import { createOutbox, type Outgoing } from './outbox.ts'
import type { Storage } from './storage.ts'

export type State = {
  settings: ChatSettings
  /** Null until the chat has started. */
  thread: Omit<ChatThread, 'messages' | 'more'> | null
  messages: readonly ChatMessage[]
  /** There are older ones than those. */
  more: boolean
  outgoing: readonly Outgoing[]
  connected: boolean
  /** The visitor has read up to this number. */
  seen: number
  /** The page says who they are. */
  identified: boolean
  rated: boolean
}

export type Session = ReturnType<typeof createSession>

/** A tab that nobody looks at lets go of its line after so long: a browser has few. */
const hiddenMs = 5 * 60_000
const typingMs = 60_000

/** One visitor's conversation: what is known of it, and what can be done. Hidden behind it are lost lines and other tabs. */
export function createSession(options: {
  api: Api
  storage: Storage
  settings: ChatSettings
  identity: string | null
  locale: string
  onChange: () => void
}) {
  const { api, storage } = options
  let identity = options.identity
  /** Tabs may be of different visitors: one may have signed in, the other not know of it yet. Each keeps its own. */
  let visitor = storage.get('visitor')
  let token = storage.get('token')
  const seenBy = () => Number(storage.get(`seen:${visitor}`) ?? 0)
  let starting: Promise<string> | null = null
  let line: AbortController | null = null
  let started = 0
  let state: State = {
    settings: options.settings,
    thread: null,
    messages: [],
    more: false,
    outgoing: [],
    connected: true,
    seen: seenBy(),
    identified: false,
    rated: false,
  }
  const set = (news: Partial<State>) => {
    state = { ...state, ...news }
    options.onChange()
  }
  const outbox = createOutbox({
    api,
    storage,
    token: (renew) => (token && !renew ? Promise.resolve(token) : start()),
    onSent: (message) => {
      merge([message])
      storage.set(`wrote:${visitor}`, String(message.seq))
      follow()
    },
    onChange: () => set({ outgoing: outbox.list() }),
    onConnection: (connected) => connected !== state.connected && set({ connected }),
  })

  function start(): Promise<string> {
    starting ??= api
      .start({ token, identity, locale: options.locale })
      .then(keep)
      .finally(() => {
        starting = null
      })
    return starting
  }

  function keep({ token: given, visitor: who, identified, thread }: StartedChat): string {
    visitor = who
    token = given
    storage.set('visitor', who)
    storage.set('token', given)
    const { messages, more, ...rest } = thread
    started += 1
    // It may be somebody else than before: nothing of them is shown.
    state = { ...state, messages: [], more, identified, thread: rest, connected: true, seen: seenBy() }
    merge(messages)
    follow()
    return given
  }

  function merge(news: readonly ChatMessage[]): void {
    outbox.arrived(news.map(({ clientId }) => clientId))
    const bySeq = new Map(state.messages.map((message) => [message.seq, message]))
    for (const message of news) bySeq.set(message.seq, message)
    const messages = [...bySeq.values()].sort((a, b) => a.seq - b.seq)
    set({ messages, outgoing: outbox.list() })
  }

  /** Keeps a line open as long as there is something to hear, and comes back when it is lost. */
  async function follow(): Promise<void> {
    if (line || state.messages.length === 0 || !token) return
    const mine = new AbortController()
    line = mine
    for (let attempt = 1; !mine.signal.aborted; attempt++) {
      const era = started
      try {
        await api.follow(token, state.messages.at(-1)?.seq ?? 0, mine.signal, (thread) => {
          if (era !== started) return
          attempt = 0
          const { messages, more: _, ...rest } = thread
          state = { ...state, thread: rest, connected: true }
          stopTyping(rest.typing)
          merge(messages)
          outbox.flush()
        })
      } catch (error) {
        if (mine.signal.aborted) break
        if (!(error instanceof Refused)) set({ connected: false })
        else if (error.status === 401) await start().catch(() => {})
        // The chat was taken off this page. Asking again changes nothing.
        else if (error.status !== 429) break
      }
      await wait(backoffMs(attempt, 500), mine.signal).catch(() => {})
    }
    if (line === mine) line = null
  }

  let typing: ReturnType<typeof setTimeout> | undefined
  /** A bot that failed says nothing more, and nobody writes for minutes. */
  function stopTyping(begun: boolean): void {
    clearTimeout(typing)
    const stop = () => state.thread && set({ thread: { ...state.thread, typing: false } })
    if (begun) typing = setTimeout(stop, typingMs)
  }

  function letGo(): void {
    line?.abort()
    line = null
  }

  function comeBack(): void {
    letGo()
    outbox.flush()
    follow()
  }

  let hidden: ReturnType<typeof setTimeout> | undefined
  addEventListener('online', comeBack)
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hidden)
    if (document.visibilityState === 'hidden') hidden = setTimeout(letGo, hiddenMs)
    else follow()
  })
  storage.onChange((key) => {
    if (key === 'token' && (visitor === null || visitor === storage.get('visitor'))) {
      visitor = storage.get('visitor')
      token = storage.get('token')
    }
    if (key === `seen:${visitor}`) set({ seen: Math.max(state.seen, seenBy()) })
    // The first message came from another tab.
    if (key === `wrote:${visitor}` && !line) start().catch(() => {})
  })

  return {
    get state() {
      return state
    },
    /** Goes on with a conversation that there was. Somebody new is nobody until they open the chat. */
    async resume(): Promise<void> {
      if (token || identity) await start()
      outbox.flush()
    },
    start,
    send: outbox.add,
    retry: outbox.retry,
    /** Says who is signed in on the page, or that nobody is any more. */
    async identify(next: string | null): Promise<void> {
      identity = next
      letGo()
      // One that is under way still says who it was before.
      await starting?.catch(() => {})
      await start()
    },
    async readEarlier(): Promise<void> {
      const first = state.messages[0]
      if (!first || !token) return
      const { messages, more } = await api.before(token, first.seq)
      state = { ...state, more }
      merge(messages)
    },
    markSeen(): void {
      const seen = state.messages.at(-1)?.seq ?? 0
      if (seen <= state.seen) return
      storage.set(`seen:${visitor}`, String(seen))
      set({ seen })
    },
    async leaveEmail(email: string): Promise<void> {
      await api.leaveEmail(token ?? (await start()), email)
      if (state.thread) set({ thread: { ...state.thread, hasEmail: true } })
    },
    async rate(helped: boolean): Promise<void> {
      const { rating } = state.thread ?? {}
      if (!rating || !token || !state.thread) return
      await api.rate(token, rating.handoverId, helped)
      set({ rated: true, thread: { ...state.thread, rating: null } })
    },
    async leaveQueue(): Promise<void> {
      if (token) await api.leaveQueue(token)
    },
    end: letGo,
  }
}

import { backoffMs, wait } from '@baton/client/wait'
import type { ChatMessage, ChatSettings, ChatThread, StartedChat } from '@baton/contract'
import { type Api, Refused } from './api.ts'
import { createLine } from './line.ts'
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
  /** The number of the last words of the person whom the visitor has rated. */
  rated: number
}

export type Session = ReturnType<typeof createSession>

/** A bot that failed says nothing more. A person who writes says so again and again. */
const typingMs = { bot: 60_000, team: 60_000, person: 10_000 }

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
  let started = 0
  let typing: ReturnType<typeof setTimeout> | undefined
  let state: State = {
    settings: options.settings,
    thread: null,
    messages: [],
    more: false,
    outgoing: [],
    connected: true,
    seen: seenBy(),
    identified: false,
    rated: 0,
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
      line.hold()
    },
    onChange: () => set({ outgoing: outbox.list() }),
    onConnection: (connected) => connected !== state.connected && set({ connected }),
  })

  const line = createLine({
    isWanted: () => token !== null && state.messages.length > 0,
    listen: (signal, heard) => {
      const era = started
      return api.follow(token ?? '', state.messages.at(-1)?.seq ?? 0, signal, (thread) => {
        if (era !== started) return
        heard()
        take(thread)
        outbox.flush()
      })
    },
    renew: () =>
      start().then(
        () => true,
        (error) => !(error instanceof Refused),
      ),
    onLost: () => set({ connected: false }),
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

  /** Starts as soon as there is an answer. */
  async function startSurely(): Promise<void> {
    for (let attempt = 1; ; attempt++)
      try {
        await start()
        return
      } catch (error) {
        if (error instanceof Refused && error.status !== 429) throw error
        set({ connected: false })
        await wait(backoffMs(attempt, 1_000))
      }
  }

  function keep({ token: given, visitor: who, identified, thread }: StartedChat): string {
    visitor = who
    token = given
    storage.set('visitor', who)
    storage.set('token', given)
    started += 1
    // It may be somebody else than before: nothing of them is shown.
    state = { ...state, messages: [], more: thread.more, identified, seen: seenBy() }
    take(thread)
    line.hold()
    return given
  }

  function take({ messages, more: _, ...thread }: ChatThread): void {
    state = { ...state, thread, connected: true }
    clearTimeout(typing)
    const stop = () => state.thread && set({ thread: { ...state.thread, typing: false, writing: null } })
    if (thread.typing) typing = setTimeout(stop, typingMs[thread.speaker])
    merge(messages)
  }

  function merge(news: readonly ChatMessage[]): void {
    outbox.arrived(news.map(({ clientId }) => clientId))
    const bySeq = new Map(state.messages.map((message) => [message.seq, message]))
    for (const message of news) bySeq.set(message.seq, message)
    const messages = [...bySeq.values()].sort((a, b) => a.seq - b.seq)
    set({ messages, outgoing: outbox.list() })
  }

  addEventListener('online', () => {
    line.letGo()
    outbox.flush()
    line.hold()
  })
  storage.onChange((key) => {
    if (key === 'token' && (visitor === null || visitor === storage.get('visitor'))) {
      visitor = storage.get('visitor')
      token = storage.get('token')
    }
    if (key === `seen:${visitor}`) set({ seen: Math.max(state.seen, seenBy()) })
    // The first message came from another tab.
    if (key === `wrote:${visitor}` && !line.isHeld()) start().catch(() => {})
  })

  return {
    get state() {
      return state
    },
    /** Goes on with a conversation that there was. Somebody new is nobody until they open the chat. */
    async resume(): Promise<void> {
      if (token || identity) await startSurely()
      outbox.flush()
    },
    start: startSurely,
    send: outbox.add,
    /** The bytes of a file in the conversation. */
    file: async (id: string): Promise<Blob> => api.file(token ?? (await start()), id),
    retry: outbox.retry,
    /** Says who is signed in on the page, or that nobody is any more. */
    async identify(next: string | null): Promise<void> {
      identity = next
      line.letGo()
      // One that is under way still says who it was before.
      await starting?.catch(() => {})
      await startSurely()
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
      const rated = state.messages.findLast(({ from }) => from === 'person')?.seq ?? 0
      set({ rated, thread: { ...state.thread, rating: null } })
    },
    async leaveQueue(): Promise<void> {
      if (token) await api.leaveQueue(token)
    },
    end: line.letGo,
  }
}

import { z } from 'zod'
import { createNotifyLine } from './notify-line.ts'

const writing = z.object({
  workspaceId: z.string(),
  conversationId: z.string(),
  /** Null: it is written no more. It was sent, or dropped. */
  text: z.string().nullable(),
})
/** What a bot has written so far of an answer that is on its way. */
export type Writing = z.output<typeof writing>

const typing = z.object({
  workspaceId: z.string(),
  conversationId: z.string(),
  userId: z.string(),
  typing: z.boolean(),
  kind: z.enum(['reply', 'note']),
})
/** That somebody of the staff writes at this moment, or has stopped. */
export type Typing = z.output<typeof typing>

/** PostgreSQL takes 8,000 bytes at once; the rest is for the ids. */
const mostTextBytes = 7_000

/**
 * Shows what bots are writing, and who of the staff writes, in this process and in all others, before there is a message.
 * Stored nowhere: what is lost is made good by what is written next. While one is on its way to the other processes, those
 * that come meanwhile are gathered, and of each conversation and writer only the last is sent.
 */
export type Writings = ReturnType<typeof createWritings>

export function createWritings(url: string, onError: (error: Error) => void = () => {}) {
  const listeners = new Set<(writing: Writing) => void>()
  const typingListeners = new Set<(typing: Typing) => void>()
  const due = new Map<string, Writing | Typing>()
  let sending = false

  const line = createNotifyLine(url, {
    channel: 'baton_writing',
    onMessage(payload) {
      const said = z.union([typing, writing]).safeParse(parse(payload)).data
      if (said) hear(said)
    },
    onError,
  })

  function hear(said: Writing | Typing): void {
    if ('typing' in said) for (const listener of typingListeners) listener(said)
    else for (const listener of listeners) listener(said)
  }

  function say(said: Writing | Typing): void {
    hear(said)
    if (!line.isOpen()) return
    due.set(keyOf(said), said)
    void send()
  }

  async function send(): Promise<void> {
    const [next] = due.values()
    if (sending || !next) return
    sending = true
    due.delete(keyOf(next))
    await line.send(JSON.stringify(next))
    sending = false
    await send()
  }

  return {
    start: line.start,
    on(listener: (writing: Writing) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onTyping(listener: (typing: Typing) => void): () => void {
      typingListeners.add(listener)
      return () => typingListeners.delete(listener)
    },
    /** Tells the whole of the text so far. What is longer than 7,000 bytes is told up to there. */
    tell: (news: Writing) => say({ ...news, text: news.text === null ? null : cut(news.text) }),
    tellTyping: (news: Typing) => say(news),
    stop: line.stop,
  }
}

function keyOf(said: Writing | Typing): string {
  return 'typing' in said ? `${said.conversationId} ${said.userId}` : said.conversationId
}

/** As many whole characters as there is room for, as they stand in JSON. */
function cut(text: string): string {
  if (bytesOf(text) <= mostTextBytes) return text
  let bytes = 0
  let end = 0
  for (const character of text) {
    bytes += bytesOf(character)
    if (bytes > mostTextBytes) break
    end += character.length
  }
  return text.slice(0, end)
}

function bytesOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return null
  }
}

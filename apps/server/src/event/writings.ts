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

/** PostgreSQL takes 8,000 bytes at once; the rest is for the ids. */
const mostTextBytes = 7_000

/**
 * Shows what bots are writing, in this process and in all others, before there is a message. Stored nowhere: what is lost
 * is made good by what is written next. While one text is on its way to the other processes, those that come meanwhile are
 * gathered, and of each conversation only the last is sent.
 */
export type Writings = ReturnType<typeof createWritings>

export function createWritings(url: string, onError: (error: Error) => void = () => {}) {
  const listeners = new Set<(writing: Writing) => void>()
  const due = new Map<string, Writing>()
  let sending = false

  const line = createNotifyLine(url, {
    channel: 'baton_writing',
    onMessage(payload) {
      const { data } = writing.safeParse(parse(payload))
      if (data) hear(data)
    },
    onError,
  })

  function hear(news: Writing): void {
    for (const listener of listeners) listener(news)
  }

  async function send(): Promise<void> {
    const [next] = due.values()
    if (sending || !next) return
    sending = true
    due.delete(next.conversationId)
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
    /** Tells the whole of the text so far. What is longer than 7,000 bytes is told up to there. */
    tell(news: Writing): void {
      const told = { ...news, text: news.text === null ? null : cut(news.text) }
      hear(told)
      if (!line.isOpen()) return
      due.set(told.conversationId, told)
      void send()
    },
    stop: line.stop,
  }
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

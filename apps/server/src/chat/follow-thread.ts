import type { ChatThread } from '@baton/contract'
import { z } from 'zod'
import { type AppContext, inWorkspace } from '../context.ts'
import type { EventRow } from '../event/events.ts'
import type { Writing } from '../event/writings.ts'
import type { Site } from './find-site.ts'
import { readThread } from './read-thread.ts'
import type { Visitor } from './visitor-token.ts'

/** So long somebody of the staff is taken to write who has said so. */
const typingMs = 10_000
/** More often than this nobody is shown what a bot has written so far. */
const writingEveryMs = 125

const typing = z.object({ typing: z.boolean(), kind: z.string() })
const written = z.object({ author: z.literal('user') })

/**
 * Tells a visitor what happens in their conversation. Each event makes it be read anew, through the view that they may see,
 * so that nothing of the event itself reaches them. Read one after the other; what comes meanwhile is read once more.
 *
 * What a bot has written so far is shown beside what was read last, for as long as that says that it owes an answer.
 */
export function followThread(
  app: AppContext,
  site: Site,
  visitor: Visitor,
  options: {
    conversationId: string
    after: number
    send: (thread: ChatThread, last: number) => void
    onError: (error: unknown) => void
  },
) {
  let last = options.after
  let known: ChatThread | null = null
  let typingUntil = 0
  let waits = false
  let reading = false
  let again = false
  let writing: string | null = null
  let pause: NodeJS.Timeout | undefined

  async function readOn(): Promise<void> {
    while (again) {
      again = false
      const query = { after: last }
      const thread = await inWorkspace(app, site.workspaceId, (work) =>
        readThread(work, site, visitor, query),
      )
      const isTyping = thread.speaker === 'person' && typingUntil > app.clock().getTime()
      last = thread.messages.at(-1)?.seq ?? last
      waits = thread.waiting !== null
      again ||= thread.more
      show({ ...thread, typing: thread.typing || isTyping })
    }
  }

  /** A bot that owes no answer writes none: what is heard of it still is late, and stands there as a message. */
  const writingIn = ({ speaker, typing: owes }: ChatThread) => (speaker === 'bot' && owes ? writing : null)

  function show(thread: ChatThread): void {
    const shown = { ...thread, writing: writingIn(thread) }
    known = { ...shown, messages: [], more: false }
    options.send(shown, last)
  }

  function tell(): void {
    again = true
    if (reading) return
    reading = true
    readOn()
      .catch(options.onError)
      .finally(() => {
        reading = false
      })
  }

  /** Sends what was written unless that was just done; then after a pause, what there is by then. */
  function tellWriting(): void {
    if (pause || reading || !known || known.writing === writingIn(known)) return
    show(known)
    pause = setTimeout(() => {
      pause = undefined
      tellWriting()
    }, writingEveryMs)
  }

  /** Whoever comes back to work changes what those expect who wait. */
  const isNews = ({ type, conversationId }: EventRow) =>
    conversationId === options.conversationId || (type === 'user.saved' && waits)

  return {
    tell,
    hear(events: EventRow[]): void {
      const news = events.filter(isNews)
      for (const { type, data, at } of news) {
        const said = type === 'conversation.typing' ? typing.safeParse(data).data : undefined
        // Of notes a visitor knows nothing, not even that one is written.
        if (said) typingUntil = said.typing && said.kind === 'reply' ? at.getTime() + typingMs : 0
        if (type !== 'message.created') continue
        // It is the message now, or there is a newer one to answer.
        writing = null
        if (written.safeParse(data).success) typingUntil = 0
      }
      if (news.length > 0) tell()
    },
    hearWriting({ conversationId, text }: Pick<Writing, 'conversationId' | 'text'>): void {
      if (conversationId !== options.conversationId) return
      writing = text
      tellWriting()
    },
    end: () => clearTimeout(pause),
  }
}

import type { ChatThread } from '@baton/contract'
import { z } from 'zod'
import { type AppContext, inWorkspace } from '../context.ts'
import type { EventRow } from '../event/events.ts'
import type { Site } from './find-site.ts'
import { readThread } from './read-thread.ts'
import type { Visitor } from './visitor-token.ts'

/** So long somebody of the staff is taken to write who has said so. */
const typingMs = 10_000

const typing = z.object({ typing: z.boolean() })
const written = z.object({ author: z.literal('user') })

/**
 * Tells a visitor what happens in their conversation. Each event makes it be read anew, through the view that they may see,
 * so that nothing of the event itself reaches them. Read one after the other; what comes meanwhile is read once more.
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
  let typingUntil = 0
  let waits = false
  let reading = false
  let again = false

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
      options.send({ ...thread, typing: thread.typing || isTyping }, last)
    }
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

  /** Whoever comes back to work changes what those expect who wait. */
  const isNews = ({ type, conversationId }: EventRow) =>
    conversationId === options.conversationId || (type === 'user.saved' && waits)

  return {
    tell,
    hear(events: EventRow[]): void {
      const news = events.filter(isNews)
      for (const { type, data, at } of news) {
        const said = type === 'conversation.typing' ? typing.safeParse(data).data : undefined
        if (said) typingUntil = said.typing ? at.getTime() + typingMs : 0
        if (type === 'message.created' && written.safeParse(data).success) typingUntil = 0
      }
      if (news.length > 0) tell()
    },
  }
}

import type { Conversation, ConversationView, ListedConversation } from '@baton/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { baton } from './client.ts'
import { keys } from './keys.ts'
import type { MessageLog } from './messages.ts'

/** So many of a view are on screen; `more` says that there are others. */
export type ConversationList = { items: ListedConversation[]; more: boolean }

const pageSize = 200

/** One view of the inbox. `userId` says whose conversations *Mine* are. */
export function listQuery(view: ConversationView, userId: string) {
  const mine = view === 'mine' ? userId : null
  return queryOptions({
    queryKey: keys.list(view, mine),
    queryFn: async (): Promise<ConversationList> => {
      const query = { view, limit: pageSize, ...(mine ? { userId: mine } : {}) }
      const { items, nextCursor } = await baton.listConversations({ query })
      return { items, more: nextCursor !== null }
    },
  })
}

export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: keys.control(id),
    queryFn: (): Promise<Conversation> => baton.getConversation({ params: { id } }),
  })
}

const newestMessages = 200

export function messagesQuery(id: string) {
  return queryOptions({
    queryKey: keys.messages(id),
    queryFn: async (): Promise<MessageLog> => {
      const before = 2_000_000_000
      const { items } = await baton.listMessages({ params: { id }, query: { before, limit: newestMessages } })
      return { messages: items, hasEarlier: (items[0]?.seq ?? 1) > 1 }
    },
  })
}

/** How many contacts wait for a person. */
export function useWaitingCount(): number {
  return useQuery(listQuery('needs_human', '')).data?.items.length ?? 0
}

import type {
  Assessment,
  Conversation,
  ConversationView,
  ConversationViews,
  Handover,
  ListedConversation,
  Suggestions,
} from '@baton/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ListFilter } from '../inbox/list-filter.ts'
import { baton } from './client.ts'
import { keys } from './keys.ts'
import type { MessageLog } from './messages.ts'
import { queryClient } from './query-client.ts'
import { useMe } from './session.ts'

/** So many of a view are on screen; `more` says that there are others. */
export type ConversationList = { items: ListedConversation[]; more: boolean }

const pageSize = 50

/**
 * One view of the inbox, as far down as `pages` go. `userId` says whose conversations *Mine* are, and who has read what;
 * `filter` leaves only what matches.
 */
export function listQuery(view: ConversationView, userId: string, filter: ListFilter, pages: number) {
  return queryOptions({
    queryKey: keys.list(view, userId, JSON.stringify(filter), pages),
    queryFn: async ({ signal }): Promise<ConversationList> => {
      const items: ListedConversation[] = []
      let cursor: string | null = null
      for (let page = 0; page < pages; page++) {
        const query = { ...wanted(filter), view, userId, limit: pageSize, ...(cursor ? { cursor } : {}) }
        const found = await baton.listConversations({ query, signal })
        items.push(...found.items)
        cursor = found.nextCursor
        if (!cursor) break
      }
      return { items, more: cursor !== null }
    },
    // The list stays on screen while another search, or more of it, is read.
    placeholderData: (before, query) => (query?.queryKey[1] === view ? before : undefined),
  })
}

function wanted({ q, channel, owner, tag }: ListFilter) {
  return {
    ...(q ? { q } : {}),
    ...(channel ? { channelId: channel } : {}),
    ...(owner ? { assigneeId: owner } : {}),
    ...(tag ? { tag } : {}),
  }
}

/** How many are in each view, and how many of *Needs a human* and *Mine* hold something unread. */
export function viewsQuery(userId: string) {
  return queryOptions({
    queryKey: [...keys.counts, userId],
    queryFn: (): Promise<ConversationViews> => baton.listViews({ query: { userId } }),
  })
}

/** Notes that the user has read as far as `seq`, here at once and on the server for all their devices. */
export async function markRead(conversationId: string, userId: string, seq: number): Promise<void> {
  queryClient.setQueriesData<ConversationList>({ queryKey: keys.lists }, (list) => {
    const isRead = list?.items?.some(({ id, unread }) => id === conversationId && unread)
    if (!list || !isRead) return list
    const read = (item: ListedConversation) =>
      item.id === conversationId ? { ...item, readSeq: seq, unread: false } : item
    return { ...list, items: list.items.map(read) }
  })
  await baton.markRead({ params: { id: conversationId }, body: { userId, seq } })
  await queryClient.invalidateQueries({ queryKey: keys.counts })
}

export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: keys.control(id),
    queryFn: (): Promise<Conversation> => baton.getConversation({ params: { id } }),
  })
}

const newestMessages = 200
const beyondAll = 2_000_000_000

export function messagesQuery(id: string) {
  return queryOptions({
    queryKey: keys.messages(id),
    queryFn: async (): Promise<MessageLog> => {
      const items = await messagesBefore(id, beyondAll)
      return { messages: items, hasEarlier: (items[0]?.seq ?? 1) > 1 }
    },
  })
}

/** Reads the messages before those that are there. */
export async function loadEarlier(id: string): Promise<void> {
  const log = queryClient.getQueryData<MessageLog>(keys.messages(id))
  const first = log?.messages[0]
  if (!first) return
  const earlier = await messagesBefore(id, first.seq)
  queryClient.setQueryData<MessageLog>(keys.messages(id), (now) => ({
    messages: [...earlier, ...(now?.messages ?? [])],
    hasEarlier: (earlier[0]?.seq ?? 1) > 1,
  }))
}

async function messagesBefore(id: string, before: number) {
  return (await baton.listMessages({ params: { id }, query: { before, limit: newestMessages } })).items
}

export function handoversQuery(id: string) {
  return queryOptions({
    queryKey: keys.handovers(id),
    queryFn: async (): Promise<Handover[]> =>
      (await baton.listHandovers({ query: { conversationId: id, limit: 200 } })).items,
  })
}

export function assessmentsQuery(id: string) {
  return queryOptions({
    queryKey: keys.assessments(id),
    queryFn: async (): Promise<Assessment[]> =>
      (await baton.listAssessments({ params: { id }, query: { limit: 200 } })).items,
  })
}

/** What a suggestive bot would reply. */
export function suggestionsQuery(id: string) {
  return queryOptions({
    queryKey: keys.suggestions(id),
    queryFn: (): Promise<Suggestions> => baton.getSuggestions({ params: { id } }),
  })
}

/** Drafts are gone once a reply is on its way, before the server says so. */
export function forgetSuggestions(id: string): void {
  queryClient.setQueryData<Suggestions>(keys.suggestions(id), { seq: null, items: [], wouldHandOver: null })
}

/** The handovers that are open, by id: what the lists say of them. */
export const openHandoversQuery = queryOptions({
  queryKey: keys.openHandovers,
  queryFn: async (): Promise<Map<string, Handover>> => {
    const [waiting, claimed] = await Promise.all([
      baton.listHandovers({ query: { status: 'waiting', limit: 200 } }),
      baton.listHandovers({ query: { status: 'claimed', limit: 200 } }),
    ])
    return new Map([...waiting.items, ...claimed.items].map((handover) => [handover.id, handover]))
  },
})

export function otherConversationsQuery(contactId: string) {
  return queryOptions({
    queryKey: [...keys.lists, 'contact', contactId],
    queryFn: async (): Promise<ListedConversation[]> =>
      (await baton.listConversations({ query: { contactId, limit: 20 } })).items,
  })
}

/** How many contacts wait for a person. */
export function useWaitingCount(): number {
  const found = useQuery(viewsQuery(useMe().user.id)).data
  return found?.items.find(({ view }) => view === 'needs_human')?.count ?? 0
}

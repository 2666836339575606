import type { Contact, Note, Scenario, Task } from '@baton/contract'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { baton } from './client.ts'
import { keys } from './keys.ts'

export function contactQuery(id: string) {
  return queryOptions({
    queryKey: keys.profile(id),
    queryFn: (): Promise<Contact> => baton.getContact({ params: { id } }),
  })
}

export function tasksQuery(id: string) {
  return queryOptions({
    queryKey: keys.tasks(id),
    queryFn: async (): Promise<Task[]> =>
      (await baton.listContactTasks({ params: { id }, query: { limit: 50 } })).items,
  })
}

export function notesQuery(id: string) {
  return queryOptions({
    queryKey: keys.notes(id),
    queryFn: async (): Promise<Note[]> =>
      (await baton.listNotes({ params: { id }, query: { limit: 50 } })).items,
  })
}

export function scenariosQuery(botId: string) {
  return queryOptions({
    queryKey: keys.scenarios(botId),
    queryFn: async (): Promise<Scenario[]> => (await baton.listScenarios({ params: { id: botId } })).items,
  })
}

type ContactPage = { items: Contact[]; nextCursor: string | null }

/** Contacts, newest first; with `q` those who are called so. */
export function contactsQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: [...keys.contacts, q],
    queryFn: ({ pageParam, signal }): Promise<ContactPage> =>
      baton.listContacts({
        query: { limit: 50, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page: ContactPage) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

import type { Notification } from '@baton/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { baton } from './client.ts'
import { keys } from './keys.ts'
import { queryClient } from './query-client.ts'
import { useMe } from './session.ts'

const shown = 40

/** What one was told, newest first. */
export function notificationsQuery(userId: string) {
  return queryOptions({
    queryKey: keys.notificationList(userId),
    queryFn: async (): Promise<Notification[]> =>
      (await baton.listNotifications({ query: { userId, limit: shown } })).items,
  })
}

/** How much of it is unread. */
export function useUnreadCount(): number {
  const userId = useMe().user.id
  const { data } = useQuery({
    queryKey: keys.unread(userId),
    queryFn: async () => (await baton.countUnread({ query: { userId } })).unread,
  })
  return data ?? 0
}

/** Marks some read, or all. */
export async function readNotifications(userId: string, ids?: readonly string[]): Promise<void> {
  await baton.readNotifications({ body: { userId, ...(ids ? { notificationIds: [...ids] } : {}) } })
  await queryClient.invalidateQueries({ queryKey: keys.notifications })
}

import { ApiError } from '@baton/client'
import type {
  ApiKey,
  AuditEntry,
  AuditQuery,
  Invitation,
  ModelSettings,
  NotificationSettings,
  Session,
  UserWork,
  Webhook,
  WebhookDelivery,
} from '@baton/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { baton } from './client.ts'
import { keys } from './keys.ts'

const whole = { query: { limit: 200 } } as const

export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: async (): Promise<Session[]> => (await baton.listSessions()).items,
})

export const invitationsQuery = queryOptions({
  queryKey: keys.invitations,
  queryFn: async (): Promise<Invitation[]> => (await baton.listInvitations(whole)).items,
})

/** What hangs on a user: scenarios, teams, conversations. */
export function userWorkQuery(id: string) {
  return queryOptions({
    queryKey: keys.userWork(id),
    queryFn: (): Promise<UserWork> => baton.getUserWork({ params: { id } }),
  })
}

export function notificationSettingsQuery(id: string) {
  return queryOptions({
    queryKey: keys.notificationSettings(id),
    queryFn: (): Promise<NotificationSettings> => baton.getNotificationSettings({ params: { id } }),
  })
}

export const apiKeysQuery = queryOptions({
  queryKey: keys.apiKeys,
  queryFn: async (): Promise<ApiKey[]> => (await baton.listApiKeys(whole)).items,
})

export const webhooksQuery = queryOptions({
  queryKey: keys.webhooks,
  queryFn: async (): Promise<Webhook[]> => (await baton.listWebhooks(whole)).items,
})

/** What was posted to a webhook, newest first. What waits is asked for again. */
export function deliveriesQuery(id: string) {
  return queryOptions({
    queryKey: keys.deliveries(id),
    queryFn: async (): Promise<WebhookDelivery[]> =>
      (await baton.listWebhookDeliveries({ params: { id }, query: { limit: 50 } })).items,
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'pending') ? 3_000 : false),
  })
}

type AuditPage = { items: AuditEntry[]; nextCursor: string | null }

/** Who changed what, page by page, newest first. */
export function auditEntriesQuery(filter: Pick<AuditQuery, 'about' | 'userId'>) {
  return infiniteQueryOptions({
    queryKey: [...keys.audit, filter],
    queryFn: ({ pageParam }): Promise<AuditPage> =>
      baton.listAudit({ query: { ...filter, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page: AuditPage) => page.nextCursor ?? undefined,
  })
}

/** The model of the workspace. Null: there is none. */
export const modelQuery = queryOptions({
  queryKey: keys.model,
  queryFn: async (): Promise<ModelSettings | null> => {
    try {
      return await baton.getModel()
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return null
      throw error
    }
  },
})

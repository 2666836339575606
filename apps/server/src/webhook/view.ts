import type { Webhook, WebhookDelivery } from '@baton/contract'
import type { DeliveryRow, WebhookRow } from './save-webhook.ts'

/** Who has the whole address of a channel can write there, so only its host is shown. */
export function shownUrl({ url, format }: Pick<WebhookRow, 'url' | 'format'>): string {
  return format === 'standard' ? url : `${new URL(url).origin}/…`
}

/** The secret is not in it: it is shown once, when the webhook is made. */
export function viewWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    url: shownUrl(row),
    format: row.format,
    teamId: row.team_id,
    quotesContact: row.quotes_contact,
    eventTypes: row.event_types as Webhook['eventTypes'],
    active: row.active,
    createdAt: row.created_at.toISOString(),
  }
}

export function viewDelivery(row: DeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    eventType: row.event_type,
    status: row.status,
    attempts: row.attempts,
    lastStatus: row.last_status,
    lastError: row.last_error,
    createdAt: row.created_at.toISOString(),
    deliveredAt: row.delivered_at?.toISOString() ?? null,
  }
}

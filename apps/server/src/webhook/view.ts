import type { Webhook, WebhookDelivery } from '@baton/contract'
import type { DeliveryRow, WebhookRow } from './save-webhook.ts'

/** The secret is not in it: it is shown once, when the webhook is made. */
export function viewWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    url: row.url,
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

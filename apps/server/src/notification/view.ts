import type { Notification } from '@baton/contract'
import type { NotificationRow } from './queries.ts'

export function viewNotification(row: NotificationRow): Notification {
  return {
    id: row.id,
    userId: row.user_id,
    about: row.about,
    conversationId: row.conversation_id,
    contactName: row.contact_name,
    handoverId: row.handover_id,
    scenarioName: row.scenario_name,
    taskId: row.task_id,
    taskTitle: row.task_title,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }
}

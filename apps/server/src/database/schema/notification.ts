import type { NotificationAbout, NotificationMatrix, NotificationWay } from '@baton/contract'
import type { Generated, GeneratedAlways } from 'kysely'
import type { Json } from './json.ts'

export interface NotificationTable {
  workspace_id: string
  id: string
  user_id: string
  about: NotificationAbout
  dedupe_key: string
  conversation_id: string | null
  handover_id: string | null
  task_id: Generated<string | null>
  ways: NotificationWay[]
  in_app: GeneratedAlways<boolean>
  created_at: Date
  read_at: Date | null
}

export interface NotificationSettingTable {
  workspace_id: string
  user_id: string
  events: Json<NotificationMatrix>
  quiet_outside_hours: boolean
}

/** What became of a notification by a way that leaves Baton. */
export interface NotificationDeliveryTable {
  workspace_id: string
  notification_id: string
  user_id: string
  way: 'email'
  status: 'waiting' | 'sent' | 'read_before' | 'failed'
  attempts: Generated<number>
  last_error: string | null
  created_at: Date
  settled_at: Date | null
}

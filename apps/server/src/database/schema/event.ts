import type { EventType } from '@baton/contract'
import type { Generated } from 'kysely'
import type { AuditNote } from '../../event/events.ts'
import type { Json, NullableJson } from './json.ts'

export interface EventTable {
  workspace_id: string
  seq: Generated<string>
  xid: Generated<string>
  type: EventType
  conversation_id: string | null
  data: Json<object>
  user_id: string | null
  api_key_id: string | null
  audit: NullableJson<AuditNote>
  created_at: Date
}

export interface WebhookTable {
  workspace_id: string
  id: string
  url: string
  event_types: string[]
  secret: string
  active: Generated<boolean>
  format: Generated<'standard' | 'slack' | 'teams'>
  /** Only handovers that go to this team. */
  team_id: string | null
  quotes_contact: Generated<boolean>
  cursor_xid: string
  cursor_seq: string
  created_at: Date
}

export interface WebhookDeliveryTable {
  workspace_id: string
  id: string
  webhook_id: string
  event_seq: string
  event_type: string
  payload: Json<object>
  status: 'pending' | 'delivered' | 'failed'
  attempts: Generated<number>
  last_status: number | null
  last_error: string | null
  next_attempt_at: Date | null
  created_at: Date
  delivered_at: Date | null
}

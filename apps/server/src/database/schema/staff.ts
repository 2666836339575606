import type { Permissions } from '@baton/contract'
import type { Hours } from '@baton/handover'
import type { Generated } from 'kysely'
import type { Json, NullableJson } from './json.ts'

export interface StaffUserTable {
  workspace_id: string
  id: string
  name: string
  email: string
  role: 'admin' | 'agent'
  active: Generated<boolean>
  permissions: Json<Permissions>
  availability: Generated<'available' | 'away'>
  hours: NullableJson<Hours>
  capacity: number | null
  /** Tags such as `de` or `pt-BR`. */
  languages: Generated<string[]>
  idle_since: Date
  created_at: Date
}

export interface TeamTable {
  workspace_id: string
  id: string
  name: string
  created_at: Date
}

export interface TeamMemberTable {
  workspace_id: string
  team_id: string
  user_id: string
}

import type { Permissions } from '@baton/contract'
import type { Hours } from '@baton/handover'
import type { ColumnType, Generated } from 'kysely'
import type { Json, NullableJson } from './json.ts'

type TimeOff = { from: number; until: number }

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
  away_until: Generated<Date | null>
  /** Leave planned ahead, each end exclusive, as instants in milliseconds. */
  time_off: ColumnType<TimeOff[], string | undefined, string>
  /** In the words of the tags of contacts. */
  skills: Generated<string[]>
  idle_since: Date
  created_at: Date
}

export interface TeamTable {
  workspace_id: string
  id: string
  name: string
  sharing: Generated<'least_open' | 'round_robin'>
  only_matching: Generated<boolean>
  /** Whose turn was the last. */
  last_user_id: Generated<string | null>
  created_at: Date
}

export interface HolidayTable {
  workspace_id: string
  /** A day of the calendar such as `2026-12-25`. */
  day: string
  name: string
}

export interface TeamMemberTable {
  workspace_id: string
  team_id: string
  user_id: string
}

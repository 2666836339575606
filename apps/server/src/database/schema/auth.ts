import type { Permissions } from '@baton/contract'
import type { Generated } from 'kysely'
import type { Json } from './json.ts'

/** A person who can sign in. Of no workspace: `auth.staff` says which user they are. */
export interface PersonTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface SessionTable {
  id: string
  person_id: string
  token: string
  ip_address: string | null
  user_agent: string | null
  expires_at: Date
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

/** A way to sign in. `credential` is the password, and its `account_id` the person's own id. */
export interface LoginTable {
  id: string
  person_id: string
  provider_id: string
  account_id: string
  password: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface StaffPersonTable {
  person_id: string
  workspace_id: string
  user_id: string
}

export interface AttemptTable {
  key: string
  count: number
  since: Date
}

export interface InvitationTable {
  workspace_id: string
  id: string
  name: string
  email: string
  role: 'admin' | 'agent'
  permissions: Json<Permissions>
  team_ids: string[]
  token_hash: Buffer
  /** A user who was there already, or the one that accepting made. */
  user_id: string | null
  invited_by: string | null
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
}

export interface PasswordResetTable {
  workspace_id: string
  id: string
  user_id: string
  token_hash: Buffer
  made_by: string | null
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

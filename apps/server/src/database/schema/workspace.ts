import type { GrantedScope } from '@baton/contract'
import type { Generated } from 'kysely'

export interface WorkspaceTable {
  id: string
  name: string
  time_zone: Generated<string>
  /** The workspace beside which this one is a demo. */
  demo_of: Generated<string | null>
  created_at: Date
}

export interface ApiKeyTable {
  workspace_id: string
  id: string
  name: string
  prefix: string
  hash: Buffer
  scopes: GrantedScope[]
  created_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
}

export interface IdempotencyKeyTable {
  workspace_id: string
  key: string
  request_hash: string
  status: number | null
  body: unknown
  created_at: Date
}

import type { ModelSettings } from '@baton/contract'

export interface ModelTable {
  workspace_id: string
  provider: ModelSettings['provider']
  base_url: string | null
  name: string
  sealed_key: Buffer | null
  daily_tokens: number
  updated_at: Date
}

export interface ModelUseTable {
  workspace_id: string
  /** In UTC, as YYYY-MM-DD. */
  day: string
  calls: number
  failures: number
  input_tokens: number
  output_tokens: number
}

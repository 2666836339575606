import type { ChannelKind } from '@baton/contract'

export interface ChannelTable {
  workspace_id: string
  id: string
  kind: ChannelKind
  name: string
  bot_id: string | null
  created_at: Date
}

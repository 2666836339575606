import type { ChannelKind, WebSettings } from '@baton/contract'
import type { NullableJson } from './json.ts'

export interface ChannelTable {
  workspace_id: string
  id: string
  kind: ChannelKind
  name: string
  bot_id: string | null
  /** Of the kind `web` alone. */
  web: NullableJson<WebSettings>
  /** What identity tokens are signed with, sealed. */
  identity_secret: Buffer | null
  created_at: Date
}

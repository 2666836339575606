import type { Channel } from '@baton/contract'
import type { ChannelRow } from './save-channel.ts'

export function viewChannel(row: ChannelRow): Channel {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    botId: row.bot_id,
    web: row.web,
    hasIdentitySecret: row.identity_secret !== null,
    createdAt: row.created_at.toISOString(),
  }
}

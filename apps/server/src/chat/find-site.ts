import type { WebSettings } from '@baton/contract'
import type { AppContext } from '../context.ts'
import { transact } from '../database/database.ts'
import { DomainError } from '../errors.ts'

/** A channel of the kind `web`, as a page that shows its chat knows it. */
export type Site = {
  workspaceId: string
  channelId: string
  web: WebSettings
  identitySecret: Buffer | null
  /** Who answers by itself. Null: no bot is on autopilot here. */
  bot: { name: string } | null
}

/**
 * The web channel with an id, whatever workspace it belongs to.
 * @throws DomainError not_found
 */
export async function findSite({ db }: AppContext, channelId: string): Promise<Site> {
  const row = await transact(db, '*', (trx) =>
    trx
      .selectFrom('channel')
      .leftJoin('bot', (join) =>
        join
          .onRef('bot.workspace_id', '=', 'channel.workspace_id')
          .onRef('bot.id', '=', 'channel.bot_id')
          .on('bot.mode', '=', 'autopilot'),
      )
      .select(['channel.workspace_id', 'channel.web', 'channel.identity_secret', 'bot.name as bot_name'])
      .where('channel.id', '=', channelId)
      .where('channel.kind', '=', 'web')
      .executeTakeFirst(),
  )
  if (!row?.web) throw new DomainError('not_found', 'There is no web chat with this id.')
  return {
    workspaceId: row.workspace_id,
    channelId,
    web: row.web,
    identitySecret: row.identity_secret,
    bot: row.bot_name ? { name: row.bot_name } : null,
  }
}

import { type ChannelInput, type ChannelPatch, type WebSettings, webSettingsInput } from '@baton/contract'
import type { Selectable } from 'kysely'
import { newId, type UnitOfWork } from '../context.ts'
import { afterId, type Page, type PageQuery, toPage } from '../database/page.ts'
import type { ChannelTable } from '../database/schema/channel.ts'
import { DomainError } from '../errors.ts'
import { changedFields } from '../event/changed-fields.ts'
import { viewChannel } from './view.ts'

export type ChannelRow = Selectable<ChannelTable>

/** @throws DomainError unknown_bot */
export async function createChannel(work: UnitOfWork, input: ChannelInput): Promise<ChannelRow> {
  await requireBot(work, input.botId)
  const web = input.kind === 'web' ? (input.web ?? webSettingsInput.parse({})) : null
  const row = await work.db
    .insertInto('channel')
    .values({
      workspace_id: work.workspaceId,
      id: newId(),
      kind: input.kind,
      name: input.name,
      bot_id: input.botId,
      web: web && JSON.stringify(web),
      identity_secret: null,
      created_at: work.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  work.emit({ type: 'channel.saved', data: { channelId: row.id }, audit: { name: row.name } })
  return row
}

/** @throws DomainError not_found, unknown_bot, not_a_web_channel */
export async function updateChannel(work: UnitOfWork, id: string, patch: ChannelPatch): Promise<ChannelRow> {
  const before = await findChannel(work, id)
  if (patch.botId !== undefined) await requireBot(work, patch.botId)
  const web = patch.web ? { ...webOf(before), ...patch.web } : before.web
  const row = await work.db
    .updateTable('channel')
    .set({
      name: patch.name ?? before.name,
      bot_id: patch.botId === undefined ? before.bot_id : patch.botId,
      web: web && JSON.stringify(web),
    })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const changed = changedFields(viewChannel(before), viewChannel(row))
  work.emit({ type: 'channel.saved', data: { channelId: id }, audit: { name: row.name, changed } })
  return row
}

/** @throws DomainError not_a_web_channel */
export function webOf({ web }: Pick<ChannelRow, 'web'>): WebSettings {
  if (web) return web
  throw new DomainError('not_a_web_channel', 'This is about chats on a web page: channels of the kind `web`.')
}

/**
 * Removes a channel that nobody has written on.
 * @throws DomainError not_found, channel_in_use
 */
export async function deleteChannel(work: UnitOfWork, id: string): Promise<void> {
  const { name } = await findChannel(work, id)
  const used = await work.db
    .selectFrom('contact_identity')
    .select('contact_id')
    .where('workspace_id', '=', work.workspaceId)
    .where('channel_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  if (used)
    throw new DomainError(
      'channel_in_use',
      'There are conversations on this channel, and they would be lost. Set its bot to null to silence it.',
    )
  await work.db
    .deleteFrom('channel')
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .execute()
  work.emit({ type: 'channel.deleted', data: { channelId: id }, audit: { name } })
}

/** @throws DomainError not_found */
export async function findChannel({ db, workspaceId }: UnitOfWork, id: string): Promise<ChannelRow> {
  const row = await db
    .selectFrom('channel')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'There is no channel with this id.')
  return row
}

export async function listChannels(
  { db, workspaceId }: UnitOfWork,
  page: PageQuery,
): Promise<Page<ChannelRow>> {
  const after = afterId(page)
  let select = db
    .selectFrom('channel')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .limit(page.limit + 1)
  if (after) select = select.where('id', '>', after)
  return toPage(await select.execute(), page.limit)
}

async function requireBot({ db, workspaceId }: UnitOfWork, botId: string | null): Promise<void> {
  if (botId === null) return
  const bot = await db
    .selectFrom('bot')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', botId)
    .executeTakeFirst()
  if (!bot) throw new DomainError('unknown_bot', 'There is no bot with this id. List them with GET /v1/bots.')
}

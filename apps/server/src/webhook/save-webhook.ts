import { channelEvents, type WebhookInput, type WebhookPatch } from '@baton/contract'
import { type Selectable, sql } from 'kysely'
import { newId, type UnitOfWork } from '../context.ts'
import { afterId, type Page, type PageQuery, toPage } from '../database/page.ts'
import type { WebhookDeliveryTable, WebhookTable } from '../database/schema/event.ts'
import { DomainError } from '../errors.ts'
import { changedFields } from '../event/changed-fields.ts'
import { headOfLog } from '../event/follow-events.ts'
import { newSecret } from './sign.ts'
import { shownUrl, viewWebhook } from './view.ts'

export type WebhookRow = Selectable<WebhookTable>
export type DeliveryRow = Selectable<WebhookDeliveryTable>

/** Makes a webhook that gets what happens from now on. Its secret is in the row, to be shown once. */
export async function createWebhook(work: UnitOfWork, input: WebhookInput): Promise<WebhookRow> {
  const head = await headOfLog(work.db)
  const row = await work.db
    .insertInto('webhook')
    .values({
      workspace_id: work.workspaceId,
      id: newId(),
      url: input.url,
      event_types: eventTypesFor(input.format, input.eventTypes),
      format: input.format,
      team_id: input.teamId,
      quotes_contact: input.quotesContact,
      secret: newSecret(),
      active: input.active,
      cursor_xid: sql`${String(head.xid)}::xid8`,
      cursor_seq: String(head.seq),
      created_at: work.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  work.emit({ type: 'webhook.saved', data: { webhookId: row.id }, audit: { name: shownUrl(row) } })
  return row
}

/** A channel is told of handovers alone: of those that begin or wait again, unless it was chosen. */
function eventTypesFor(format: WebhookRow['format'], wanted: string[]): string[] {
  if (format === 'standard') return wanted
  const some = wanted.filter((type) => channelEvents.some((event) => event === type))
  return some.length > 0 ? some : ['handover.began', 'handover.released']
}

/** @throws DomainError not_found */
export async function updateWebhook(work: UnitOfWork, id: string, patch: WebhookPatch): Promise<WebhookRow> {
  const before = await findWebhook(work, id)
  const row = await work.db
    .updateTable('webhook')
    .set({
      url: patch.url ?? before.url,
      event_types: eventTypesFor(patch.format ?? before.format, patch.eventTypes ?? before.event_types),
      format: patch.format ?? before.format,
      team_id: patch.teamId === undefined ? before.team_id : patch.teamId,
      quotes_contact: patch.quotesContact ?? before.quotes_contact,
      active: patch.active ?? before.active,
    })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const changed = changedFields(viewWebhook(before), viewWebhook(row))
  work.emit({ type: 'webhook.saved', data: { webhookId: id }, audit: { name: shownUrl(row), changed } })
  return row
}

/** @throws DomainError not_found */
export async function deleteWebhook(work: UnitOfWork, id: string): Promise<void> {
  const name = shownUrl(await findWebhook(work, id))
  await work.db
    .deleteFrom('webhook')
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .execute()
  work.emit({ type: 'webhook.deleted', data: { webhookId: id }, audit: { name } })
}

/** @throws DomainError not_found */
export async function findWebhook({ db, workspaceId }: UnitOfWork, id: string): Promise<WebhookRow> {
  const row = await db
    .selectFrom('webhook')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'There is no webhook with this id.')
  return row
}

export async function listWebhooks(
  { db, workspaceId }: UnitOfWork,
  page: PageQuery,
): Promise<Page<WebhookRow>> {
  const after = afterId(page)
  let select = db
    .selectFrom('webhook')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .limit(page.limit + 1)
  if (after) select = select.where('id', '>', after)
  return toPage(await select.execute(), page.limit)
}

/** The delivery log of a webhook, newest first. */
export async function listDeliveries(
  work: UnitOfWork,
  webhookId: string,
  page: PageQuery,
): Promise<Page<DeliveryRow>> {
  await findWebhook(work, webhookId)
  const after = afterId(page)
  let select = work.db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('workspace_id', '=', work.workspaceId)
    .where('webhook_id', '=', webhookId)
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
  if (after) select = select.where('id', '<', after)
  return toPage(await select.execute(), page.limit)
}

/**
 * Sends a delivery again, whatever became of it. It keeps its id, so that the receiver knows it.
 * @throws DomainError not_found
 */
export async function resendDelivery(work: UnitOfWork, webhookId: string, id: string): Promise<DeliveryRow> {
  const row = await work.db
    .updateTable('webhook_delivery')
    .set({ status: 'pending', attempts: 0 })
    .where('workspace_id', '=', work.workspaceId)
    .where('webhook_id', '=', webhookId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'This webhook has no delivery with this id.')
  work.enqueue('webhook_delivery', { workspaceId: work.workspaceId, deliveryId: id })
  return row
}

import type { Attachment } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Uploader } from './store-attachment.ts'
import { viewAttachment } from './view.ts'

/**
 * The files that are to be sent with a message, in the order given. Each must be the sender's own. One that is part of a
 * message already is found, too: that message may be sent again.
 * @throws DomainError unknown_attachment
 */
export async function findUploads(
  { db, workspaceId }: UnitOfWork,
  { channelId, uploader }: Pick<Uploader, 'channelId' | 'uploader'>,
  ids: readonly string[] = [],
): Promise<Attachment[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('attachment')
    .select(['id', 'name', 'type', 'size'])
    .where('workspace_id', '=', workspaceId)
    .where('channel_id', '=', channelId)
    .where('uploader', '=', uploader)
    .where('id', 'in', ids)
    .execute()
  return [...new Set(ids)].map((id) => {
    const row = rows.find((one) => one.id === id.toLowerCase())
    if (!row) throw notThere()
    return viewAttachment(row)
  })
}

/**
 * Makes files part of a message that was just stored.
 * @throws DomainError unknown_attachment where one was sent with another message
 */
export async function bindUploads(
  { db, workspaceId }: UnitOfWork,
  message: { id: string; conversationId: string },
  attachments: readonly Attachment[],
): Promise<void> {
  if (attachments.length === 0) return
  const { numUpdatedRows } = await db
    .updateTable('attachment')
    .set({ conversation_id: message.conversationId, message_id: message.id })
    .where('workspace_id', '=', workspaceId)
    .where(
      'id',
      'in',
      attachments.map(({ id }) => id),
    )
    .where('message_id', 'is', null)
    .executeTakeFirst()
  if (Number(numUpdatedRows) !== attachments.length) throw notThere()
}

function notThere(): DomainError {
  return new DomainError(
    'unknown_attachment',
    'A file that was to be sent along is not there, or was sent already. Upload it again.',
  )
}

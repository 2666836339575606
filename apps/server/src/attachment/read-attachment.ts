import type { Selectable } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import type { AttachmentTable } from '../database/schema/attachment.ts'
import { DomainError } from '../errors.ts'

export type StoredFile = Pick<Selectable<AttachmentTable>, 'name' | 'type' | 'bytes'>

/**
 * A file of a conversation that was sent, or that this uploader has not sent yet.
 * @throws DomainError not_found
 */
export async function readAttachment(
  { db, workspaceId }: UnitOfWork,
  id: string,
  conversationId: string | null,
  own: { channelId: string; uploader: string } | null,
): Promise<StoredFile> {
  const file = await db
    .selectFrom('attachment')
    .select(['name', 'type', 'bytes'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where((row) =>
      row.or([
        row('conversation_id', '=', conversationId).and('message_id', 'is not', null),
        ...(own
          ? [
              row('channel_id', '=', own.channelId)
                .and('uploader', '=', own.uploader)
                .and('message_id', 'is', null),
            ]
          : []),
      ]),
    )
    .executeTakeFirst()
  if (!file) throw new DomainError('not_found', 'There is no file with this id in the conversation.')
  return file
}

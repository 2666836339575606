import type { Attachment } from '@baton/contract'
import { newId, type UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { safeName } from './safe-name.ts'
import { typeOf } from './type-of.ts'
import { viewAttachment } from './view.ts'

/** Whose an upload is: a visitor's of a web chat, or a user's in a conversation. Nobody else can send it. */
export type Uploader = { channelId: string; conversationId: string | null; uploader: string }

/**
 * Keeps an uploaded file until a message is sent with it.
 * @throws DomainError unsupported_media_type
 */
export async function storeAttachment(
  work: UnitOfWork,
  whose: Uploader,
  file: { bytes: Buffer; name: string | undefined },
): Promise<Attachment> {
  const type = typeOf(file.bytes)
  if (type === null)
    throw new DomainError(
      'unsupported_media_type',
      'This file is none that can be attached. Attach a PNG, JPEG, WebP or GIF image, or a PDF.',
    )
  const row = {
    id: newId(),
    name: safeName(file.name, type),
    type,
    size: file.bytes.length,
  }
  await work.db
    .insertInto('attachment')
    .values({
      ...row,
      workspace_id: work.workspaceId,
      channel_id: whose.channelId,
      conversation_id: whose.conversationId,
      message_id: null,
      uploader: whose.uploader,
      bytes: file.bytes,
      created_at: work.now,
    })
    .execute()
  return viewAttachment(row)
}

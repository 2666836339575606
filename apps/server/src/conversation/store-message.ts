import type { AnswerSource, Attachment } from '@baton/contract'
import { bindUploads } from '../attachment/send-attachments.ts'
import { viewMessageAttachment } from '../attachment/view.ts'
import { newId, type UnitOfWork } from '../context.ts'
import type { ConversationRow } from './control.ts'
import { indexMessage } from './index-words.ts'

export type NewMessage = {
  /** The number that the state machine gave it. */
  seq: number
  author: 'contact' | 'bot' | 'user'
  kind: 'message' | 'final' | 'note'
  text: string
  userId?: string | null
  externalId?: string | null
  epoch?: number | null
  handoverId?: string | null
  answered?: boolean | null
  confidence?: number | null
  sources?: AnswerSource[]
  writtenAt?: Date | null
  automatic?: boolean
  mentions?: string[]
  /** Uploaded before, and not sent yet. */
  attachments?: Attachment[]
}

/** Stores one message under its number and tells live readers. */
export async function storeMessage(
  work: UnitOfWork,
  conversation: Pick<ConversationRow, 'id' | 'channel_id'>,
  message: NewMessage,
): Promise<{ id: string; seq: number }> {
  const id = newId()
  const { attachments = [] } = message
  await work.db
    .insertInto('message')
    .values({
      workspace_id: work.workspaceId,
      conversation_id: conversation.id,
      seq: message.seq,
      id,
      channel_id: conversation.channel_id,
      external_id: message.externalId ?? null,
      author: message.author,
      kind: message.kind,
      user_id: message.userId ?? null,
      text: message.text,
      epoch: message.epoch ?? null,
      handover_id: message.handoverId ?? null,
      answered: message.answered ?? null,
      confidence: message.confidence ?? null,
      sources: message.sources ? JSON.stringify(message.sources) : null,
      written_at: message.writtenAt ?? null,
      mentions: message.mentions ?? [],
      automatic: message.automatic ?? false,
      attachments: attachments.length > 0 ? JSON.stringify(attachments) : null,
      created_at: work.now,
    })
    .execute()
  await bindUploads(work, { id, conversationId: conversation.id }, attachments)
  const words = [message.text, ...attachments.map(({ name }) => name)].join(' ')
  await indexMessage(work, conversation.id, words)
  work.emit({
    type: 'message.created',
    conversationId: conversation.id,
    data: {
      messageId: id,
      seq: message.seq,
      author: message.author,
      kind: message.kind,
      userId: message.userId ?? null,
      text: message.text,
      ...(attachments.length > 0
        ? { attachments: attachments.map((one) => viewMessageAttachment(conversation.id, one)) }
        : {}),
    },
  })
  return { id, seq: message.seq }
}

import type { BatonEvent, Message } from '@baton/contract'
import { keys } from './keys.ts'
import { queryClient } from './query-client.ts'

/** The messages of a conversation as far as they were read, oldest first. */
export type MessageLog = { messages: Message[]; hasEarlier: boolean }

/** Puts a message that was just written at its place, so that nothing has to be read for it. */
export function addMessage(message: Message): void {
  queryClient.setQueryData<MessageLog>(keys.messages(message.conversationId), (log) => {
    if (!log || log.messages.some(({ seq }) => seq === message.seq)) return log
    const messages = [...log.messages, message].sort((one, other) => one.seq - other.seq)
    return { ...log, messages }
  })
}

/** The message that an event tells of. */
export function messageOf(event: Extract<BatonEvent, { type: 'message.created' }>): Message | null {
  const { conversationId, at, data } = event
  if (!conversationId) return null
  return {
    id: data.messageId,
    conversationId,
    seq: data.seq,
    externalId: null,
    author: data.author,
    kind: data.kind,
    userId: data.userId,
    text: data.text,
    ...(data.attachments ? { attachments: data.attachments } : {}),
    handoverId: null,
    mentions: [],
    answered: null,
    confidence: null,
    writtenAt: null,
    createdAt: at,
  }
}

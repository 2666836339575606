import type { Attachment, MessageAttachment } from '@baton/contract'

export function viewAttachment({ id, name, type, size }: Attachment): Attachment {
  return { id, name, type, size }
}

/** For staff, who fetch it through its conversation. */
export function viewMessageAttachment(conversationId: string, row: Attachment): MessageAttachment {
  return { ...viewAttachment(row), url: `/v1/conversations/${conversationId}/attachments/${row.id}` }
}

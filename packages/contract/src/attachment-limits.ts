/** What may be attached. The content says which it is, whatever a file is called. */
export const attachmentTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
] as const
export type AttachmentType = (typeof attachmentTypes)[number]

export const mostAttachmentBytes = 5 * 1024 * 1024
/** In one message. */
export const mostAttachments = 5

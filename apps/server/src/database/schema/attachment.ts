import type { AttachmentType } from '@baton/contract'

/** A file that somebody has uploaded. It belongs to no message until that is sent. */
export interface AttachmentTable {
  workspace_id: string
  id: string
  channel_id: string
  conversation_id: string | null
  message_id: string | null
  /** The visitor of the channel, or the user. */
  uploader: string
  name: string
  type: AttachmentType
  size: number
  bytes: Buffer
  created_at: Date
}

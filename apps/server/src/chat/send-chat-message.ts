import { createHash } from 'node:crypto'
import type { ChatMessage, ChatMessageInput } from '@baton/contract'
import { findUploads } from '../attachment/send-attachments.ts'
import type { UnitOfWork } from '../context.ts'
import { receiveMessage } from '../conversation/receive-message.ts'
import { findChat } from './find-chat.ts'
import type { Site } from './find-site.ts'
import { externalIdOf } from './view.ts'
import type { Visitor } from './visitor-token.ts'

/** A visitor writes: taken in as any channel's message. The same client id again is stored once. */
export async function sendChatMessage(
  work: UnitOfWork,
  site: Site,
  visitor: Visitor,
  { clientId, text, attachments: ids }: ChatMessageInput,
): Promise<ChatMessage> {
  const { externalId, email, locale } = visitor
  const isNew = (await findChat(work, site, visitor)) === undefined
  // Only at first: the staff may have learned their name since.
  const name = visitor.name ?? (isNew ? nicknameOf(visitor) : null)
  const whose = { channelId: site.channelId, uploader: externalId }
  const attachments = await findUploads(work, whose, ids)
  const { seq } = await receiveMessage(work, site.channelId, {
    contact: { externalId, name, email, locale },
    message: { externalId: externalIdOf(clientId, visitor), text, attachments },
  })
  const at = work.now.toISOString()
  const withFiles = attachments.length > 0 ? { attachments } : {}
  return { seq, from: 'visitor', name: null, final: false, text, ...withFiles, clientId, at }
}

/** What tells one visitor without a name from the next. */
function nicknameOf({ externalId }: Visitor): string {
  const number = createHash('sha256').update(externalId).digest().readUInt32BE() % 9_000
  return `Visitor ${1_000 + number}`
}

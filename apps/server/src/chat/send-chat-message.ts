import type { ChatMessage, ChatMessageInput } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { receiveMessage } from '../conversation/receive-message.ts'
import type { Site } from './find-site.ts'
import { externalIdOf } from './view.ts'
import type { Visitor } from './visitor-token.ts'

/** A visitor writes: taken in as any channel's message. The same client id again is stored once. */
export async function sendChatMessage(
  work: UnitOfWork,
  site: Site,
  visitor: Visitor,
  { clientId, text }: ChatMessageInput,
): Promise<ChatMessage> {
  const { externalId, name, email, locale } = visitor
  const { seq } = await receiveMessage(work, site.channelId, {
    contact: { externalId, name, email, locale },
    message: { externalId: externalIdOf(clientId, visitor), text },
  })
  const at = work.now.toISOString()
  return { seq, from: 'visitor', name: null, final: false, text, clientId, at }
}

import type { UnitOfWork } from '../context.ts'
import { refusalError } from '../conversation/act.ts'
import { changeControl, lockConversation } from '../conversation/change-control.ts'
import { DomainError } from '../errors.ts'
import { findChat } from './find-chat.ts'
import type { Site } from './find-site.ts'
import type { Visitor } from './visitor-token.ts'

/**
 * A visitor waits no longer for a person, and the bot goes on.
 * @throws DomainError no_handover, already_claimed, bot_off
 */
export async function leaveQueue(work: UnitOfWork, site: Site, visitor: Visitor): Promise<void> {
  if (!site.bot) throw new DomainError('bot_off', 'There is no bot to go back to.')
  const chat = await findChat(work, site, visitor)
  if (!chat) throw refusalError('no_handover')
  const row = await lockConversation(work, chat.id)
  if (!row.open_handover) throw refusalError('no_handover')
  if (row.open_handover.status === 'claimed')
    throw new DomainError('already_claimed', 'Somebody has taken it, and will answer.')
  const { refused } = await changeControl(work, row, { type: 'hand_back' })
  if (refused !== undefined && refused !== 'no_change') throw refusalError(refused)
}

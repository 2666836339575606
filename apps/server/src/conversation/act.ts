import type { Event, Refusal } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Circumstances } from '../handover/apply-effects.ts'
import { changeControl, lockConversation } from './change-control.ts'
import type { ConversationRow } from './control.ts'

const explanations: Record<Refusal, string> = {
  bot_asleep: 'The bot is asleep in this conversation, so nothing of it is sent. Wake it or hand back first.',
  stale_epoch:
    'Control changed since this was written. Read the conversation again and use its present epoch.',
  newer_message: 'The contact has written since. Read the new message before you answer.',
  already_answered: 'Somebody has answered this message already.',
  message_cap: 'The bot has used up its messages in this conversation.',
  handover_open: 'This conversation is handed over already. Assign it to somebody instead.',
  no_handover: 'There is no open handover in this conversation.',
  already_claimed: 'Somebody else has claimed this handover. Take over if you mean to replace them.',
  bot_awake: 'The bot is awake already.',
  not_due: 'It is not time yet.',
  no_change: 'That is so already.',
}

/** What the caller is told when the state machine refuses. */
export function refusalError(refusal: Refusal): DomainError {
  return new DomainError(refusal, explanations[refusal])
}

/**
 * Locks a conversation and puts an event to it. What would change nothing is no error.
 * @throws DomainError not_found, or the code of the refusal
 */
export async function act(
  work: UnitOfWork,
  conversationId: string,
  event: Event,
  circumstances: Circumstances = {},
): Promise<ConversationRow> {
  const row = await lockConversation(work, conversationId)
  const result = await changeControl(work, row, event, circumstances)
  if (result.refused !== undefined && result.refused !== 'no_change') throw refusalError(result.refused)
  return result.row
}

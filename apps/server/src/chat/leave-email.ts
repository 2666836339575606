import { updateContact } from '../contact/save-contact.ts'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { findChat } from './find-chat.ts'
import type { Site } from './find-site.ts'
import type { Visitor } from './visitor-token.ts'

/**
 * A visitor says where they can be reached when nobody is there.
 * @throws DomainError not_found before they have written, forbidden where the page says who they are
 */
export async function leaveEmail(
  work: UnitOfWork,
  site: Site,
  visitor: Visitor,
  email: string,
): Promise<void> {
  if (visitor.identified)
    throw new DomainError('forbidden', 'Your address is the one of your account. Change it there.')
  const chat = await findChat(work, site, visitor)
  if (!chat) throw new DomainError('not_found', 'Write a message first.')
  await updateContact(work, chat.contact_id, { email })
}

import type { ChatStart, StartedChat } from '@baton/contract'
import { hashOf } from '../auth/count-within.ts'
import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import { isUniqueViolation } from '../database/database.ts'
import type { Site } from './find-site.ts'
import { readThread } from './read-thread.ts'
import { verifyIdentity } from './verify-identity.ts'
import { newVisitor, openVisitor, sealVisitor, type Visitor } from './visitor-token.ts'

/**
 * Says who a visitor is: whoever is signed in on the page, else who they were at their last visit, else somebody new.
 * @throws DomainError identity_not_valid
 */
export async function startChat(app: AppContext, site: Site, input: ChatStart): Promise<StartedChat> {
  const known = input.token ? await openVisitor(app, site.channelId, input.token) : null
  // Who has signed out on the page is not their customer any more.
  const anonymous = known && !known.identified ? known : null
  const who = input.identity ? await verifyIdentity(app, site, input.identity) : (anonymous ?? newVisitor())
  const visitor = { ...who, locale: input.locale || who.locale }
  if (visitor.identified && anonymous) await keepConversation(app, site, anonymous, visitor)
  const token = await sealVisitor(app, site.channelId, visitor)
  const thread = await inWorkspace(app, site.workspaceId, (work) => readThread(work, site, visitor))
  return { token, visitor: hashOf(visitor.externalId), identified: visitor.identified, thread }
}

/** What they wrote before they signed in is theirs, unless they have a conversation already. */
async function keepConversation(app: AppContext, site: Site, before: Visitor, now: Visitor): Promise<void> {
  const rename = ({ db, workspaceId }: UnitOfWork) =>
    db
      .updateTable('contact_identity')
      .set({ external_id: now.externalId })
      .where('workspace_id', '=', workspaceId)
      .where('channel_id', '=', site.channelId)
      .where('external_id', '=', before.externalId)
      .execute()
  try {
    await inWorkspace(app, site.workspaceId, async (work) => {
      const taken = await work.db
        .selectFrom('contact_identity')
        .select('contact_id')
        .where('workspace_id', '=', work.workspaceId)
        .where('channel_id', '=', site.channelId)
        .where('external_id', '=', now.externalId)
        .executeTakeFirst()
      if (!taken) await rename(work)
    })
  } catch (error) {
    if (!isUniqueViolation(error, 'contact_identity_pkey')) throw error
  }
}

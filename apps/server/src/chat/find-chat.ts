import type { UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'
import type { Site } from './find-site.ts'
import type { Visitor } from './visitor-token.ts'

/** The visitor's own conversation. Undefined until they have written. */
export async function findChat(
  { db, workspaceId }: UnitOfWork,
  site: Site,
  visitor: Visitor,
): Promise<ConversationRow | undefined> {
  return await db
    .selectFrom('contact_identity as identity')
    .innerJoin('conversation', (join) =>
      join
        .onRef('conversation.workspace_id', '=', 'identity.workspace_id')
        .onRef('conversation.channel_id', '=', 'identity.channel_id')
        .onRef('conversation.contact_id', '=', 'identity.contact_id'),
    )
    .selectAll('conversation')
    .where('identity.workspace_id', '=', workspaceId)
    .where('identity.channel_id', '=', site.channelId)
    .where('identity.external_id', '=', visitor.externalId)
    .executeTakeFirst()
}

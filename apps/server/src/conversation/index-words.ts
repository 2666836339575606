import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { wordsOf } from './search-words.ts'

/** Makes a conversation found by the words of one of its messages. */
export async function indexMessage(
  { db, workspaceId }: UnitOfWork,
  conversationId: string,
  text: string,
): Promise<void> {
  const words = wordsOf(text)
  if (words.length === 0) return
  // In one order, so that two at once wait for each other and never in a circle.
  await sql`
    insert into message_word (workspace_id, word, conversation_id)
    select ${workspaceId}, word, ${conversationId} from unnest(${words.sort()}::text[]) word
    on conflict do nothing`.execute(db)
}

/** Makes a contact found by its name, its e-mail address and its phone number as they are now. */
export async function indexContact(
  { db, workspaceId }: UnitOfWork,
  contact: { id: string; name: string | null; email: string | null; phone: string | null },
): Promise<void> {
  const words = wordsOf([contact.name, contact.email, contact.phone].join(' '))
  await db
    .deleteFrom('contact_word')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contact.id)
    .execute()
  if (words.length === 0) return
  await sql`
    insert into contact_word (workspace_id, word, contact_id)
    select ${workspaceId}, word, ${contact.id} from unnest(${words}::text[]) word
    on conflict do nothing`.execute(db)
}

import { sql } from 'kysely'
import type { World } from './factories.ts'
import type { TestApp } from './test-app.ts'

/**
 * Fills an inbox as large ones are: most resolved, a tenth open, one in fifty waiting for a person. Every conversation
 * has eight words out of two thousand, and one contact in a hundred has the tag `vip`.
 */
export async function fillInbox(test: TestApp, world: World, conversations: number): Promise<void> {
  const { workspaceId, channelId, agent } = world
  await test.work(workspaceId, async ({ db, now }) => {
    await sql`
      create temporary table made on commit drop as
      select n, gen_random_uuid() as contact_id, gen_random_uuid() as conversation_id
      from generate_series(1, ${conversations}::int) n`.execute(db)
    await sql`
      insert into contact (workspace_id, id, name, created_at, updated_at)
      select ${workspaceId}, contact_id, 'Visitor ' || n, ${now}, ${now} from made`.execute(db)
    await sql`
      insert into contact_word (workspace_id, word, contact_id)
      select ${workspaceId}, unnest(array['visitor', n::text]), contact_id from made`.execute(db)
    await sql`
      insert into contact_tag (workspace_id, contact_id, tag, folded, created_at)
      select ${workspaceId}, contact_id, 'vip', 'vip', ${now} from made where n % 100 = 0`.execute(db)
    await sql`
      insert into conversation (workspace_id, id, channel_id, contact_id, epoch, bot_status, sleep_cause, slept_at, bot_on,
        status, assignee_id, attempts, watermark, bot_messages, last_seq, last_contact_seq, answered_seq, turn_seq,
        waits_for, waits_since, last_message_at, created_at)
      select ${workspaceId}, conversation_id, ${channelId}, contact_id, 1,
        case when n % 50 = 0 then 'asleep' else 'awake' end, case when n % 50 = 0 then 'manual' end,
        case when n % 50 = 0 then ${now}::timestamptz end, true,
        case when n % 10 = 0 then 'open' when n % 10 = 1 then 'snoozed' else 'resolved' end,
        case when n % 100 = 0 then ${agent.id}::uuid end, 0, 0, 0, 1, 1, 0, 1,
        case when n % 50 = 0 then 'human' else 'nobody' end,
        case when n % 50 = 0 then ${now}::timestamptz - n * interval '1 second' end,
        ${now}::timestamptz - n * interval '1 second', ${now}::timestamptz - n * interval '1 hour' from made`.execute(
      db,
    )
    await sql`
      insert into message (workspace_id, conversation_id, seq, id, channel_id, author, kind, text, created_at)
      select ${workspaceId}, conversation_id, 1, gen_random_uuid(), ${channelId}, 'contact', 'message',
        'Where is my parcel?', ${now} from made`.execute(db)
    await sql`
      insert into message_word (workspace_id, word, conversation_id)
      select ${workspaceId}, 'w' || (n * 7919 + k * 104729) % 2000, conversation_id
      from made, generate_series(1, 8) k on conflict do nothing`.execute(db)
  })
  await sql`analyze`.execute(test.app.db)
}

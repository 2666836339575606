import { type Kysely, sql } from 'kysely'
import { fold, wordsOf } from '../../conversation/search-words.ts'
import { rowLevelSecurityOn } from './row-level-security.ts'

/** What lists need: how far each user has read, and the words to search by. See decision 13. */
const tables = `
create table conversation_read (
  workspace_id uuid not null,
  user_id uuid not null,
  conversation_id uuid not null,
  seq int not null,
  primary key (workspace_id, user_id, conversation_id),
  foreign key (workspace_id, user_id) references staff_user on delete cascade,
  foreign key (workspace_id, conversation_id) references conversation on delete cascade
);

-- Without a foreign key: it would be checked for each word of each message, and the message has one.
create table message_word (
  workspace_id uuid not null,
  word text collate "C" not null,
  conversation_id uuid not null,
  primary key (workspace_id, word, conversation_id)
);

create table contact_word (
  workspace_id uuid not null,
  word text collate "C" not null,
  contact_id uuid not null,
  primary key (workspace_id, word, contact_id),
  foreign key (workspace_id, contact_id) references contact on delete cascade
);
create index contact_word_of on contact_word (workspace_id, contact_id);

alter table contact_tag add column folded text collate "C";
create index contact_tag_folded on contact_tag (workspace_id, folded, contact_id);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  const secured = rowLevelSecurityOn('conversation_read', 'message_word', 'contact_word')
  for (const statement of [tables, secured]) await sql.raw(statement).execute(db)
  await sql`select set_config('baton.workspace', '*', true)`.execute(db)
  await foldTags(db)
  await readAll(db, 'message', 'conversation_id', sql`text`)
  await readAll(db, 'contact', 'id', sql`concat_ws(' ', name, email, phone)`)
  await sql`select set_config('baton.workspace', '', true)`.execute(db)
}

async function foldTags(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ tag: string }>`select distinct tag from contact_tag`.execute(db)
  for (const { tag } of rows)
    await sql`update contact_tag set folded = ${fold(tag)} where tag = ${tag}`.execute(db)
  await sql`alter table contact_tag alter column folded set not null`.execute(db)
}

/** Writes down the words of what is there already. A cursor keeps it from being read into memory at once. */
async function readAll(
  db: Kysely<unknown>,
  table: 'message' | 'contact',
  owner: string,
  text: ReturnType<typeof sql>,
): Promise<void> {
  await sql`
    declare texts no scroll cursor for
    select workspace_id, ${sql.ref(owner)} as owner_id, ${text} as text from ${sql.table(table)}`.execute(db)
  for (;;) {
    const { rows } = await sql<{ workspace_id: string; owner_id: string; text: string }>`
      fetch 1000 from texts`.execute(db)
    if (rows.length === 0) break
    const words = rows.flatMap((row) => wordsOf(row.text).map((word) => ({ ...row, word })))
    await sql`
      insert into ${sql.table(`${table}_word`)}
      select * from unnest(
        ${words.map((entry) => entry.workspace_id)}::uuid[],
        ${words.map((entry) => entry.word)}::text[],
        ${words.map((entry) => entry.owner_id)}::uuid[])
      on conflict do nothing`.execute(db)
  }
  await sql`close texts`.execute(db)
}

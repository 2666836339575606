import { type Kysely, sql } from 'kysely'
import { rowLevelSecurityOn } from './row-level-security.ts'

/**
 * A passage is found by its words in its language and by the pieces of its words, for those who mistype. Both are
 * plain text search, so that no extension is needed.
 */
const tables = `
create table article (
  workspace_id uuid not null references workspace,
  id uuid not null,
  bot_id uuid,
  kind text not null check (kind in ('article', 'qa')),
  title text not null,
  text text not null,
  questions text[] not null default '{}',
  language text not null,
  source jsonb not null,
  source_key text,
  revision int not null default 1,
  updated_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, bot_id) references bot on delete cascade
);
create index article_of_bot on article (workspace_id, bot_id);
create unique index article_source on article (workspace_id, bot_id, source_key) nulls not distinct
  where source_key is not null;

create table article_version (
  workspace_id uuid not null,
  article_id uuid not null,
  revision int not null,
  kind text not null,
  title text not null,
  text text not null,
  questions text[] not null,
  language text not null,
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (workspace_id, article_id, revision),
  foreign key (workspace_id, article_id) references article on delete cascade
);

create table article_passage (
  workspace_id uuid not null,
  article_id uuid not null,
  position int not null,
  heading text,
  text text not null,
  config text not null,
  words tsvector not null,
  pieces tsvector not null,
  primary key (workspace_id, article_id, position),
  foreign key (workspace_id, article_id) references article on delete cascade
);
create index article_passage_words on article_passage using gin (words);
create index article_passage_pieces on article_passage using gin (pieces);

alter table message add column sources jsonb;

${rowLevelSecurityOn('article', 'article_version', 'article_passage')}
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db)
}

import { type Kysely, sql } from 'kysely'

/**
 * Every table of a workspace has `workspace_id` first in its primary key and in every unique key, so that
 * tables can be spread over a cluster by workspace. Row-level security on it stands behind the policies of
 * the code as a second lock, for the owner of the tables too.
 */
const tables = `
create table workspace (
  id uuid primary key,
  name text not null,
  time_zone text not null default 'UTC',
  created_at timestamptz not null
);

create table api_key (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  prefix text not null,
  hash bytea not null,
  scopes text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id)
);
create index api_key_by_hash on api_key (hash);

create table idempotency_key (
  workspace_id uuid not null,
  key text not null,
  request_hash text not null,
  status int,
  body jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);

create table staff_user (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  email text not null,
  role text not null check (role in ('admin', 'agent')),
  active boolean not null default true,
  permissions jsonb not null,
  availability text not null default 'available' check (availability in ('available', 'away')),
  hours jsonb,
  capacity int check (capacity >= 0),
  idle_since timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index staff_user_email on staff_user (workspace_id, lower(email));

create table team (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index team_name on team (workspace_id, lower(name));

create table team_member (
  workspace_id uuid not null,
  team_id uuid not null,
  user_id uuid not null,
  primary key (workspace_id, team_id, user_id),
  foreign key (workspace_id, team_id) references team on delete cascade,
  foreign key (workspace_id, user_id) references staff_user on delete cascade
);

create table bot (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  mode text not null check (mode in ('off', 'suggestive', 'autopilot')),
  persona text not null,
  instructions text not null,
  language text not null,
  wait_seconds int not null check (wait_seconds between 0 and 300),
  message_cap int not null check (message_cap between 1 and 100),
  sleep_on_user_message boolean not null,
  brain jsonb not null,
  revision int not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

-- Six places and no place twice: the limit of scenarios holds whatever races.
create table scenario (
  workspace_id uuid not null,
  id uuid not null,
  bot_id uuid not null,
  kind text not null check (kind in ('human_requested', 'lack_of_information', 'failed_to_resolve', 'custom')),
  name text not null,
  enabled boolean not null,
  position int not null check (position between 0 and 5),
  trigger_condition text not null,
  example_phrases text[] not null,
  assign_to jsonb not null,
  keep_present_owner boolean not null,
  if_unavailable jsonb not null,
  final_message text not null,
  final_message_translations jsonb not null,
  pause_bot boolean not null,
  reactivate_after jsonb,
  create_task jsonb,
  tags text[] not null,
  attempts int not null check (attempts between 1 and 10),
  response_target jsonb,
  revision int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, bot_id) references bot on delete cascade,
  constraint scenario_place unique (workspace_id, bot_id, position) deferrable initially deferred
);
create unique index scenario_name on scenario (workspace_id, bot_id, lower(name));

create table channel (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null,
  name text not null,
  bot_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, bot_id) references bot on delete set null (bot_id)
);
create index channel_by_bot on channel (workspace_id, bot_id);

create table contact (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text,
  email text,
  phone text,
  locale text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);

create table contact_identity (
  workspace_id uuid not null,
  channel_id uuid not null,
  external_id text not null,
  contact_id uuid not null,
  primary key (workspace_id, channel_id, external_id),
  foreign key (workspace_id, channel_id) references channel,
  foreign key (workspace_id, contact_id) references contact
);

create table contact_tag (
  workspace_id uuid not null,
  contact_id uuid not null,
  tag text not null,
  created_at timestamptz not null,
  primary key (workspace_id, contact_id, tag),
  foreign key (workspace_id, contact_id) references contact on delete cascade
);

create table contact_note (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  user_id uuid,
  text text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact on delete cascade
);
create index contact_note_by_contact on contact_note (workspace_id, contact_id, id desc);

create table conversation (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  contact_id uuid not null,
  -- control: written by the state machine alone
  epoch int not null,
  bot_status text not null check (bot_status in ('awake', 'asleep')),
  sleep_cause text,
  slept_at timestamptz,
  wakes_at timestamptz,
  reactivation jsonb,
  bot_on boolean not null,
  status text not null check (status in ('open', 'snoozed', 'resolved')),
  snoozed_until timestamptz,
  open_handover jsonb,
  assignee_id uuid,
  team_id uuid,
  attempts real not null,
  watermark int not null,
  bot_messages int not null,
  last_seq int not null,
  last_contact_seq int not null,
  answered_seq int not null,
  turn_seq int not null,
  contact_waits_since timestamptz,
  -- worked out from control, for the views
  waits_for text not null check (waits_for in ('nobody', 'bot', 'human')),
  waits_since timestamptz,
  last_message_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, channel_id, contact_id),
  foreign key (workspace_id, channel_id) references channel,
  foreign key (workspace_id, contact_id) references contact,
  check ((bot_status = 'asleep') = (sleep_cause is not null))
);
create index conversation_all on conversation (workspace_id, last_message_at desc, id desc);
create index conversation_needs_human on conversation (workspace_id, waits_since, id)
  where status = 'open' and waits_for = 'human';
create index conversation_mine on conversation (workspace_id, assignee_id, last_message_at desc, id desc)
  where status = 'open' and assignee_id is not null;
create index conversation_with_bot on conversation (workspace_id, last_message_at desc, id desc)
  where status = 'open' and bot_status = 'awake' and bot_on and open_handover is null;
create index conversation_snoozed on conversation (workspace_id, last_message_at desc, id desc)
  where status = 'snoozed';
create index conversation_resolved on conversation (workspace_id, last_message_at desc, id desc)
  where status = 'resolved';
create index conversation_waiting on conversation (workspace_id, waits_since, id) where waits_since is not null;
create index conversation_by_contact on conversation (workspace_id, contact_id);

create table message (
  workspace_id uuid not null,
  conversation_id uuid not null,
  seq int not null,
  id uuid not null,
  channel_id uuid not null,
  external_id text,
  author text not null check (author in ('contact', 'bot', 'user')),
  kind text not null check (kind in ('message', 'final', 'note')),
  user_id uuid,
  text text not null,
  epoch int,
  handover_id uuid,
  answered boolean,
  confidence real,
  written_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, conversation_id, seq),
  foreign key (workspace_id, conversation_id) references conversation,
  check (author <> 'bot' or epoch is not null)
);
create unique index message_external on message (workspace_id, channel_id, external_id) where external_id is not null;
create unique index message_final on message (workspace_id, handover_id) where kind = 'final';

create table assessment (
  workspace_id uuid not null,
  conversation_id uuid not null,
  seq int not null,
  judged text not null check (judged in ('contact', 'bot')),
  decision text not null,
  outcome text not null,
  scenario_id uuid,
  scores jsonb not null,
  failed_attempts real not null,
  created_at timestamptz not null,
  primary key (workspace_id, conversation_id, seq, judged)
);

create table handover (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  bot_id uuid,
  scenario_id uuid,
  kind text not null,
  scenario_name text not null,
  cause text not null check (cause in ('scenario', 'message_cap', 'by_hand')),
  score real,
  threshold real,
  evidence jsonb not null,
  status text not null check (status in ('waiting', 'claimed', 'ended')),
  outcome text,
  user_id uuid,
  team_id uuid,
  trail jsonb not null,
  steps jsonb not null,
  brief jsonb not null,
  began_by uuid,
  began_at timestamptz not null,
  respond_by timestamptz,
  claimed_by uuid,
  claimed_at timestamptz,
  replied_at timestamptz,
  ended_at timestamptz,
  feedback jsonb,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversation,
  check ((status = 'ended') = (ended_at is not null))
);
create unique index handover_open on handover (workspace_id, conversation_id) where status <> 'ended';
create index handover_by_time on handover (workspace_id, began_at desc, id desc);
create index handover_by_conversation on handover (workspace_id, conversation_id, began_at desc);
create index handover_by_user on handover (workspace_id, user_id) where status <> 'ended';

create table task (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  conversation_id uuid,
  handover_id uuid,
  title text not null,
  text text not null,
  due_at timestamptz,
  assignee_id uuid,
  done_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact on delete cascade
);
create unique index task_of_handover on task (workspace_id, handover_id) where handover_id is not null;
create index task_by_contact on task (workspace_id, contact_id, id desc);
create index task_by_assignee on task (workspace_id, assignee_id, due_at) where done_at is null;

-- The dedupe key says what it is about: nobody is told the same thing twice.
create table notification (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  about text not null,
  dedupe_key text not null,
  conversation_id uuid not null,
  handover_id uuid,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (workspace_id, id),
  constraint notification_once unique (workspace_id, user_id, dedupe_key)
);
create index notification_unread on notification (workspace_id, user_id, id desc) where read_at is null;

-- Read in the order of (xid, seq), and only below pg_snapshot_xmin: a slow transaction is never skipped.
create table event (
  workspace_id uuid not null,
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  conversation_id uuid,
  data jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, seq)
);
create index event_in_order on event (xid, seq);
create index event_by_workspace on event (workspace_id, xid, seq);

create table webhook (
  workspace_id uuid not null references workspace,
  id uuid not null,
  url text not null,
  event_types text[] not null,
  secret text not null,
  active boolean not null default true,
  cursor_xid xid8 not null,
  cursor_seq bigint not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

create table webhook_delivery (
  workspace_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  event_seq bigint not null,
  event_type text not null,
  payload jsonb not null,
  status text not null check (status in ('pending', 'delivered', 'failed')),
  attempts int not null default 0,
  last_status int,
  last_error text,
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  delivered_at timestamptz,
  primary key (workspace_id, id),
  constraint webhook_delivery_once unique (workspace_id, webhook_id, event_seq),
  foreign key (workspace_id, webhook_id) references webhook on delete cascade
);
create index webhook_delivery_by_webhook on webhook_delivery (workspace_id, webhook_id, id desc);
`

/** An answered key is looked up before its workspace is known, so this one function sees all of them. */
const findApiKey = `
create function find_api_key(wanted bytea)
returns table (workspace_id uuid, id uuid, scopes text[], last_used_at timestamptz)
language plpgsql as $$
declare
  before text := coalesce(current_setting('baton.workspace', true), '');
begin
  perform set_config('baton.workspace', '*', true);
  return query select k.workspace_id, k.id, k.scopes, k.last_used_at from api_key k
    where k.hash = wanted and k.revoked_at is null;
  perform set_config('baton.workspace', before, true);
end $$;
`

/** Invariant I1, held by the database: a bot speaks only while awake and under the present epoch. */
const botSpeaksAwake = `
create function bot_speaks_awake() returns trigger language plpgsql as $$
begin
  perform 1 from conversation
    where workspace_id = new.workspace_id and id = new.conversation_id
      and bot_status = 'awake' and epoch = new.epoch;
  if not found then
    raise exception 'a bot message under epoch % while another epoch holds or the bot sleeps', new.epoch
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger bot_speaks_awake before insert on message
  for each row when (new.author = 'bot') execute function bot_speaks_awake();
`

/**
 * The setting is read once for a statement, by a sub-select, and not for each row. Compared as a uuid it is also
 * something that the planner can estimate: else it takes every list for tiny, and sorts it whole.
 */
const rowLevelSecurity = `
create function baton_workspace() returns uuid language sql stable parallel safe as $$
  select case when current_setting('baton.workspace', true) ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then current_setting('baton.workspace', true)::uuid end
$$;
create function baton_sees_all() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('baton.workspace', true) = '*', false)
$$;
do $$
declare name text;
begin
  for name in
    select c.table_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
      and (c.column_name = 'workspace_id' or (c.table_name = 'workspace' and c.column_name = 'id'))
  loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format(
      'create policy of_workspace on %I using (%I = (select baton_workspace()) or (select baton_sees_all()))',
      name, case name when 'workspace' then 'id' else 'workspace_id' end);
  end loop;
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [tables, findApiKey, botSpeaksAwake, rowLevelSecurity])
    await sql.raw(statement).execute(db)
}

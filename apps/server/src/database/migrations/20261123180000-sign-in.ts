import { type Kysely, sql } from 'kysely'

/**
 * How people sign in. A person belongs to no workspace, so what is theirs stands in a schema of its own: `person`,
 * `session`, `account` and `verification` are what better-auth wants, `staff` says which user a person is, `attempt`
 * counts what is limited. See decision 12.
 */
const people = `
create schema auth;

create table auth.person (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth.session (
  id uuid primary key,
  person_id uuid not null references auth.person on delete cascade,
  token text not null unique,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_by_person on auth.session (person_id);

create table auth.account (
  id uuid primary key,
  person_id uuid not null references auth.person on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_by_person on auth.account (person_id);

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_by_identifier on auth.verification (identifier);

create table auth.staff (
  person_id uuid primary key references auth.person on delete cascade,
  workspace_id uuid not null,
  user_id uuid not null,
  unique (workspace_id, user_id),
  foreign key (workspace_id, user_id) references staff_user on delete cascade
);

create table auth.attempt (
  key text primary key,
  count int not null,
  since timestamptz not null
);
create index attempt_by_age on auth.attempt (since);
`

/** Who has signed in is looked up before their workspace is known, so this one function sees all of them. */
const findStaff = `
create function find_staff(wanted uuid)
returns table (workspace_id uuid, id uuid, role text, permissions jsonb)
language plpgsql as $$
declare
  before text := coalesce(current_setting('baton.workspace', true), '');
begin
  perform set_config('baton.workspace', '*', true);
  return query select u.workspace_id, u.id, u.role, u.permissions
    from auth.staff s join staff_user u on u.workspace_id = s.workspace_id and u.id = s.user_id
    where s.person_id = wanted and u.active;
  perform set_config('baton.workspace', before, true);
end $$;
`

/** Links that an admin hands on. Only their hashes are kept. */
const links = `
create table invitation (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  email text not null,
  role text not null check (role in ('admin', 'agent')),
  permissions jsonb not null,
  team_ids uuid[] not null,
  token_hash bytea not null,
  user_id uuid,
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (workspace_id, id)
);
create index invitation_by_token on invitation (token_hash);
create unique index invitation_email on invitation (workspace_id, lower(email)) where accepted_at is null;

create table password_reset (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  made_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references staff_user on delete cascade
);
create index password_reset_by_token on password_reset (token_hash);
create unique index password_reset_open on password_reset (workspace_id, user_id) where used_at is null;

alter table invitation enable row level security, force row level security;
create policy of_workspace on invitation
  using (workspace_id = (select baton_workspace()) or (select baton_sees_all()));
alter table password_reset enable row level security, force row level security;
create policy of_workspace on password_reset
  using (workspace_id = (select baton_workspace()) or (select baton_sees_all()));
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [people, findStaff, links]) await sql.raw(statement).execute(db)
}

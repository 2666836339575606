import { type Kysely, sql } from 'kysely'

/**
 * A session may look into the demo beside its workspace. Then the person acts as the admin of the demo. Only an admin
 * gets there, and the function sees to it that the demo is theirs.
 */
const demoSession = `
alter table auth.session add column in_demo boolean not null default false;

create function find_staff_in_session(wanted uuid, session uuid)
returns table (workspace_id uuid, id uuid, role text, permissions jsonb)
language plpgsql as $$
declare
  before text := coalesce(current_setting('baton.workspace', true), '');
begin
  perform set_config('baton.workspace', '*', true);
  return query select shown.workspace_id, shown.id, shown.role, shown.permissions
    from auth.staff s
    join staff_user own on own.workspace_id = s.workspace_id and own.id = s.user_id and own.active
    left join auth.session looks on looks.id = session and looks.in_demo and own.role = 'admin'
    left join workspace demo on looks.id is not null and demo.demo_of = s.workspace_id
    join lateral (
      select u.* from staff_user u
      where case when demo.id is null then u.workspace_id = own.workspace_id and u.id = own.id
        else u.workspace_id = demo.id and u.role = 'admin' and u.active end
      order by u.created_at, u.id limit 1
    ) shown on true
    where s.person_id = wanted;
  perform set_config('baton.workspace', before, true);
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(demoSession).execute(db)
}

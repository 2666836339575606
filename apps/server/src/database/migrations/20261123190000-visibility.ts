import { type Kysely, sql } from 'kysely'

/**
 * A user who may not see all conversations sees those assigned to them, those that wait for a team of theirs, and what hangs
 * on these. The database holds it, for every query that there is and will be: a transaction says who looks in the
 * setting `baton.viewer`; without one all of the workspace is seen.
 *
 * The functions are plpgsql and cheap by their word, so that they are neither inlined nor weighed: whoever sees all, and
 * that is nearly everybody, pays for a test of the setting and no more.
 */
const functions = `
create function baton_viewer() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('baton.viewer', true), '')::uuid
$$;

create function baton_in_team(team uuid) returns boolean language plpgsql stable strict parallel safe cost 1 as $$
begin
  return exists (select 1 from team_member m
    where m.workspace_id = baton_workspace() and m.team_id = team and m.user_id = baton_viewer());
end $$;

create function baton_sees_conversation(wanted uuid) returns boolean
language plpgsql stable strict parallel safe cost 1 as $$
begin
  return exists (select 1 from conversation c where c.workspace_id = baton_workspace() and c.id = wanted);
end $$;

create function baton_sees_contact(wanted uuid) returns boolean
language plpgsql stable strict parallel safe cost 1 as $$
begin
  return exists (select 1 from conversation c where c.workspace_id = baton_workspace() and c.contact_id = wanted);
end $$;
`

const viewer = '(select baton_viewer())'

/** What a row must be for the viewer to see it. */
const seen: Record<string, string> = {
  conversation: `assignee_id = ${viewer} or (assignee_id is null and baton_in_team(team_id))`,
  message: 'baton_sees_conversation(conversation_id)',
  assessment: 'baton_sees_conversation(conversation_id)',
  handover: 'baton_sees_conversation(conversation_id)',
  event: 'conversation_id is null or baton_sees_conversation(conversation_id)',
  contact: 'baton_sees_contact(id)',
  contact_identity: 'baton_sees_contact(contact_id)',
  contact_tag: 'baton_sees_contact(contact_id)',
  contact_note: 'baton_sees_contact(contact_id)',
  task: `assignee_id = ${viewer} or baton_sees_contact(contact_id)`,
  notification: `user_id = ${viewer}`,
}

/**
 * `case` has a reason: the planner takes any other condition on the setting for one that hardly a row meets, and would sort
 * whole lists that an index has in order.
 */
function policyOn(table: string, condition: string): string {
  return `create policy of_viewer on ${table} as restrictive for select
    using (case when ${viewer} is null then true else ${condition} end)`
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(functions).execute(db)
  for (const [table, condition] of Object.entries(seen)) await sql.raw(policyOn(table, condition)).execute(db)
}

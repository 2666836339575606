import { type Kysely, sql } from 'kysely'

/**
 * A user who may not see all conversations sees those assigned to them, those that wait for a team of theirs, and what hangs
 * on these. The database holds it, for every query that there is and will be: a transaction says who looks in the
 * setting `baton.viewer`; without one all of the workspace is seen.
 *
 * `case` has a reason: the planner takes any other condition on the setting for one that hardly a row meets, and would sort
 * whole lists that an index has in order.
 */
const viewer = `
create function baton_viewer() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('baton.viewer', true), '')::uuid
$$;
`

/** What a row must be for the viewer to see it. */
const seen: Record<string, string> = {
  conversation: `assignee_id = (select baton_viewer()) or (assignee_id is null and team_id in (
    select m.team_id from team_member m
    where m.workspace_id = (select baton_workspace()) and m.user_id = (select baton_viewer())))`,
  message: ofConversation('message'),
  assessment: ofConversation('assessment'),
  handover: ofConversation('handover'),
  event: `conversation_id is null or ${ofConversation('event')}`,
  contact: `exists (select 1 from conversation c
    where c.workspace_id = contact.workspace_id and c.contact_id = contact.id)`,
  contact_identity: ofContact('contact_identity'),
  contact_tag: ofContact('contact_tag'),
  contact_note: ofContact('contact_note'),
  task: `assignee_id = (select baton_viewer()) or ${ofContact('task')}`,
  notification: 'user_id = (select baton_viewer())',
}

function ofConversation(table: string): string {
  return `exists (select 1 from conversation c
    where c.workspace_id = ${table}.workspace_id and c.id = ${table}.conversation_id)`
}

function ofContact(table: string): string {
  return `exists (select 1 from contact c
    where c.workspace_id = ${table}.workspace_id and c.id = ${table}.contact_id)`
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(viewer).execute(db)
  for (const [table, condition] of Object.entries(seen))
    await sql
      .raw(
        `create policy of_viewer on ${table} as restrictive for select
         using (case when (select baton_viewer()) is null then true else ${condition} end)`,
      )
      .execute(db)
}

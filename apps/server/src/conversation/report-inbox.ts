import type { InboxReport } from '@baton/contract'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'

const most = 1_000

/**
 * How many conversations are in each view of the inbox (R21). Each is counted along the index of its view and no
 * further than `most`, so that a big workspace pays no more than a small one.
 */
export async function reportInbox(
  { db, workspaceId }: UnitOfWork,
  userId: string | null,
): Promise<InboxReport> {
  const counted = (condition: ReturnType<typeof sql>) =>
    sql`(select count(*)::int from (
      select from conversation where workspace_id = ${workspaceId} and ${condition} limit ${sql.lit(most)}
    ) as counted)`
  const { rows } = await sql<InboxReport>`
    select
      ${counted(sql`status = 'open' and waits_for = 'human'`)} as "needsHuman",
      ${counted(sql`status = 'open' and assignee_id is not null and assignee_id = ${userId}`)} as "mine",
      ${counted(sql`status = 'open' and waits_for = 'human' and assignee_id is null`)} as "unassigned",
      ${counted(sql`status = 'open' and bot_status = 'awake' and bot_on and open_handover is null`)} as "withBot",
      ${counted(sql`status = 'snoozed'`)} as "snoozed"
  `.execute(db)
  const [report] = rows
  if (!report) throw new Error('The inbox was not counted.')
  return report
}

import { type Selectable, sql } from 'kysely'
import { expect, vi } from 'vitest'
import type { ConversationRow } from '../src/conversation/control.ts'
import type { Database } from '../src/database/schema/index.ts'
import { headOfLog } from '../src/event/follow-events.ts'
import type { JobData, Queue } from '../src/job/jobs.ts'
import type { TestApp } from './test-app.ts'

/** Everything a workspace has in a table. */
export async function rowsOf<Table extends keyof Database>(
  test: TestApp,
  workspaceId: string,
  table: Table,
): Promise<Selectable<Database[Table]>[]> {
  const { rows } = await test.work(workspaceId, ({ db }) =>
    sql<
      Selectable<Database[Table]>
    >`select * from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(db),
  )
  return rows
}

/** The messages of a conversation, first to last. */
export async function messagesOf(test: TestApp, workspaceId: string, conversationId: string) {
  const rows = await rowsOf(test, workspaceId, 'message')
  return rows.filter((row) => row.conversation_id === conversationId).sort((a, b) => a.seq - b.seq)
}

export async function conversationOf(
  test: TestApp,
  workspaceId: string,
  conversationId: string,
): Promise<ConversationRow> {
  const row = (await rowsOf(test, workspaceId, 'conversation')).find(({ id }) => id === conversationId)
  if (!row) throw new Error(`There is no conversation ${conversationId}.`)
  return row
}

/** Takes a workspace's jobs out of a queue, due or not, so that a test can run them as and when it wants. */
export async function takeJobs<Q extends Queue>(
  test: TestApp,
  workspaceId: string,
  queue: Q,
): Promise<JobData[Q][]> {
  const { rows } = await sql<{ data: JobData[Q] }>`
    delete from pgboss.job
    where name = ${queue} and state in ('created', 'retry') and data ->> 'workspaceId' = ${workspaceId}
    returning data`.execute(test.app.db)
  return rows.map((row) => row.data)
}

/**
 * Waits until everything a workspace has logged can be read. Another transaction on the same PostgreSQL, in any
 * database, holds the log back while it runs.
 */
export async function logIsReadable(test: TestApp, workspaceId: string): Promise<void> {
  const events = await rowsOf(test, workspaceId, 'event')
  const newest = Math.max(0, ...events.map((event) => Number(event.xid)))
  await vi.waitFor(async () => expect((await headOfLog(test.app.db)).xid).toBeGreaterThan(newest), {
    timeout: 20_000,
  })
}

/** One to n. */
export function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index + 1)
}

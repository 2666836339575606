import type { AppContext } from '../context.ts'
import { transact } from '../database/database.ts'

/** The web channel to show the chat with: that of a demo, else the first one there is. Undefined: there is none. */
export async function findDemoChannel({ db }: AppContext): Promise<string | undefined> {
  const row = await transact(db, '*', (trx) =>
    trx
      .selectFrom('channel')
      .innerJoin('workspace', 'workspace.id', 'channel.workspace_id')
      .select('channel.id')
      .where('channel.kind', '=', 'web')
      .orderBy('workspace.demo_of', (order) => order.desc().nullsLast())
      .orderBy('channel.created_at')
      .limit(1)
      .executeTakeFirst(),
  )
  return row?.id
}

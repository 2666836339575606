import { inWorkspace } from '../apps/server/src/context.ts'
import { type ConversationView, listConversations } from '../apps/server/src/conversation/queries.ts'
import { compare, type Figures } from './measure.ts'
import type { World } from './world.ts'

const views: ConversationView[] = ['needs_human', 'mine', 'with_bot', 'all']

/** The first page of a view, beside the bare statement that finds its conversations. */
export async function measureViews(
  world: World,
  seconds: number,
): Promise<{ view: string; baton: Figures; floor: Figures }[]> {
  const { app, workspaceId, userId } = world
  const results: { view: string; baton: Figures; floor: Figures }[] = []
  for (const view of views) {
    const once = async () => {
      await inWorkspace(app, workspaceId, (work) => listConversations(work, { view, userId, limit: 50 }))
    }
    const bare = async () => {
      const client = await app.pool.connect()
      try {
        await client.query('begin')
        await client.query("select set_config('baton.workspace', $1, true)", [workspaceId])
        await client.query(...bareStatement(view, workspaceId, userId))
        await client.query('commit')
      } finally {
        client.release()
      }
    }
    const [baton, floor] = await compare(
      [
        { name: view, concurrency: 4, once },
        { name: `${view}, floor`, concurrency: 4, once: bare },
      ],
      seconds,
      4,
    )
    if (baton && floor) results.push({ view, baton, floor })
  }
  return results
}

const conditions: Record<string, string> = {
  needs_human: "and status = 'open' and waits_for = 'human' order by waits_since, id",
  mine: "and status = 'open' and assignee_id = $2 order by last_message_at desc, id desc",
  with_bot:
    "and status = 'open' and bot_status = 'awake' and bot_on and open_handover is null order by last_message_at desc, id desc",
  all: 'order by last_message_at desc, id desc',
}

function bareStatement(view: string, workspaceId: string, userId: string): [string, string[]] {
  const values = view === 'mine' ? [workspaceId, userId] : [workspaceId]
  return [`select * from conversation where workspace_id = $1 ${conditions[view]} limit 51`, values]
}

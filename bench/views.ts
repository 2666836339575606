import type { ConversationView } from '@baton/contract'
import { inWorkspace } from '../apps/server/src/context.ts'
import { listConversations } from '../apps/server/src/conversation/list-conversations.ts'
import { inTransaction } from './floor.ts'
import { compare, type Pair } from './measure.ts'
import type { World } from './world.ts'

export const views = ['needs_human', 'mine', 'with_bot', 'all'] as const satisfies ConversationView[]
type View = (typeof views)[number]

const pageSize = 50
const concurrency = 4

/** The first page of each view, beside the bare statement that finds it. */
export async function measureViews(world: World, seconds: number): Promise<Map<View, Pair>> {
  const { app, workspaceId, userId } = world
  const results = new Map<View, Pair>()
  for (const view of views) {
    const once = async () => {
      await inWorkspace(app, workspaceId, (work) =>
        listConversations(work, { view, userId, limit: pageSize }),
      )
    }
    const bare = async () => {
      await inTransaction(world, (client) => client.query(...bareStatement(view, workspaceId, userId)))
    }
    const pair = await compare(
      { name: `view ${view}`, concurrency, once },
      { name: 'its bare statement', concurrency, once: bare },
      seconds,
      4,
    )
    results.set(view, pair)
  }
  return results
}

const conditions: Record<View, string> = {
  needs_human: "and c.status = 'open' and c.waits_for = 'human' order by c.waits_since, c.id",
  mine: "and c.status = 'open' and c.assignee_id = $2 order by c.last_message_at desc, c.id desc",
  with_bot:
    "and c.status = 'open' and c.bot_status = 'awake' and c.bot_on and c.open_handover is null order by c.last_message_at desc, c.id desc",
  all: 'order by c.last_message_at desc, c.id desc',
}

function bareStatement(view: View, workspaceId: string, userId: string): [string, string[]] {
  const text = `
    select c.*, contact.name, message.author, message.kind, message.text from conversation c
    join contact on contact.workspace_id = c.workspace_id and contact.id = c.contact_id
    left join message on message.workspace_id = c.workspace_id and message.conversation_id = c.id and message.seq = c.last_seq
    where c.workspace_id = $1 ${conditions[view]} limit ${pageSize + 1}`
  return [text, view === 'mine' ? [workspaceId, userId] : [workspaceId]]
}

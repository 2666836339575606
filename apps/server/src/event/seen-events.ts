import type { Caller } from '../auth/authenticate.ts'
import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import { seenBy } from '../staff/policy.ts'
import type { EventRow } from './events.ts'

/** What everybody on staff may know of: it carries ids of what they may read anyhow. */
const commonNouns = new Set(['bot', 'scenario', 'channel', 'user', 'team', 'workspace'])
/** How many conversations a stream knows of from the start. */
const mostKnown = 1_000

export type EventSieve = (events: EventRow[]) => Promise<EventRow[]>

/**
 * Holds back what a caller may not see, at the moment at which it is told. Null: they may see all. That a conversation has
 * gone to somebody else is told once to who saw it until then, so that it can leave their screen.
 */
export async function createSieve(app: AppContext, caller: Caller): Promise<EventSieve | null> {
  const seen = seenBy(app, caller)
  if (seen.viewerId === null) return null
  const within = <T>(run: (work: UnitOfWork) => Promise<T>) => inWorkspace(seen, caller.workspaceId, run)
  const known = new Set(await within(openConversations))
  return async (events) => {
    const facts = await within((work) => lookUp(work, events))
    for (const id of facts.conversations) known.add(id)
    return events.filter((event) => {
      if (isSeen(event, facts, caller.user?.id)) return true
      const gone = event.type === 'conversation.updated' && event.conversationId !== null
      return gone && known.delete(event.conversationId ?? '')
    })
  }
}

type Facts = { conversations: Set<string>; contacts: Set<string>; tasks: Set<string> }

function isSeen({ type, conversationId, data }: EventRow, facts: Facts, userId: string | undefined): boolean {
  const [noun = ''] = type.split('.')
  if (noun === 'notification' || noun === 'session') return idIn(data, 'userId') === userId
  if (conversationId !== null) return facts.conversations.has(conversationId)
  if (noun === 'contact') return facts.contacts.has(idIn(data, 'contactId') ?? '')
  if (noun === 'task') return facts.tasks.has(idIn(data, 'taskId') ?? '')
  return commonNouns.has(noun)
}

/** What of all that some events are about the viewer sees. */
async function lookUp({ db, workspaceId }: UnitOfWork, events: EventRow[]): Promise<Facts> {
  const seen = async (table: 'conversation' | 'contact' | 'task', ids: (string | null | undefined)[]) => {
    const wanted = [...new Set(ids.filter((id) => id !== null && id !== undefined))]
    if (wanted.length === 0) return new Set<string>()
    const rows = await db
      .selectFrom(table)
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', wanted)
      .execute()
    return new Set(rows.map(({ id }) => id))
  }
  const conversations = await seen(
    'conversation',
    events.map((event) => event.conversationId),
  )
  const contacts = await seen(
    'contact',
    events.map(({ data }) => idIn(data, 'contactId')),
  )
  const tasks = await seen(
    'task',
    events.map(({ data }) => idIn(data, 'taskId')),
  )
  return { conversations, contacts, tasks }
}

async function openConversations({ db, workspaceId }: UnitOfWork): Promise<string[]> {
  const rows = await db
    .selectFrom('conversation')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('status', '<>', 'resolved')
    .orderBy('last_message_at', 'desc')
    .limit(mostKnown)
    .execute()
  return rows.map(({ id }) => id)
}

function idIn(data: unknown, field: string): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const value: unknown = Reflect.get(data, field)
  return typeof value === 'string' ? value : undefined
}

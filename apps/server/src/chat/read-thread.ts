import type { ChatThread, ChatThreadQuery } from '@baton/contract'
import { waitsFor } from '@baton/handover'
import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { type ConversationRow, controlOf } from '../conversation/control.ts'
import { expectationOf } from './expect-person.ts'
import { findChat } from './find-chat.ts'
import type { Site } from './find-site.ts'
import { findRateable } from './rate-chat.ts'
import { type SeenMessage, viewMessage, viewRateable } from './view.ts'
import type { Visitor } from './visitor-token.ts'

const newest = 50
const next = 100
/** Longer than this no bot thinks; it has failed, and a person is called. */
const writesAtMostMs = 60_000

/** The conversation as its visitor may see it: no notes, nothing of detection, nothing of anybody else. */
export async function readThread(
  work: UnitOfWork,
  site: Site,
  visitor: Visitor,
  query: ChatThreadQuery = {},
): Promise<ChatThread> {
  const row = await findChat(work, site, visitor)
  if (!row) return emptyThread(site, visitor)
  const { rows, more } = await listSeen(work, row.id, query)
  const speaker = speakerOf(row, site)
  const waits = waitsFor(controlOf(row))
  const person = speaker === 'person' && row.assignee_id ? await nameOf(work, row.assignee_id) : null
  const rateable = await findRateable(work, row.id)
  return {
    messages: rows.map((message) => viewMessage(message, site, visitor)),
    more,
    speaker,
    person,
    typing: speaker === 'bot' && waits === 'bot' && isRecent(row.waits_since, work.now),
    // Read nowhere: whoever follows the conversation hears it.
    writing: null,
    waiting: speaker === 'team' && waits === 'human' ? await expectationOf(work, row) : null,
    readUpTo: await readUpTo(work, row.id),
    hasEmail: await hasEmail(work, row.contact_id),
    rating: rateable ? viewRateable(rateable) : null,
  }
}

function emptyThread(site: Site, visitor: Visitor): ChatThread {
  return {
    messages: [],
    more: false,
    speaker: site.bot ? 'bot' : 'team',
    person: null,
    typing: false,
    writing: null,
    waiting: null,
    readUpTo: 0,
    hasEmail: visitor.email !== null,
    rating: null,
  }
}

/** Who answers what the visitor writes next. */
function speakerOf(row: ConversationRow, site: Site): ChatThread['speaker'] {
  if (row.bot_status === 'awake' && site.bot) return 'bot'
  const isTaken = row.open_handover ? row.open_handover.status === 'claimed' : row.assignee_id !== null
  return isTaken ? 'person' : 'team'
}

function isRecent(since: Date | null, now: Date): boolean {
  return since !== null && now.getTime() - since.getTime() < writesAtMostMs
}

async function listSeen(
  { db, workspaceId }: UnitOfWork,
  conversationId: string,
  { after, before }: ChatThreadQuery,
): Promise<{ rows: SeenMessage[]; more: boolean }> {
  const select = db
    .selectFrom('message')
    .leftJoin('staff_user as person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'message.workspace_id')
        .onRef('person.id', '=', 'message.user_id'),
    )
    .select([
      'message.seq',
      'message.author',
      'message.kind',
      'message.text',
      'message.attachments',
      'message.external_id',
      'message.created_at',
      'person.name as person',
    ])
    .where('message.workspace_id', '=', workspaceId)
    .where('message.conversation_id', '=', conversationId)
    .where('message.kind', '<>', 'note')
  if (after !== undefined) {
    const found = await select
      .where('message.seq', '>', after)
      .orderBy('message.seq', 'asc')
      .limit(next + 1)
      .execute()
    return { rows: found.slice(0, next), more: found.length > next }
  }
  const found = await (before === undefined ? select : select.where('message.seq', '<', before))
    .orderBy('message.seq', 'desc')
    .limit(newest + 1)
    .execute()
  return { rows: found.slice(0, newest).reverse(), more: found.length > newest }
}

async function nameOf({ db, workspaceId }: UnitOfWork, userId: string): Promise<string | null> {
  const user = await db
    .selectFrom('staff_user')
    .select('name')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', userId)
    .executeTakeFirst()
  return user?.name ?? null
}

async function readUpTo({ db, workspaceId }: UnitOfWork, conversationId: string): Promise<number> {
  const row = await db
    .selectFrom('conversation_read')
    .select(sql<number | null>`max(seq)`.as('seq'))
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst()
  return row?.seq ?? 0
}

async function hasEmail({ db, workspaceId }: UnitOfWork, contactId: string): Promise<boolean> {
  const contact = await db
    .selectFrom('contact')
    .select('email')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', contactId)
    .executeTakeFirst()
  return Boolean(contact?.email)
}

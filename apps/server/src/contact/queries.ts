import { type Selectable, sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { startingWith, wordsOf } from '../conversation/search-words.ts'
import { afterId, type Page, type PageQuery, toPage } from '../database/page.ts'
import type { ContactNoteTable, ContactTable, TaskTable } from '../database/schema/contact.ts'
import { DomainError } from '../errors.ts'

/** More words narrow no further. */
const mostTerms = 6

export type ContactRow = Selectable<ContactTable> & { tags: string[] }
export type TaskRow = Selectable<TaskTable>
export type NoteRow = Selectable<ContactNoteTable>

/** @throws DomainError not_found */
export async function findContact(work: UnitOfWork, id: string): Promise<ContactRow> {
  const row = await work.db
    .selectFrom('contact')
    .selectAll()
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'There is no contact with this id.')
  return { ...row, tags: await tagsOf(work, id) }
}

/** Whether a word of a contact or of its tags begins so. */
function isCalled(workspaceId: string, term: string) {
  const { from, to } = startingWith(term)
  return sql<boolean>`id in (
    select contact_id from contact_word where workspace_id = ${workspaceId} and word >= ${from} and word < ${to}
    union
    select contact_id from contact_tag where workspace_id = ${workspaceId} and folded >= ${from} and folded < ${to})`
}

/** Contacts, newest first; with `q` those of whom each word begins a word of name, address, number or tags. */
export async function listContacts(
  work: UnitOfWork,
  page: PageQuery & { q?: string | undefined },
): Promise<Page<ContactRow>> {
  const after = afterId(page)
  let select = work.db
    .selectFrom('contact')
    .selectAll()
    .where('workspace_id', '=', work.workspaceId)
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
  if (after) select = select.where('id', '<', after)
  if (page.q?.trim()) {
    const terms = wordsOf(page.q).slice(0, mostTerms)
    // Signs alone are no words, so nobody has them.
    if (terms.length === 0) select = select.where(sql<boolean>`false`)
    for (const term of terms) select = select.where(isCalled(work.workspaceId, term))
  }
  const { rows, nextCursor } = toPage(await select.execute(), page.limit)
  const tags = rows.length
    ? await work.db
        .selectFrom('contact_tag')
        .select(['contact_id', 'tag'])
        .where('workspace_id', '=', work.workspaceId)
        .where(
          'contact_id',
          'in',
          rows.map((row) => row.id),
        )
        .orderBy('tag')
        .execute()
    : []
  return {
    rows: rows.map((row) => ({
      ...row,
      tags: tags.filter((tag) => tag.contact_id === row.id).map((tag) => tag.tag),
    })),
    nextCursor,
  }
}

export async function tagsOf({ db, workspaceId }: UnitOfWork, contactId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('contact_tag')
    .select('tag')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .orderBy('tag')
    .execute()
  return rows.map((row) => row.tag)
}

/** Tasks, newest first: of one contact, of one assignee, or all; open ones, done ones, or both. */
export async function listTasks(
  { db, workspaceId }: UnitOfWork,
  query: PageQuery & {
    contactId?: string | undefined
    assigneeId?: string | undefined
    done?: boolean | undefined
  },
): Promise<Page<TaskRow>> {
  const after = afterId(query)
  let select = db
    .selectFrom('task')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
  if (after) select = select.where('id', '<', after)
  if (query.contactId) select = select.where('contact_id', '=', query.contactId)
  if (query.assigneeId) select = select.where('assignee_id', '=', query.assigneeId)
  if (query.done !== undefined) select = select.where('done_at', query.done ? 'is not' : 'is', null)
  return toPage(await select.execute(), query.limit)
}

export async function listNotes(
  { db, workspaceId }: UnitOfWork,
  contactId: string,
  page: PageQuery,
): Promise<Page<NoteRow>> {
  const after = afterId(page)
  let select = db
    .selectFrom('contact_note')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
  if (after) select = select.where('id', '<', after)
  return toPage(await select.execute(), page.limit)
}

const mostTags = 500

/** Every tag that a contact has, the most used first. */
export function allTags({ db, workspaceId }: UnitOfWork): Promise<{ tag: string; contacts: number }[]> {
  return db
    .selectFrom('contact_tag')
    .select(['tag', sql<number>`count(*)`.as('contacts')])
    .where('workspace_id', '=', workspaceId)
    .groupBy('tag')
    .orderBy('contacts', 'desc')
    .orderBy('tag')
    .limit(mostTags)
    .execute()
}

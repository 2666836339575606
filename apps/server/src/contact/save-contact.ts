import type { ContactPatch, NoteInput, TaskInput, TaskPatch } from '@baton/contract'
import { newId, type UnitOfWork } from '../context.ts'
import { indexContact } from '../conversation/index-words.ts'
import { fold } from '../conversation/search-words.ts'
import { DomainError } from '../errors.ts'
import { tell } from '../notification/tell.ts'
import { remindOfTask } from '../notification/tell-task-due.ts'
import { requireActor } from '../staff/require-actor.ts'
import { type ContactRow, findContact, type NoteRow, type TaskRow, tagsOf } from './queries.ts'

/** @throws DomainError not_found */
export async function updateContact(work: UnitOfWork, id: string, patch: ContactPatch): Promise<ContactRow> {
  const { name, email, phone, locale } = { ...(await findContact(work, id)), ...patch }
  await work.db
    .updateTable('contact')
    .set({ name, email, phone, locale, updated_at: work.now })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .execute()
  await indexContact(work, { id, name, email, phone })
  work.emit({ type: 'contact.updated', data: { contactId: id } })
  return findContact(work, id)
}

/** Puts tags on a contact. One that is there stays once. */
export async function addTags(work: UnitOfWork, contactId: string, tags: string[]): Promise<string[]> {
  await findContact(work, contactId)
  await storeTags(work, contactId, tags)
  work.emit({ type: 'contact.updated', data: { contactId } })
  return tagsOf(work, contactId)
}

/** Makes these the contact's tags, and no others. */
export async function setTags(work: UnitOfWork, contactId: string, tags: string[]): Promise<string[]> {
  await findContact(work, contactId)
  await work.db
    .deleteFrom('contact_tag')
    .where('workspace_id', '=', work.workspaceId)
    .where('contact_id', '=', contactId)
    .execute()
  await storeTags(work, contactId, tags)
  work.emit({ type: 'contact.updated', data: { contactId } })
  return tagsOf(work, contactId)
}

/** Takes a tag off a contact. One that is not there is no error. */
export async function removeTag(work: UnitOfWork, contactId: string, tag: string): Promise<void> {
  await findContact(work, contactId)
  await work.db
    .deleteFrom('contact_tag')
    .where('workspace_id', '=', work.workspaceId)
    .where('contact_id', '=', contactId)
    .where('tag', '=', tag)
    .execute()
  work.emit({ type: 'contact.updated', data: { contactId } })
}

/** Stores tags without a word to anybody; a handover does the same within its own transaction. */
export async function storeTags(
  { db, workspaceId, now }: UnitOfWork,
  contactId: string,
  tags: string[],
): Promise<void> {
  if (tags.length === 0) return
  await db
    .insertInto('contact_tag')
    .values(
      tags.map((tag) => ({
        workspace_id: workspaceId,
        contact_id: contactId,
        tag,
        folded: fold(tag),
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type NewTask = TaskInput & { conversationId?: string | null; handoverId?: string | null }

/** @throws DomainError not_found, unknown_user */
export async function createTask(work: UnitOfWork, contactId: string, task: NewTask): Promise<TaskRow> {
  await requireActor(work, task.assigneeId ?? null)
  const row = await work.db
    .insertInto('task')
    .values({
      workspace_id: work.workspaceId,
      id: newId(),
      contact_id: contactId,
      conversation_id: task.conversationId ?? null,
      handover_id: task.handoverId ?? null,
      title: task.title,
      text: task.text ?? '',
      due_at: task.dueAt ? new Date(task.dueAt) : null,
      assignee_id: task.assigneeId ?? null,
      done_at: null,
      created_at: work.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  work.emit({
    type: 'task.created',
    conversationId: row.conversation_id,
    data: { taskId: row.id, contactId, assigneeId: row.assignee_id },
  })
  await tellAssignee(work, row)
  return row
}

/** @throws DomainError not_found, unknown_user */
export async function updateTask(work: UnitOfWork, id: string, patch: TaskPatch): Promise<TaskRow> {
  if (patch.assigneeId) await requireActor(work, patch.assigneeId)
  const before = await work.db
    .selectFrom('task')
    .selectAll()
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new DomainError('not_found', 'There is no task with this id.')
  const doneAt = patch.done === undefined ? before.done_at : patch.done ? (before.done_at ?? work.now) : null
  const row = await work.db
    .updateTable('task')
    .set({
      title: patch.title ?? before.title,
      text: patch.text ?? before.text,
      due_at: patch.dueAt === undefined ? before.due_at : patch.dueAt === null ? null : new Date(patch.dueAt),
      assignee_id: patch.assigneeId === undefined ? before.assignee_id : patch.assigneeId,
      done_at: doneAt,
    })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  work.emit({ type: 'task.updated', conversationId: row.conversation_id, data: { taskId: id } })
  if (row.assignee_id !== before.assignee_id) await tellAssignee(work, row)
  else remindOfTask(work, row)
  return row
}

async function tellAssignee(work: UnitOfWork, task: TaskRow): Promise<void> {
  if (!task.assignee_id) return
  await tell(work, [task.assignee_id], {
    about: 'task_assigned',
    event: 'task_assigned',
    dedupeKey: `task_assigned:${task.id}:${work.now.getTime()}`,
    conversationId: task.conversation_id,
    handoverId: task.handover_id,
    taskId: task.id,
    // A handover tells its assignee of itself, and its brief of the task.
    ...(task.handover_id ? { beside: 'conversation_assigned' } : {}),
  })
  remindOfTask(work, task)
}

/** @throws DomainError not_found, unknown_user */
export async function createNote(work: UnitOfWork, contactId: string, note: NoteInput): Promise<NoteRow> {
  await findContact(work, contactId)
  await requireActor(work, note.userId ?? null)
  const row = await work.db
    .insertInto('contact_note')
    .values({
      workspace_id: work.workspaceId,
      id: newId(),
      contact_id: contactId,
      user_id: note.userId ?? null,
      text: note.text,
      created_at: work.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  work.emit({ type: 'contact.updated', data: { contactId } })
  return row
}

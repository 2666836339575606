import type { Contact, Note, Task } from '@baton/contract'
import type { ContactRow, NoteRow, TaskRow } from './queries.ts'

export function viewContact(row: ContactRow): Contact {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    locale: row.locale,
    tags: row.tags,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

export function viewTask(row: TaskRow): Task {
  return {
    id: row.id,
    contactId: row.contact_id,
    conversationId: row.conversation_id,
    handoverId: row.handover_id,
    title: row.title,
    text: row.text,
    dueAt: row.due_at?.toISOString() ?? null,
    assigneeId: row.assignee_id,
    doneAt: row.done_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }
}

export function viewNote(row: NoteRow): Note {
  return {
    id: row.id,
    contactId: row.contact_id,
    userId: row.user_id,
    text: row.text,
    createdAt: row.created_at.toISOString(),
  }
}

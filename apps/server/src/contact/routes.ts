import { endpoints } from '@baton/contract'
import { viewPage } from '../database/page.ts'
import { handle } from '../http/handle.ts'
import { allTags, findContact, listContacts, listNotes, listTasks, tagsOf } from './queries.ts'
import {
  addTags,
  createNote,
  createTask,
  removeTag,
  setTags,
  updateContact,
  updateTask,
} from './save-contact.ts'
import { viewContact, viewNote, viewTask } from './view.ts'

export const contactRoutes = [
  handle(endpoints.listContacts, async (work, { query }) =>
    viewPage(await listContacts(work, query), viewContact),
  ),
  handle(endpoints.getContact, async (work, { params }) => viewContact(await findContact(work, params.id))),
  handle(endpoints.updateContact, async (work, { params, body }) =>
    viewContact(await updateContact(work, params.id, body)),
  ),
  handle(endpoints.listAllTags, async (work) => ({ items: await allTags(work) })),
  handle(endpoints.listTags, async (work, { params }) => {
    await findContact(work, params.id)
    return { tags: await tagsOf(work, params.id) }
  }),
  handle(endpoints.addTags, async (work, { params, body }) => ({
    tags: await addTags(work, params.id, body.tags),
  })),
  handle(endpoints.setTags, async (work, { params, body }) => ({
    tags: await setTags(work, params.id, body.tags),
  })),
  handle(endpoints.removeTag, async (work, { params }) => removeTag(work, params.id, params.tag)),
  handle(endpoints.listContactTasks, async (work, { params, query }) => {
    await findContact(work, params.id)
    return viewPage(await listTasks(work, { ...query, contactId: params.id }), viewTask)
  }),
  handle(endpoints.createTask, async (work, { params, body }) => {
    await findContact(work, params.id)
    return viewTask(await createTask(work, params.id, body))
  }),
  handle(endpoints.listTasks, async (work, { query }) => viewPage(await listTasks(work, query), viewTask)),
  handle(endpoints.updateTask, async (work, { params, body }) =>
    viewTask(await updateTask(work, params.id, body)),
  ),
  handle(endpoints.listNotes, async (work, { params, query }) => {
    await findContact(work, params.id)
    return viewPage(await listNotes(work, params.id, query), viewNote)
  }),
  handle(endpoints.createNote, async (work, { params, body }) =>
    viewNote(await createNote(work, params.id, body)),
  ),
]

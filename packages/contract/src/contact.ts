import { z } from 'zod'
import { pageQuery } from './page.ts'
import {
  actor,
  email,
  givenInstant,
  id,
  instant,
  line,
  queryBoolean,
  tag,
  withoutDoubles,
  words,
} from './scalar.ts'

export const contact = z
  .object({
    id,
    name: z
      .string()
      .nullable()
      .meta({ examples: ['Jo'] }),
    email: z
      .string()
      .nullable()
      .meta({ examples: ['jo@example.com'] }),
    phone: z.string().nullable(),
    locale: z
      .string()
      .nullable()
      .meta({ examples: ['en'] }),
    tags: z.array(tag),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Contact' })
export type Contact = z.output<typeof contact>

export const contactPatch = z
  .strictObject({
    name: line(200)
      .nullable()
      .meta({ examples: ['Jo'] }),
    email: email.nullable(),
    phone: line(50).nullable(),
    locale: line(35).nullable(),
  })
  .partial()
  .meta({ id: 'ContactPatch' })
export type ContactPatch = z.output<typeof contactPatch>

export const contactQuery = z.strictObject({
  ...pageQuery.shape,
  q: z
    .string()
    .max(200)
    .optional()
    .meta({
      description: 'Only those of whom each word begins a word of their name, address, number or tags.',
      examples: ['jo vip'],
    }),
})
export type ContactQuery = z.output<typeof contactQuery>

/** The tags of a contact, in alphabetical order. */
export const contactTags = z.object({ tags: z.array(tag) }).meta({ id: 'ContactTags' })

export const tagsInput = z.strictObject({
  tags: z
    .array(tag)
    .max(50)
    .refine(withoutDoubles, { error: 'A tag is in the list twice.' })
    .meta({ examples: [['vip']] }),
})

export const tagParams = z.strictObject({ id, tag })

export const task = z
  .object({
    id,
    contactId: id,
    conversationId: id.nullable(),
    handoverId: id.nullable().meta({ description: 'The handover that made it.' }),
    title: z.string().meta({ examples: ['Call back'] }),
    text: z.string(),
    dueAt: instant.nullable(),
    assigneeId: id.nullable(),
    doneAt: instant.nullable().meta({ description: 'Null: it is open.', examples: [null] }),
    createdAt: instant,
  })
  .meta({ id: 'Task' })
export type Task = z.output<typeof task>

const taskFields = {
  title: line(200).meta({ examples: ['Call back'] }),
  text: z.string().trim().max(2_000),
  dueAt: givenInstant.nullable(),
  assigneeId: id.nullable(),
}

export const taskInput = z
  .strictObject({
    title: taskFields.title,
    text: taskFields.text.default(''),
    dueAt: taskFields.dueAt.default(null),
    assigneeId: taskFields.assigneeId.default(null),
  })
  .meta({ id: 'TaskInput' })
export type TaskInput = z.output<typeof taskInput>

export const taskPatch = z
  .strictObject({
    ...taskFields,
    done: z.boolean().meta({ description: 'True: it is done. False: it is open again.', examples: [true] }),
  })
  .partial()
  .meta({ id: 'TaskPatch', examples: [{ done: true }] })
export type TaskPatch = z.output<typeof taskPatch>

const done = queryBoolean.optional().meta({ description: 'Only done tasks, or only open ones.' })
export const contactTaskQuery = z.strictObject({ ...pageQuery.shape, done })
export const taskQuery = z.strictObject({
  ...pageQuery.shape,
  done,
  assigneeId: id.optional(),
  contactId: id.optional(),
})

export const note = z
  .object({
    id,
    contactId: id,
    userId: id.nullable(),
    text: z.string().meta({ examples: ['Prefers to be called in the morning.'] }),
    createdAt: instant,
  })
  .meta({ id: 'Note' })
export type Note = z.output<typeof note>

export const noteInput = z
  .strictObject({ text: words.meta({ examples: ['Prefers to be called in the morning.'] }), userId: actor })
  .meta({ id: 'NoteInput' })
export type NoteInput = z.output<typeof noteInput>

export const usedTags = z
  .object({
    items: z.array(
      z.object({
        tag: z.string().meta({ examples: ['human_handover'] }),
        contacts: z.int().meta({ description: 'How many have it.', examples: [12] }),
      }),
    ),
  })
  .meta({ id: 'UsedTags' })

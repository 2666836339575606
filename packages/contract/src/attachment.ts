import { z } from 'zod'
import { attachmentTypes, mostAttachments } from './attachment-limits.ts'
import { id } from './scalar.ts'

/** A file of a message. */
export const attachment = z
  .object({
    id,
    name: z.string().meta({ description: 'As its sender calls it, made safe.', examples: ['receipt.pdf'] }),
    type: z
      .enum(attachmentTypes)
      .meta({ description: 'By its content, whatever it is called.', examples: ['application/pdf'] }),
    size: z.int().meta({ description: 'In bytes.', examples: [48_213] }),
  })
  .meta({ id: 'Attachment' })
export type Attachment = z.output<typeof attachment>

/** As staff see it. */
export const messageAttachment = attachment
  .extend({
    url: z.string().meta({
      description: 'Where it can be fetched, from the address of this Baton on.',
      examples: [
        '/v1/conversations/0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64/attachments/0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64',
      ],
    }),
  })
  .meta({ id: 'MessageAttachment' })
export type MessageAttachment = z.output<typeof messageAttachment>

/** What was uploaded before, to be sent along. */
export const attachmentIds = z
  .array(id)
  .max(mostAttachments)
  .optional()
  .meta({ description: `What was uploaded before, to be sent along: at most ${mostAttachments}.` })

export const attachmentQuery = z.strictObject({
  name: z
    .string()
    .max(1_000)
    .optional()
    .meta({ description: 'What the file is called.', examples: ['receipt.pdf'] }),
})

export const attachmentParams = z.strictObject({ id, attachmentId: id })

/** A message may be files alone; one without anything is none. */
export function saysSomething({
  text,
  attachments,
}: {
  text: string
  attachments?: readonly unknown[] | undefined
}): boolean {
  return text.trim() !== '' || (attachments?.length ?? 0) > 0
}

export const saysNothing = {
  path: ['text'],
  error: 'Write something, or attach a file: spaces alone are no message.',
}

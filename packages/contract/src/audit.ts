import { z } from 'zod'
import { eventType } from './event.ts'
import { pageQuery } from './page.ts'
import { id, instant } from './scalar.ts'

const by = z
  .object({
    userId: id.nullable().meta({ description: 'The user who did it, or for whom it was done.' }),
    apiKeyId: id.nullable().meta({ description: 'The API key that did it.' }),
  })
  .nullable()
  .meta({ description: 'Who did it. Null: Baton by itself.' })

export const auditSubject = z.enum([
  'bot',
  'article',
  'scenario',
  'channel',
  'user',
  'team',
  'webhook',
  'workspace',
  'api_key',
])
export type AuditSubject = z.output<typeof auditSubject>

export const auditQuery = z.strictObject({
  ...pageQuery.shape,
  userId: id.optional().meta({ description: 'Only what this user did.' }),
  about: auditSubject.optional().meta({ description: 'Only changes of such things.' }),
})
export type AuditQuery = z.output<typeof auditQuery>

export const auditEntry = z
  .object({
    id: z.string().meta({ examples: ['1204'] }),
    type: eventType.meta({ examples: ['scenario.saved'] }),
    at: instant,
    by,
    name: z
      .string()
      .nullable()
      .meta({ description: 'How the thing was called then.', examples: ['Wants a person'] }),
    changed: z
      .array(z.string())
      .nullable()
      .meta({
        description: 'Which of its fields changed. Null: it was made or removed.',
        examples: [['examplePhrases']],
      }),
    data: z.record(z.string(), z.unknown()).meta({
      description: 'What the event carries: the ids.',
      examples: [{ scenarioId: '0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64' }],
    }),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.output<typeof auditEntry>

/** Who had a conversation, from when on. */
export const controlChange = z
  .object({
    at: instant,
    by,
    epoch: z.int().meta({ examples: [2] }),
    bot: z.enum(['awake', 'asleep']),
    cause: z
      .string()
      .nullable()
      .meta({ description: 'Why the bot sleeps.', examples: [null] }),
    status: z.enum(['open', 'snoozed', 'resolved']),
    assigneeId: id.nullable(),
    teamId: id.nullable(),
    handoverId: id.nullable(),
  })
  .meta({ id: 'ControlChange' })
export type ControlChange = z.output<typeof controlChange>

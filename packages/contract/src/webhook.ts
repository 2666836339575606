import { z } from 'zod'
import { keptEventType } from './event.ts'
import { id, instant, webAddress } from './scalar.ts'

const fields = {
  url: webAddress,
  eventTypes: z
    .array(keptEventType)
    .max(100)
    .meta({ description: 'What it is told. An empty list: everything.', examples: [['handover.began']] }),
  active: z.boolean().meta({ examples: [true] }),
  format: z.enum(['standard', 'slack', 'teams']).meta({
    description:
      '`standard`: the event as JSON, signed. `slack`, `teams`: a message for a channel there, about handovers alone; the ' +
      'address is that of its incoming webhook.',
    examples: ['standard'],
  }),
  teamId: id
    .nullable()
    .meta({ description: 'Only handovers that go to this team. For messages to channels.' }),
  quotesContact: z.boolean().meta({
    description: 'Whether a message to a channel has the words of the contact in it.',
    examples: [false],
  }),
}

/** What a message to a channel can be about. */
export const channelEvents = [
  'handover.began',
  'handover.claimed',
  'handover.released',
  'handover.ended',
] as const

export const webhookInput = z
  .strictObject({
    url: fields.url,
    eventTypes: fields.eventTypes.default([]),
    active: fields.active.default(true),
    format: fields.format.default('standard'),
    teamId: fields.teamId.default(null),
    quotesContact: fields.quotesContact.default(false),
  })
  .meta({ id: 'WebhookInput' })
export type WebhookInput = z.output<typeof webhookInput>

export const webhookPatch = z.strictObject(fields).partial().meta({ id: 'WebhookPatch' })
export type WebhookPatch = z.output<typeof webhookPatch>

const shown = {
  id,
  ...fields,
  url: z.string().meta({
    description: 'Of a channel only its host: who has the rest can write there.',
    examples: ['https://example.com/baton'],
  }),
  createdAt: instant,
}

export const webhook = z.object(shown).meta({ id: 'Webhook' })
export type Webhook = z.output<typeof webhook>

export const createdWebhook = z
  .object({
    ...shown,
    secret: z.string().meta({
      description: 'Verifies the signature of each delivery (Standard Webhooks). Shown this once.',
      examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    }),
  })
  .meta({ id: 'CreatedWebhook' })
export type CreatedWebhook = z.output<typeof createdWebhook>

export const webhookDelivery = z
  .object({
    id,
    webhookId: id,
    eventType: z.string().meta({ examples: ['handover.began'] }),
    status: z.enum(['pending', 'delivered', 'failed']).meta({ examples: ['delivered'] }),
    attempts: z.int().meta({ examples: [1] }),
    lastStatus: z
      .int()
      .nullable()
      .meta({ description: 'What the receiver answered.', examples: [200] }),
    lastError: z.string().nullable(),
    createdAt: instant,
    deliveredAt: instant.nullable(),
  })
  .meta({ id: 'WebhookDelivery' })
export type WebhookDelivery = z.output<typeof webhookDelivery>

/** What came of a test. */
export const webhookTest = z
  .object({
    ok: z.boolean().meta({ examples: [true] }),
    status: z
      .int()
      .nullable()
      .meta({ examples: [200] }),
    error: z
      .string()
      .nullable()
      .meta({ examples: [null] }),
  })
  .meta({ id: 'WebhookTest' })
export type WebhookTest = z.output<typeof webhookTest>

export const deliveryParams = z.strictObject({ id, deliveryId: id })

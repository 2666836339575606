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
}

export const webhookInput = z
  .strictObject({
    url: fields.url,
    eventTypes: fields.eventTypes.default([]),
    active: fields.active.default(true),
  })
  .meta({ id: 'WebhookInput' })
export type WebhookInput = z.output<typeof webhookInput>

export const webhookPatch = z.strictObject(fields).partial().meta({ id: 'WebhookPatch' })
export type WebhookPatch = z.output<typeof webhookPatch>

const shown = {
  id,
  ...fields,
  url: z.string().meta({ examples: ['https://example.com/baton'] }),
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

export const deliveryParams = z.strictObject({ id, deliveryId: id })

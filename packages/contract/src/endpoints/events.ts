import { describeEndpoints } from '../endpoint.ts'
import { event, eventQuery } from '../event.ts'
import { page, pageQuery } from '../page.ts'
import { idParams } from '../scalar.ts'
import {
  createdWebhook,
  deliveryParams,
  webhook,
  webhookDelivery,
  webhookInput,
  webhookPatch,
  webhookTest,
} from '../webhook.ts'

export const eventEndpoints = describeEndpoints('Events', {
  streamEvents: {
    method: 'get',
    path: '/v1/events',
    summary: 'Follow events live',
    description:
      'Server-sent events. Each has an `id`; after a lost connection send the last one as `Last-Event-ID`, and nothing is ' +
      'missed. Without it the stream begins with what comes next. A comment every 15 seconds keeps the line open. Who ' +
      'does not read for long is cut off, and resumes.',
    scope: 'events:read',
    query: eventQuery,
    status: 200,
    response: event,
    stream: true,
  },
  listWebhooks: {
    method: 'get',
    path: '/v1/webhooks',
    summary: 'List webhooks',
    scope: 'webhooks:read',
    query: pageQuery,
    status: 200,
    response: page(webhook),
  },
  createWebhook: {
    method: 'post',
    path: '/v1/webhooks',
    summary: 'Create a webhook',
    description:
      'It is posted what happens from now on, signed after Standard Webhooks 1.0, and again with growing waits until it is ' +
      'taken. The same event has the same `webhook-id`. Addresses in private networks are refused.',
    scope: 'webhooks:write',
    body: webhookInput,
    status: 201,
    response: createdWebhook,
  },
  getWebhook: {
    method: 'get',
    path: '/v1/webhooks/{id}',
    summary: 'Get a webhook',
    scope: 'webhooks:read',
    params: idParams,
    status: 200,
    response: webhook,
  },
  updateWebhook: {
    method: 'patch',
    path: '/v1/webhooks/{id}',
    summary: 'Change a webhook',
    scope: 'webhooks:write',
    params: idParams,
    body: webhookPatch,
    status: 200,
    response: webhook,
  },
  deleteWebhook: {
    method: 'delete',
    path: '/v1/webhooks/{id}',
    summary: 'Delete a webhook',
    scope: 'webhooks:write',
    params: idParams,
    status: 204,
    response: null,
  },
  listWebhookDeliveries: {
    method: 'get',
    path: '/v1/webhooks/{id}/deliveries',
    summary: 'List deliveries',
    description: 'What was posted to it, newest first, and what came of it.',
    scope: 'webhooks:read',
    params: idParams,
    query: pageQuery,
    status: 200,
    response: page(webhookDelivery),
  },
  testWebhook: {
    method: 'post',
    path: '/v1/webhooks/{id}/test',
    summary: 'Post a test to a webhook',
    description: 'Once, now, and says what came of it. It stands in no log.',
    scope: 'webhooks:write',
    params: idParams,
    status: 200,
    response: webhookTest,
  },
  resendWebhookDelivery: {
    method: 'post',
    path: '/v1/webhooks/{id}/deliveries/{deliveryId}/resend',
    summary: 'Deliver once more',
    description: 'Whatever became of it. It keeps its `webhook-id`, so the receiver knows it.',
    scope: 'webhooks:write',
    params: deliveryParams,
    status: 200,
    response: webhookDelivery,
  },
})

import { endpoints } from '@baton/contract'
import { viewPage } from '../database/page.ts'
import { handle, handleApart } from '../http/handle.ts'
import {
  createWebhook,
  deleteWebhook,
  findWebhook,
  listDeliveries,
  listWebhooks,
  resendDelivery,
  updateWebhook,
} from './save-webhook.ts'
import { testWebhook } from './test-webhook.ts'
import { viewDelivery, viewWebhook } from './view.ts'

export const webhookRoutes = [
  handle(endpoints.createWebhook, async (work, { body }) => {
    const row = await createWebhook(work, body)
    return { ...viewWebhook(row), secret: row.secret }
  }),
  handle(endpoints.listWebhooks, async (work, { query }) =>
    viewPage(await listWebhooks(work, query), viewWebhook),
  ),
  handle(endpoints.getWebhook, async (work, { params }) => viewWebhook(await findWebhook(work, params.id))),
  handle(endpoints.updateWebhook, async (work, { params, body }) =>
    viewWebhook(await updateWebhook(work, params.id, body)),
  ),
  handle(endpoints.deleteWebhook, async (work, { params }) => deleteWebhook(work, params.id)),
  handleApart(endpoints.testWebhook, (app, { params, caller }) =>
    testWebhook(app, caller.workspaceId, params.id),
  ),
  handle(endpoints.listWebhookDeliveries, async (work, { params, query }) =>
    viewPage(await listDeliveries(work, params.id, query), viewDelivery),
  ),
  handle(endpoints.resendWebhookDelivery, async (work, { params }) =>
    viewDelivery(await resendDelivery(work, params.id, params.deliveryId)),
  ),
]

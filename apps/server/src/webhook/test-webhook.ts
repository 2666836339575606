import type { WebhookTest } from '@baton/contract'
import { type AppContext, inWorkspace, newId } from '../context.ts'
import { postOutside } from './post-outside.ts'
import { findWebhook } from './save-webhook.ts'
import { signatureHeaders } from './sign.ts'
import { testBody } from './write-body.ts'

/**
 * Posts a test to a webhook, once, and says what came of it.
 * @throws DomainError not_found
 */
export async function testWebhook(app: AppContext, workspaceId: string, id: string): Promise<WebhookTest> {
  const webhook = await inWorkspace(app, workspaceId, (work) => findWebhook(work, id))
  const body = testBody({ app }, webhook)
  const headers = signatureHeaders(webhook.secret, newId(), app.clock(), body)
  try {
    const allowPrivate = app.config.allowPrivateTargets
    const status = await postOutside(webhook.url, body, headers, { allowPrivate })
    const ok = status >= 200 && status <= 299
    return { ok, status, error: ok ? null : `The receiver answered with ${status}.` }
  } catch (cause) {
    return { ok: false, status: null, error: cause instanceof Error ? cause.message : String(cause) }
  }
}

import { randomBytes } from 'node:crypto'
import type { UnitOfWork } from '../context.ts'
import { findChannel, webOf } from './save-channel.ts'

/**
 * Makes the secret that a site's server signs its customers' identity with, in place of the one before.
 * @throws DomainError not_found, not_a_web_channel
 */
export async function createIdentitySecret(work: UnitOfWork, channelId: string): Promise<{ secret: string }> {
  const channel = await findChannel(work, channelId)
  webOf(channel)
  const secret = `bis_${randomBytes(32).toString('base64url')}`
  await work.db
    .updateTable('channel')
    .set({ identity_secret: await work.app.seal.close(secret, aboutIdentity(channelId)) })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', channelId)
    .execute()
  const audit = { name: channel.name, changed: ['identitySecret'] }
  work.emit({ type: 'channel.saved', data: { channelId }, audit })
  return { secret }
}

/** What the sealed secret is about, so that it opens for its own channel alone. */
export function aboutIdentity(channelId: string): string {
  return `identity secret of channel ${channelId}`
}

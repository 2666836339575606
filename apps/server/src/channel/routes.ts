import { endpoints } from '@baton/contract'
import { receiveMessage } from '../conversation/receive-message.ts'
import { viewPage } from '../database/page.ts'
import { handle } from '../http/handle.ts'
import { createIdentitySecret } from './create-identity-secret.ts'
import { createChannel, deleteChannel, findChannel, listChannels, updateChannel } from './save-channel.ts'
import { viewChannel } from './view.ts'

export const channelRoutes = [
  handle(endpoints.createChannel, async (work, { body }) => viewChannel(await createChannel(work, body))),
  handle(endpoints.listChannels, async (work, { query }) =>
    viewPage(await listChannels(work, query), viewChannel),
  ),
  handle(endpoints.getChannel, async (work, { params }) => viewChannel(await findChannel(work, params.id))),
  handle(endpoints.updateChannel, async (work, { params, body }) =>
    viewChannel(await updateChannel(work, params.id, body)),
  ),
  handle(endpoints.deleteChannel, async (work, { params }) => deleteChannel(work, params.id)),
  handle(endpoints.createIdentitySecret, async (work, { params }) => createIdentitySecret(work, params.id)),
  handle(endpoints.receiveMessage, async (work, { params, body }) =>
    receiveMessage(work, params.id, {
      contact: body.contact,
      message: { ...body.message, at: body.message.at ? new Date(body.message.at) : null },
    }),
  ),
]

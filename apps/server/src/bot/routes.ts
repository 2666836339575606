import { endpoints } from '@baton/contract'
import { viewPage } from '../database/page.ts'
import { handle, handleApart } from '../http/handle.ts'
import { createCallSecret } from './create-call-secret.ts'
import { createBot, deleteBot, findBot, listBots, updateBot } from './save-bot.ts'
import { testCall } from './test-call.ts'
import { tryBot } from './trial/try-bot.ts'
import { viewBot } from './view.ts'

export const botRoutes = [
  handle(endpoints.createBot, async (work, { body }) => viewBot(await createBot(work, body))),
  handle(endpoints.listBots, async (work, { query }) => viewPage(await listBots(work, query), viewBot)),
  handle(endpoints.getBot, async (work, { params }) => viewBot(await findBot(work, params.id))),
  handle(endpoints.updateBot, async (work, { params, body }) =>
    viewBot(await updateBot(work, params.id, body)),
  ),
  handle(endpoints.deleteBot, async (work, { params }) => deleteBot(work, params.id)),
  handle(endpoints.createCallSecret, async (work, { params }) => createCallSecret(work, params.id)),
  handleApart(endpoints.testCall, (app, { params, caller }) => testCall(app, caller.workspaceId, params.id)),
  handleApart(endpoints.tryBot, (app, { params, body, caller }) =>
    tryBot(app, caller.workspaceId, params.id, body),
  ),
]

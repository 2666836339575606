import { endpoints } from '@baton/contract'
import { findBot } from '../bot/save-bot.ts'
import { handle } from '../http/handle.ts'
import { findScenario, listScenarios } from './queries.ts'
import { checkReadiness } from './readiness.ts'
import { createScenario, deleteScenario, orderScenarios, updateScenario } from './save-scenario.ts'
import { tryIt } from './try-it.ts'
import { viewScenario } from './view.ts'

export const scenarioRoutes = [
  handle(endpoints.listScenarios, async (work, { params }) => {
    await findBot(work, params.id)
    return { items: (await listScenarios(work, params.id)).map(viewScenario), nextCursor: null }
  }),
  handle(endpoints.createScenario, async (work, { params, body }) =>
    viewScenario(await createScenario(work, params.id, body)),
  ),
  handle(endpoints.orderScenarios, async (work, { params, body }) => ({
    items: (await orderScenarios(work, params.id, body.scenarioIds)).map(viewScenario),
    nextCursor: null,
  })),
  handle(endpoints.getScenario, async (work, { params }) =>
    viewScenario(await findScenario(work, params.id, params.scenarioId)),
  ),
  handle(endpoints.updateScenario, async (work, { params, body, ifMatch }) =>
    viewScenario(await updateScenario(work, params.id, params.scenarioId, body, ifMatch)),
  ),
  handle(endpoints.deleteScenario, async (work, { params, ifMatch }) =>
    deleteScenario(work, params.id, params.scenarioId, ifMatch),
  ),
  handle(endpoints.getReadiness, async (work, { params }) => checkReadiness(work, params.id)),
  handle(endpoints.tryScenarios, async (work, { params, body }) => tryIt(work, params.id, body)),
]

import { endpoints } from '@baton/contract'
import { findBot } from '../bot/save-bot.ts'
import { handle, handleApart } from '../http/handle.ts'
import { backtest } from './backtest.ts'
import { lintScenarios } from './lint-scenarios.ts'
import { findScenario, listDrafts, listScenarios } from './queries.ts'
import { checkReadiness } from './readiness.ts'
import { beginDraft, discardDraft, requireDraft, saveDraft } from './save-draft.ts'
import { createScenario, deleteScenario, orderScenarios, updateScenario } from './save-scenario.ts'
import { tryIt } from './try-it.ts'
import { viewDraft, viewScenario } from './view.ts'

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
  handle(endpoints.listDrafts, async (work, { params, query }) => {
    await findBot(work, params.id)
    return { items: (await listDrafts(work, params.id, query.userId)).map(viewDraft) }
  }),
  handle(endpoints.createDraft, async (work, { params, body }) =>
    viewDraft(await beginDraft(work, params.id, body)),
  ),
  handle(endpoints.getDraft, async (work, { params, query }) =>
    viewDraft(await requireDraft(work, params.id, query.userId, params.scenarioId)),
  ),
  handle(endpoints.saveDraft, async (work, { params, body }) =>
    viewDraft(await saveDraft(work, params.id, params.scenarioId, body)),
  ),
  handle(endpoints.deleteDraft, async (work, { params, query }) =>
    discardDraft(work, params.id, query.userId, params.scenarioId),
  ),
  handle(endpoints.getReadiness, async (work, { params }) => checkReadiness(work, params.id)),
  handle(endpoints.tryScenarios, async (work, { params, body }) => tryIt(work, params.id, body)),
  handle(endpoints.lintPhrases, async (work, { params, body }) => ({
    findings: await lintScenarios(work, params.id, body.scenarios),
  })),
  handleApart(endpoints.backtest, (app, { params, body, caller }) =>
    backtest(app, caller.workspaceId, params.id, body),
  ),
]

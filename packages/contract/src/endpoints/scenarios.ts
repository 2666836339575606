import { z } from 'zod'
import { tryInput, tryResult } from '../assessment.ts'
import { backtestInput, backtestResult } from '../backtest.ts'
import { draftInput, draftQuery, newDraftInput, scenarioDraft, scenarioDrafts } from '../draft.ts'
import { describeEndpoints } from '../endpoint.ts'
import { lintInput, lintResult } from '../lint.ts'
import { page } from '../page.ts'
import { id, idParams } from '../scalar.ts'
import { readiness, scenario, scenarioInput, scenarioOrder, scenarioPatch } from '../scenario.ts'

const scenarioParams = z.strictObject({ id, scenarioId: id })
const unknownActor = ['unknown_user', 'user_deactivated'] as const

export const scenarioEndpoints = describeEndpoints('Scenarios', {
  listScenarios: {
    method: 'get',
    path: '/v1/bots/{id}/scenarios',
    summary: 'List the scenarios of a bot',
    description: 'All of them, first to last. When several fire on one turn the first wins.',
    scope: 'bots:read',
    params: idParams,
    status: 200,
    response: page(scenario),
  },
  createScenario: {
    method: 'post',
    path: '/v1/bots/{id}/scenarios',
    summary: 'Add a scenario',
    description:
      'At the end of the list. `human_requested` and `custom` need two example phrases before they can be enabled.',
    scope: 'bots:write',
    params: idParams,
    body: scenarioInput,
    status: 201,
    response: scenario,
    etag: true,
    problems: [
      'too_many_scenarios',
      'name_taken',
      'too_few_phrases',
      'unknown_user',
      'unknown_team',
      'user_deactivated',
    ],
  },
  orderScenarios: {
    method: 'put',
    path: '/v1/bots/{id}/scenarios/order',
    summary: 'Put the scenarios in order',
    scope: 'bots:write',
    params: idParams,
    body: scenarioOrder,
    status: 200,
    response: page(scenario),
    problems: ['invalid_order'],
  },
  getScenario: {
    method: 'get',
    path: '/v1/bots/{id}/scenarios/{scenarioId}',
    summary: 'Get a scenario',
    scope: 'bots:read',
    params: scenarioParams,
    status: 200,
    response: scenario,
    etag: true,
  },
  updateScenario: {
    method: 'patch',
    path: '/v1/bots/{id}/scenarios/{scenarioId}',
    summary: 'Change a scenario',
    description:
      'What is left out stays as it is. With `If-Match` it is changed only if nobody else has saved it since; ' +
      'the refusal carries what it looks like now.',
    scope: 'bots:write',
    params: scenarioParams,
    body: scenarioPatch,
    status: 200,
    response: scenario,
    etag: true,
    ifMatch: true,
    problems: ['name_taken', 'too_few_phrases', 'unknown_user', 'unknown_team', 'user_deactivated'],
  },
  deleteScenario: {
    method: 'delete',
    path: '/v1/bots/{id}/scenarios/{scenarioId}',
    summary: 'Delete a scenario',
    description: 'Those after it move up. Handovers that it began keep its name.',
    scope: 'bots:write',
    params: scenarioParams,
    status: 204,
    response: null,
    ifMatch: true,
  },
  listDrafts: {
    method: 'get',
    path: '/v1/bots/{id}/drafts',
    summary: 'List the drafts of a user',
    description: 'Everything of this bot that the user has typed and not saved, newest first.',
    scope: 'bots:read',
    params: idParams,
    query: draftQuery,
    status: 200,
    response: scenarioDrafts,
  },
  createDraft: {
    method: 'post',
    path: '/v1/bots/{id}/drafts',
    summary: 'Begin a draft of a new scenario',
    description:
      'From then on it is saved like any other, under its `scenarioId`. Add the scenario with that as `draftId`.',
    scope: 'bots:write',
    params: idParams,
    body: newDraftInput,
    status: 201,
    response: scenarioDraft,
    problems: [...unknownActor, 'too_many_drafts'],
  },
  getDraft: {
    method: 'get',
    path: '/v1/bots/{id}/scenarios/{scenarioId}/draft',
    summary: 'Get the draft of a scenario',
    scope: 'bots:read',
    params: scenarioParams,
    query: draftQuery,
    status: 200,
    response: scenarioDraft,
  },
  saveDraft: {
    method: 'put',
    path: '/v1/bots/{id}/scenarios/{scenarioId}/draft',
    summary: 'Save the draft of a scenario',
    description:
      'Whatever stands in the editor, finished or not. Each user has one for each scenario; it is gone once they save ' +
      'the scenario itself.',
    scope: 'bots:write',
    params: scenarioParams,
    body: draftInput,
    status: 200,
    response: scenarioDraft,
    problems: unknownActor,
  },
  deleteDraft: {
    method: 'delete',
    path: '/v1/bots/{id}/scenarios/{scenarioId}/draft',
    summary: 'Discard the draft of a scenario',
    scope: 'bots:write',
    params: scenarioParams,
    query: draftQuery,
    status: 204,
    response: null,
  },
  getReadiness: {
    method: 'get',
    path: '/v1/bots/{id}/readiness',
    summary: 'What keeps handovers from working',
    description: 'Everything that stands in the way at this moment, each with the way to mend it.',
    scope: 'bots:read',
    params: idParams,
    status: 200,
    response: readiness,
  },
  tryScenarios: {
    method: 'post',
    path: '/v1/bots/{id}/try',
    summary: 'Try a message or a transcript',
    description: 'Says what would happen, and why. Nothing is stored and nobody is told.',
    scope: 'bots:read',
    params: idParams,
    body: tryInput,
    status: 200,
    response: tryResult,
  },
  lintPhrases: {
    method: 'post',
    path: '/v1/bots/{id}/lint-phrases',
    summary: 'Look over the example phrases',
    description:
      'Names phrases that are too short, too general, there twice, or that another scenario would fire for.',
    scope: 'bots:read',
    params: idParams,
    body: lintInput,
    status: 200,
    response: lintResult,
  },
  backtest: {
    method: 'post',
    path: '/v1/bots/{id}/backtest',
    summary: 'See what would have fired',
    description:
      'Reads the last conversations of the bot against its scenarios, saved or as they stand in an editor. Of a bot ' +
      'without a channel those of the workspace are read. Nothing is stored and nobody is told. It has 20 seconds.',
    scope: 'bots:read',
    params: idParams,
    body: backtestInput,
    status: 200,
    response: backtestResult,
  },
})

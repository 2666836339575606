import { apiKey, apiKeyInput, createdApiKey } from '../api-key.ts'
import { auditEntry, auditQuery } from '../audit.ts'
import { describeEndpoints } from '../endpoint.ts'
import { behindItem, behindQuery, insightQuery, insights, missed, missedQuery } from '../insight.ts'
import { modelInput, modelSettings } from '../model.ts'
import { page, pageQuery } from '../page.ts'
import { reportQuery, unansweredReport } from '../report.ts'
import { idParams } from '../scalar.ts'
import { demo, workspace, workspacePatch } from '../workspace.ts'

export const reportEndpoints = describeEndpoints('Reports', {
  reportUnanswered: {
    method: 'get',
    path: '/v1/reports/unanswered',
    summary: 'Who waits for an answer',
    description:
      'Every contact who waits, for the bot or for a person, longest first. Snoozed conversations are in it too.',
    scope: 'reports:read',
    query: reportQuery,
    status: 200,
    response: unansweredReport,
  },
  getInsights: {
    method: 'get',
    path: '/v1/insights',
    summary: 'Get insights',
    description:
      'How often and how fast people were reached, by scenario, user and day. At most 366 days, in the time zone of the ' +
      'workspace.',
    scope: 'reports:read',
    query: insightQuery,
    status: 200,
    response: insights,
  },
  listBehind: {
    method: 'get',
    path: '/v1/insights/conversations',
    summary: 'List what a number counts',
    description: 'The conversations behind one of the insights, newest first.',
    scope: 'reports:read',
    query: behindQuery,
    status: 200,
    response: page(behindItem),
  },
  listMissed: {
    method: 'get',
    path: '/v1/insights/perhaps-missed',
    summary: 'List what was perhaps missed',
    description:
      'Messages for which a scenario nearly fired and the bot went on, nearest first. Made an example phrase, such a ' +
      'message fires next time.',
    scope: 'reports:read',
    query: missedQuery,
    status: 200,
    response: missed,
  },
})

export const workspaceEndpoints = describeEndpoints('Workspace', {
  getWorkspace: {
    method: 'get',
    path: '/v1/workspace',
    summary: 'Get the workspace',
    description: 'The one that the API key belongs to. Any key may read it.',
    scope: null,
    status: 200,
    response: workspace,
  },
  updateWorkspace: {
    method: 'patch',
    path: '/v1/workspace',
    summary: 'Rename the workspace, or move it',
    scope: 'workspace:write',
    body: workspacePatch,
    status: 200,
    response: workspace,
  },
  createDemo: {
    method: 'post',
    path: '/v1/demo',
    summary: 'Make a demo',
    description:
      'A workspace of its own beside yours: a shop with staff, a bot, three scenarios and 60 conversations of the last 14 ' +
      'days in all states. It takes some seconds.',
    scope: 'workspace:write',
    status: 201,
    response: demo,
    shownOnce: true,
    problems: ['demo_exists'],
  },
  deleteDemo: {
    method: 'delete',
    path: '/v1/demo',
    summary: 'Remove the demo',
    description:
      'With everything in it. Yours is not touched. A key of the demo removes the demo too, and itself.',
    scope: 'workspace:write',
    status: 204,
    response: null,
    problems: ['not_found'],
  },
  getModel: {
    method: 'get',
    path: '/v1/workspace/model',
    summary: 'Get the model',
    description: 'The language model that is asked for a second opinion, and what it has used today.',
    scope: 'workspace:read',
    status: 200,
    response: modelSettings,
  },
  setModel: {
    method: 'put',
    path: '/v1/workspace/model',
    summary: 'Set the model',
    description:
      'It is asked only where detection is in doubt, and has 3 seconds. Without an answer detection decides alone.',
    scope: 'workspace:write',
    body: modelInput,
    status: 200,
    response: modelSettings,
  },
  deleteModel: {
    method: 'delete',
    path: '/v1/workspace/model',
    summary: 'Remove the model',
    scope: 'workspace:write',
    status: 204,
    response: null,
  },
  listAudit: {
    method: 'get',
    path: '/v1/audit',
    summary: 'List who changed what',
    description: 'Every change of how Baton is set up, newest first.',
    scope: 'workspace:read',
    query: auditQuery,
    status: 200,
    response: page(auditEntry),
  },
  listApiKeys: {
    method: 'get',
    path: '/v1/api-keys',
    summary: 'List API keys',
    scope: 'keys:read',
    query: pageQuery,
    status: 200,
    response: page(apiKey),
  },
  createApiKey: {
    method: 'post',
    path: '/v1/api-keys',
    summary: 'Create an API key',
    description: 'A key can only give what it may do itself.',
    scope: 'keys:write',
    body: apiKeyInput,
    status: 201,
    response: createdApiKey,
    shownOnce: true,
  },
  deleteApiKey: {
    method: 'delete',
    path: '/v1/api-keys/{id}',
    summary: 'Delete an API key',
    description: 'It stops working at once.',
    scope: 'keys:write',
    params: idParams,
    status: 204,
    response: null,
  },
})

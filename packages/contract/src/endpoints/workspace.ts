import { apiKey, apiKeyInput, createdApiKey } from '../api-key.ts'
import { describeEndpoints } from '../endpoint.ts'
import { modelInput, modelSettings } from '../model.ts'
import { page, pageQuery } from '../page.ts'
import { inboxQuery, inboxReport, reportQuery, unansweredReport } from '../report.ts'
import { idParams } from '../scalar.ts'
import { workspace } from '../workspace.ts'

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
  reportInbox: {
    method: 'get',
    path: '/v1/reports/inbox',
    summary: 'How many are in each view',
    description: 'Counted up to 1,000 each, so that it costs the same however many there are.',
    scope: 'conversations:read',
    query: inboxQuery,
    status: 200,
    response: inboxReport,
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

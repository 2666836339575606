import { apiKey, apiKeyInput, createdApiKey } from '../api-key.ts'
import { describeEndpoints } from '../endpoint.ts'
import { page, pageQuery } from '../page.ts'
import { reportQuery, unansweredReport } from '../report.ts'
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

import { describeEndpoints } from '../endpoint.ts'
import { feedbackInput, handover, handoverQuery } from '../handover.ts'
import { page } from '../page.ts'
import { idParams } from '../scalar.ts'

export const handoverEndpoints = describeEndpoints('Handovers', {
  listHandovers: {
    method: 'get',
    path: '/v1/handovers',
    summary: 'List handovers',
    description: 'Newest first.',
    scope: 'handovers:read',
    query: handoverQuery,
    status: 200,
    response: page(handover),
  },
  getHandover: {
    method: 'get',
    path: '/v1/handovers/{id}',
    summary: 'Get a handover',
    description: 'With its evidence, its brief, who was asked to take it, and the result of each step.',
    scope: 'handovers:read',
    params: idParams,
    status: 200,
    response: handover,
  },
  giveFeedback: {
    method: 'post',
    path: '/v1/handovers/{id}/feedback',
    summary: 'Say whether it was right',
    description: 'A later word replaces the earlier one.',
    scope: 'handovers:write',
    params: idParams,
    body: feedbackInput,
    status: 200,
    response: handover,
    problems: ['unknown_user', 'user_deactivated'],
  },
})

import { assessment } from '../assessment.ts'
import { controlChange } from '../audit.ts'
import {
  action,
  assignInput,
  bulkInput,
  bulkResult,
  claimInput,
  conversation,
  conversationQuery,
  conversationViews,
  handOverInput,
  listedConversation,
  readInput,
  readMark,
  sleepInput,
  snoozeInput,
  viewsQuery,
} from '../conversation.ts'
import { describeEndpoints } from '../endpoint.ts'
import { message, messageQuery, newMessage, postedMessage } from '../message.ts'
import { page, pageQuery } from '../page.ts'
import { idParams } from '../scalar.ts'

/** What all actions on a conversation have in common. */
const act = {
  method: 'post',
  scope: 'conversations:write',
  params: idParams,
  status: 200,
  response: conversation,
} as const

const unknownActor = ['unknown_user', 'user_deactivated'] as const

export const conversationEndpoints = describeEndpoints('Conversations', {
  listConversations: {
    method: 'get',
    path: '/v1/conversations',
    summary: 'List conversations',
    description: 'One view of the inbox, page by page, whole or filtered.',
    scope: 'conversations:read',
    query: conversationQuery,
    status: 200,
    response: page(listedConversation),
  },
  listViews: {
    method: 'get',
    path: '/v1/conversations/views',
    summary: 'List the views of the inbox',
    description:
      'With how many conversations each has. What is unread is counted in `needs_human` and `mine`.',
    scope: 'conversations:read',
    query: viewsQuery,
    status: 200,
    response: conversationViews,
  },
  actOnMany: {
    method: 'post',
    path: '/v1/conversations/bulk',
    summary: 'Act on many conversations',
    description:
      'Each by itself and in the order given: what is refused for one is done for the others. Sent again it changes ' +
      'nothing more.',
    scope: 'conversations:write',
    body: bulkInput,
    status: 200,
    response: bulkResult,
  },
  getConversation: {
    method: 'get',
    path: '/v1/conversations/{id}',
    summary: 'Get a conversation',
    description: '`control` says who may speak to the contact, and why.',
    scope: 'conversations:read',
    params: idParams,
    status: 200,
    response: conversation,
  },
  listControl: {
    method: 'get',
    path: '/v1/conversations/{id}/control',
    summary: 'Who had it when',
    description: 'Every change of control, of owner and of status, oldest first: the last 500.',
    scope: 'conversations:read',
    params: idParams,
    status: 200,
    response: page(controlChange),
  },
  markRead: {
    method: 'put',
    path: '/v1/conversations/{id}/read',
    summary: 'Say how far a user has read',
    scope: 'conversations:write',
    params: idParams,
    body: readInput,
    status: 200,
    response: readMark,
    problems: unknownActor,
  },
  listMessages: {
    method: 'get',
    path: '/v1/conversations/{id}/messages',
    summary: 'List messages',
    description: 'Oldest first. Follow `nextCursor`, or read from a number on with `after`.',
    scope: 'conversations:read',
    params: idParams,
    query: messageQuery,
    status: 200,
    response: page(message),
  },
  postMessage: {
    method: 'post',
    path: '/v1/conversations/{id}/messages',
    summary: 'Write a message',
    description:
      'A `reply` of a person to the contact, which puts the bot to sleep; a private `note`; or the answer of an outside ' +
      'bot, a `bot_reply`. Baton reads the answer first, and may hand over in its place.',
    scope: 'conversations:write',
    params: idParams,
    body: newMessage,
    status: 201,
    response: postedMessage,
    problems: [...unknownActor, 'stale_epoch', 'bot_asleep', 'bot_off', 'newer_message', 'already_answered'],
  },
  takeOver: {
    ...act,
    path: '/v1/conversations/{id}/take-over',
    summary: 'Take over',
    description: 'Stops the bot at once. A handover that waits becomes yours.',
    body: action,
    problems: unknownActor,
  },
  claim: {
    ...act,
    path: '/v1/conversations/{id}/claim',
    summary: 'Claim the handover',
    body: claimInput,
    problems: [...unknownActor, 'no_handover', 'already_claimed'],
  },
  handOver: {
    ...act,
    path: '/v1/conversations/{id}/hand-over',
    summary: 'Hand over by hand',
    description:
      'With the settings of a scenario, or with plain ones: the contact hears the final message, the bot sleeps.',
    body: handOverInput,
    problems: [...unknownActor, 'unknown_team', 'handover_open'],
  },
  handBack: {
    ...act,
    path: '/v1/conversations/{id}/hand-back',
    summary: 'Hand back to the bot',
    description: 'The handover ends. What the contact wrote since, and nobody answered, the bot answers.',
    body: action,
    problems: unknownActor,
  },
  sleep: {
    ...act,
    path: '/v1/conversations/{id}/sleep',
    summary: 'Put the bot to sleep',
    body: sleepInput,
    problems: unknownActor,
  },
  wake: {
    ...act,
    path: '/v1/conversations/{id}/wake',
    summary: 'Wake the bot',
    description: 'A handover that nobody has come to keeps waiting.',
    body: action,
    problems: [...unknownActor, 'bot_awake'],
  },
  assign: {
    ...act,
    path: '/v1/conversations/{id}/assign',
    summary: 'Assign to a user, a team or nobody',
    body: assignInput,
    problems: [...unknownActor, 'unknown_team'],
  },
  resolve: {
    ...act,
    path: '/v1/conversations/{id}/resolve',
    summary: 'Resolve',
    description: 'It opens again when the contact writes.',
    body: action,
    problems: unknownActor,
  },
  reopen: {
    ...act,
    path: '/v1/conversations/{id}/reopen',
    summary: 'Reopen',
    body: action,
    problems: unknownActor,
  },
  snooze: {
    ...act,
    path: '/v1/conversations/{id}/snooze',
    summary: 'Snooze',
    description: 'Away until a time; back at once when anybody writes.',
    body: snoozeInput,
    problems: unknownActor,
  },
  listAssessments: {
    method: 'get',
    path: '/v1/conversations/{id}/assessments',
    summary: 'Why, or why not',
    description:
      'What detection said of each turn, newest first: scores, thresholds, the words that counted, what was done.',
    scope: 'conversations:read',
    params: idParams,
    query: pageQuery,
    status: 200,
    response: page(assessment),
  },
})

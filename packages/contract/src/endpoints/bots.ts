import { bot, botInput, botPatch } from '../bot.ts'
import { callResult, callSecret } from '../bot-call.ts'
import { describeEndpoints } from '../endpoint.ts'
import { page, pageQuery } from '../page.ts'
import { idParams } from '../scalar.ts'
import { trialInput, trialResult } from '../trial.ts'

export const botEndpoints = describeEndpoints('Bots', {
  listBots: {
    method: 'get',
    path: '/v1/bots',
    summary: 'List bots',
    scope: 'bots:read',
    query: pageQuery,
    status: 200,
    response: page(bot),
  },
  createBot: {
    method: 'post',
    path: '/v1/bots',
    summary: 'Create a bot',
    description:
      'It comes with three scenarios, filled in and disabled, and answers nobody before it is on autopilot.',
    scope: 'bots:write',
    body: botInput,
    status: 201,
    response: bot,
    etag: true,
  },
  getBot: {
    method: 'get',
    path: '/v1/bots/{id}',
    summary: 'Get a bot',
    scope: 'bots:read',
    params: idParams,
    status: 200,
    response: bot,
    etag: true,
  },
  updateBot: {
    method: 'patch',
    path: '/v1/bots/{id}',
    summary: 'Change a bot',
    description: 'What is left out stays as it is.',
    scope: 'bots:write',
    params: idParams,
    body: botPatch,
    status: 200,
    response: bot,
    etag: true,
  },
  deleteBot: {
    method: 'delete',
    path: '/v1/bots/{id}',
    summary: 'Delete a bot',
    description: 'Its scenarios go with it. Its channels go on without a bot.',
    scope: 'bots:write',
    params: idParams,
    status: 204,
    response: null,
  },
  createCallSecret: {
    method: 'post',
    path: '/v1/bots/{id}/call-secret',
    summary: 'Make the secret that calls are signed with',
    description:
      'For an outside bot that Baton calls at its `url`. It replaces the one before at once, so give it to the bot before ' +
      'the next message comes.',
    scope: 'bots:write',
    params: idParams,
    status: 201,
    response: callSecret,
    shownOnce: true,
  },
  testCall: {
    method: 'post',
    path: '/v1/bots/{id}/test-call',
    summary: 'Call the outside bot once',
    description:
      'With one message, *Hello*, and `trial: true`, at the address as it is saved. Says what came back. Nobody is ' +
      'answered and nothing is stored. It has 30 seconds.',
    scope: 'bots:write',
    params: idParams,
    status: 200,
    response: callResult,
    problems: ['bot_not_called'],
  },
  tryBot: {
    method: 'post',
    path: '/v1/bots/{id}/trial',
    summary: 'Talk to a bot without side effects',
    description:
      'Says what the bot, as it is saved, would do on autopilot with the last thing that the contact says: what it would ' +
      'answer and from what, or that it would hand over, to whom and how. Whatever its mode is. Nothing is stored and ' +
      'nobody is told; only what a model costs is counted.',
    scope: 'bots:read',
    params: idParams,
    body: trialInput,
    status: 200,
    response: trialResult,
  },
})

import {
  channel,
  channelInput,
  channelPatch,
  identitySecret,
  inboundMessage,
  receivedMessage,
} from '../channel.ts'
import { describeEndpoints } from '../endpoint.ts'
import { page, pageQuery } from '../page.ts'
import { idParams } from '../scalar.ts'

export const channelEndpoints = describeEndpoints('Channels', {
  listChannels: {
    method: 'get',
    path: '/v1/channels',
    summary: 'List channels',
    scope: 'channels:read',
    query: pageQuery,
    status: 200,
    response: page(channel),
  },
  createChannel: {
    method: 'post',
    path: '/v1/channels',
    summary: 'Create a channel',
    scope: 'channels:write',
    body: channelInput,
    status: 201,
    response: channel,
    problems: ['unknown_bot'],
  },
  getChannel: {
    method: 'get',
    path: '/v1/channels/{id}',
    summary: 'Get a channel',
    scope: 'channels:read',
    params: idParams,
    status: 200,
    response: channel,
  },
  updateChannel: {
    method: 'patch',
    path: '/v1/channels/{id}',
    summary: 'Change a channel',
    description: 'A channel has one bot or none; a bot may stand behind many channels.',
    scope: 'channels:write',
    params: idParams,
    body: channelPatch,
    status: 200,
    response: channel,
    problems: ['unknown_bot', 'not_a_web_channel'],
  },
  deleteChannel: {
    method: 'delete',
    path: '/v1/channels/{id}',
    summary: 'Delete a channel',
    description: 'Only while nobody has written on it.',
    scope: 'channels:write',
    params: idParams,
    status: 204,
    response: null,
    problems: ['channel_in_use'],
  },
  createIdentitySecret: {
    method: 'post',
    path: '/v1/channels/{id}/identity-secret',
    summary: 'Make a secret for identity tokens',
    description:
      'For a channel of kind `web`. With it your server signs who is signed in on your page, and their conversation ' +
      'follows them. It replaces the one before at once.',
    scope: 'channels:write',
    params: idParams,
    status: 201,
    response: identitySecret,
    shownOnce: true,
    problems: ['not_a_web_channel'],
  },
  receiveMessage: {
    method: 'post',
    path: '/v1/channels/{id}/messages',
    summary: 'Deliver a message of a contact',
    description:
      'Contact and conversation are found or made. When the answer comes the message is stored, and it will be answered ' +
      'or stand in *Needs a human*. Give `message.externalId`, and you may deliver again until you have an answer: the ' +
      'message is stored once.',
    scope: 'messages:receive',
    params: idParams,
    body: inboundMessage,
    status: 201,
    response: receivedMessage,
  },
})

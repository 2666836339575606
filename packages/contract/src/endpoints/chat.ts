import { attachment, attachmentParams, attachmentQuery } from '../attachment.ts'
import {
  chatEmail,
  chatMessage,
  chatMessageInput,
  chatRating,
  chatSettings,
  chatSettingsQuery,
  chatStart,
  chatThread,
  chatThreadQuery,
  startedChat,
} from '../chat.ts'
import { describeEndpoints } from '../endpoint.ts'
import { idParams } from '../scalar.ts'

const anybody = { who: 'anybody', fromOtherSites: true, scope: null, params: idParams } as const
const visitor = { who: 'visitor', fromOtherSites: true, scope: null, params: idParams } as const
const limited = ['too_many_requests'] as const

export const chatEndpoints = describeEndpoints('Web chat', {
  getChatSettings: {
    ...anybody,
    method: 'get',
    path: '/v1/chat/{id}',
    summary: 'Read how a chat looks',
    description: 'By the id of its channel.',
    query: chatSettingsQuery,
    status: 200,
    response: chatSettings,
  },
  startChat: {
    ...anybody,
    method: 'post',
    path: '/v1/chat/{id}/visitors',
    summary: 'Start a chat, or go on with one',
    description:
      'Gives the token that the visitor is known by. Nobody is stored before they write. Who is newly signed in on the ' +
      'page keeps what they wrote before.',
    body: chatStart,
    status: 201,
    response: startedChat,
    problems: ['identity_not_valid', ...limited],
  },
  readChat: {
    ...visitor,
    method: 'get',
    path: '/v1/chat/{id}/thread',
    summary: 'Read the conversation',
    description: 'Without a number the newest 50 messages; after one the next 100.',
    query: chatThreadQuery,
    status: 200,
    response: chatThread,
  },
  sendChatMessage: {
    ...visitor,
    method: 'post',
    path: '/v1/chat/{id}/messages',
    summary: 'Write a message',
    body: chatMessageInput,
    status: 201,
    response: chatMessage,
    problems: ['unknown_attachment', ...limited],
  },
  uploadChatAttachment: {
    ...visitor,
    method: 'post',
    path: '/v1/chat/{id}/attachments',
    summary: 'Upload a file, to send it with a message',
    description:
      'The body is the file as it is, of at most 5 MB: a PNG, JPEG, WebP or GIF image, or a PDF. What it is, is read from ' +
      'its content. Where no message has come with it in a day it is forgotten.',
    query: attachmentQuery,
    status: 201,
    response: attachment,
    raw: 'upload',
    problems: limited,
  },
  readChatAttachment: {
    ...visitor,
    method: 'get',
    path: '/v1/chat/{id}/attachments/{attachmentId}',
    summary: 'Read a file of the conversation',
    params: attachmentParams,
    status: 200,
    response: null,
    raw: 'download',
  },
  followChat: {
    ...visitor,
    method: 'get',
    path: '/v1/chat/{id}/events',
    summary: 'Follow the conversation live',
    description:
      'Server-sent events, each with the state as it is now and the messages that are new. The first comes at once.',
    query: chatThreadQuery.pick({ after: true }),
    status: 200,
    response: chatThread,
    stream: true,
    problems: limited,
  },
  leaveEmail: {
    ...visitor,
    method: 'put',
    path: '/v1/chat/{id}/email',
    summary: 'Leave an e-mail address',
    body: chatEmail,
    status: 204,
    response: null,
    problems: ['forbidden', ...limited],
  },
  rateChat: {
    ...visitor,
    method: 'put',
    path: '/v1/chat/{id}/rating',
    summary: 'Say whether a person helped',
    body: chatRating,
    status: 204,
    response: null,
    problems: limited,
  },
  leaveQueue: {
    ...visitor,
    method: 'delete',
    path: '/v1/chat/{id}/wait',
    summary: 'Wait no longer, and go back to the bot',
    description: 'While nobody has taken it.',
    status: 204,
    response: null,
    problems: ['no_handover', 'already_claimed', 'bot_off', ...limited],
  },
})

import { describeEndpoints } from '../endpoint.ts'
import {
  notification,
  notificationQuery,
  notificationSettings,
  notificationSettingsInput,
  readNotificationsInput,
  unreadCount,
  unreadQuery,
} from '../notification.ts'
import { page } from '../page.ts'
import { idParams } from '../scalar.ts'

const unknownActor = ['unknown_user', 'user_deactivated'] as const

export const notificationEndpoints = describeEndpoints('Notifications', {
  listNotifications: {
    method: 'get',
    path: '/v1/notifications',
    summary: 'List the notifications of a user',
    description: 'What the app tells them, newest first.',
    scope: 'notifications:read',
    query: notificationQuery,
    status: 200,
    response: page(notification),
  },
  countUnread: {
    method: 'get',
    path: '/v1/notifications/unread',
    summary: 'Count what is unread',
    scope: 'notifications:read',
    query: unreadQuery,
    status: 200,
    response: unreadCount,
  },
  readNotifications: {
    method: 'post',
    path: '/v1/notifications/read',
    summary: 'Mark notifications read',
    description: 'Some, or all. Those about a conversation are read when the conversation is.',
    scope: 'notifications:write',
    body: readNotificationsInput,
    status: 200,
    response: unreadCount,
    problems: unknownActor,
  },
  getNotificationSettings: {
    method: 'get',
    path: '/v1/users/{id}/notification-settings',
    summary: 'Get what a user is told, and how',
    scope: 'staff:read',
    params: idParams,
    status: 200,
    response: notificationSettings,
  },
  setNotificationSettings: {
    method: 'put',
    path: '/v1/users/{id}/notification-settings',
    summary: 'Set what a user is told, and how',
    description:
      'Where a handover would be told to nobody, all whom it concerns are told in the app whatever they have set.',
    scope: 'staff:write',
    params: idParams,
    body: notificationSettingsInput,
    status: 200,
    response: notificationSettings,
  },
  sendTestNotification: {
    method: 'post',
    path: '/v1/users/{id}/test-notification',
    summary: 'Send a user a test',
    description: 'By every way that is on for *conversation assigned*.',
    scope: 'staff:write',
    params: idParams,
    status: 201,
    response: notification,
    problems: ['user_deactivated'],
  },
})

import { endpoints } from '@baton/contract'
import { viewPage } from '../database/page.ts'
import { handle } from '../http/handle.ts'
import { requireActor } from '../staff/require-actor.ts'
import { readNotifications } from './mark-read.ts'
import { countUnread, listNotifications } from './queries.ts'
import { sendTest } from './send-test.ts'
import { saveSettings, viewSettings } from './settings.ts'
import { viewNotification } from './view.ts'

export const notificationRoutes = [
  handle(endpoints.listNotifications, async (work, { query }) =>
    viewPage(await listNotifications(work, query), viewNotification),
  ),
  handle(endpoints.countUnread, async (work, { query }) => ({
    unread: await countUnread(work, query.userId),
  })),
  handle(endpoints.readNotifications, async (work, { body }) => {
    await requireActor(work, body.userId)
    await readNotifications(work, body.userId, body.notificationIds ? { ids: body.notificationIds } : 'all')
    return { unread: await countUnread(work, body.userId) }
  }),
  handle(endpoints.sendTestNotification, async (work, { params }) =>
    viewNotification(await sendTest(work, params.id)),
  ),
  handle(endpoints.getNotificationSettings, (work, { params }) => viewSettings(work, params.id)),
  handle(endpoints.setNotificationSettings, async (work, { params, body }) => {
    await saveSettings(work, params.id, body)
    return viewSettings(work, params.id)
  }),
]

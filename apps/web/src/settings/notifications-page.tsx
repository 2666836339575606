import { useMe } from '../api/session.ts'
import { NotificationMatrix } from '../staff/notification-matrix.tsx'
import { texts } from '../texts/index.ts'
import { SettingsPage } from './settings-screen.tsx'

/** What one is told oneself, and how. */
export function NotificationsPage() {
  return (
    <SettingsPage title={texts.settings.places.notifications}>
      <NotificationMatrix user={useMe().user} isMe mayChange />
    </SettingsPage>
  )
}

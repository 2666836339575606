import type { Me } from '@baton/contract'
import { texts } from '../texts/index.ts'
import type { IconName } from '../ui/icon.tsx'

const words = texts.settings.places

/** A page of the settings. `needs` says who may open it, as the server does; left out: everybody. */
export type SettingsPlace = {
  to:
    | '/settings/profile'
    | '/settings/notifications'
    | '/settings/workspace'
    | '/settings/staff'
    | '/settings/teams'
    | '/settings/channels'
    | '/settings/model'
    | '/settings/api-keys'
    | '/settings/webhooks'
    | '/settings/audit'
  label: string
  icon: IconName
  needs?: 'admin' | 'admin_of_all'
}

export const settingsGroups: readonly { title: string; places: readonly SettingsPlace[] }[] = [
  {
    title: words.you,
    places: [
      { to: '/settings/profile', label: words.profile, icon: 'user' },
      { to: '/settings/notifications', label: words.notifications, icon: 'bell' },
    ],
  },
  {
    title: words.workspaceGroup,
    places: [
      { to: '/settings/workspace', label: words.workspace, icon: 'building', needs: 'admin' },
      { to: '/settings/staff', label: words.staff, icon: 'contacts' },
      { to: '/settings/teams', label: words.teams, icon: 'flag' },
      { to: '/settings/channels', label: words.channels, icon: 'chat' },
      { to: '/settings/model', label: words.model, icon: 'spark', needs: 'admin' },
    ],
  },
  {
    title: words.developers,
    places: [
      { to: '/settings/api-keys', label: words.apiKeys, icon: 'key', needs: 'admin_of_all' },
      { to: '/settings/webhooks', label: words.webhooks, icon: 'webhook', needs: 'admin_of_all' },
      { to: '/settings/audit', label: words.audit, icon: 'history', needs: 'admin' },
    ],
  },
]

/** Whether somebody may open a page. The server holds to the same. */
export function mayOpen(
  { needs }: SettingsPlace,
  { user, permissions }: Pick<Me, 'user' | 'permissions'>,
): boolean {
  if (!needs) return true
  return user.role === 'admin' && (needs === 'admin' || permissions.seeAll)
}

import type { Permissions } from '@baton/contract'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import type { IconName } from '../ui/icon.tsx'

/** A place in the rail. A screen that is there has one; `key` follows `g`. */
export type Place = {
  to: '/inbox' | '/contacts' | '/bots' | '/insights' | '/settings'
  label: string
  icon: IconName
  key: string
  /** Who may not do this does not see the place. */
  needs?: keyof Permissions
}

const places: readonly Place[] = [
  { to: '/inbox', label: texts.shell.inbox, icon: 'inbox', key: 'i' },
  { to: '/contacts', label: texts.contacts.title, icon: 'contacts', key: 'c' },
  { to: '/bots', label: texts.bots.title, icon: 'bot', key: 'b' },
  { to: '/insights', label: texts.insights.title, icon: 'chart', key: 'n', needs: 'seeInsights' },
  { to: '/settings', label: texts.settings.title, icon: 'settings', key: 's' },
]

/** The places of whoever is signed in. */
export function usePlaces(): readonly Place[] {
  const { permissions } = useMe()
  return places.filter(({ needs }) => !needs || permissions[needs])
}

import type { ReactNode } from 'react'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { mayOpen, type SettingsPlace, settingsGroups } from './settings-places.ts'
import { SettingsPage } from './settings-screen.tsx'

/** A page for those who may open it. Everybody else is told so: nothing is asked of the server. */
export function AdminOnly({ to, children }: { to: SettingsPlace['to']; children: ReactNode }) {
  const me = useMe()
  const place = settingsGroups.flatMap(({ places }) => places).find((one) => one.to === to)
  if (!place || mayOpen(place, me)) return children
  return (
    <SettingsPage title={place.label}>
      <EmptyState icon="lock" title={texts.settings.forbidden}>
        {texts.settings.forbiddenHint}
      </EmptyState>
    </SettingsPage>
  )
}

import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../api/session.ts'
import { Sheet, SubNav, SubNavHeading, SubNavLink } from '../shell/sheet.tsx'
import { useTitle } from '../shell/title.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Menu, MenuItem, MenuNote } from '../ui/menu.tsx'
import { mayOpen, type SettingsPlace, settingsGroups } from './settings-places.ts'

const words = texts.settings

/** Everything that is set: of oneself, of the workspace, for developers. Each page has an address. */
export function SettingsScreen() {
  const me = useMe()
  const groups = settingsGroups
    .map(({ title, places }) => ({ title, places: places.filter((place) => mayOpen(place, me)) }))
    .filter(({ places }) => places.length > 0)
  return (
    <>
      <SubNav label={words.title} title={words.title} wide>
        {groups.map(({ title, places }) => (
          <div key={title}>
            <SubNavHeading>{title}</SubNavHeading>
            {places.map(({ to, label, icon }) => (
              <SubNavLink key={to} to={to} icon={icon}>
                {label}
              </SubNavLink>
            ))}
          </div>
        ))}
      </SubNav>
      <Sheet>
        <Outlet />
      </Sheet>
    </>
  )
}

/** The frame of a page of the settings: its title, its acts, and on phones the way to the others. */
export function SettingsPage({
  title,
  hint,
  actions,
  narrow = true,
  children,
}: {
  title: string
  hint?: ReactNode
  actions?: ReactNode
  /** Text and forms, in a column that can be read. False: a table over the whole width. */
  narrow?: boolean
  children: ReactNode
}) {
  useTitle(title)
  return (
    <main id="main" tabIndex={-1} className="flex h-full min-w-0 flex-col outline-0">
      <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-2 border-b border-line px-5 py-2 max-tablet:px-4">
        <h1 className="min-w-0 truncate text-16 font-semibold tracking-title">{title}</h1>
        <PagePicker />
        {actions && (
          <span className="ml-auto flex items-center gap-2 max-tablet:w-full max-tablet:justify-end">
            {actions}
          </span>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div tabIndex={0} className="min-h-0 flex-1 overflow-auto -outline-offset-2">
        <div className={narrow ? 'grid max-w-180 gap-6 px-5 py-5 max-tablet:px-4' : ''}>
          {hint && <p className={narrow ? 'text-13 text-ink-2' : 'px-5 pt-4 text-13 text-ink-2'}>{hint}</p>}
          {children}
        </div>
      </div>
    </main>
  )
}

function PagePicker() {
  const me = useMe()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const isHere = ({ to }: SettingsPlace) => pathname.startsWith(to)
  return (
    <span className="desk:hidden">
      <Menu
        align="start"
        trigger={
          <Button size="sm" variant="quiet" iconAfter="down">
            {words.title}
          </Button>
        }
      >
        {settingsGroups.map(({ title, places }) => (
          <div key={title}>
            <MenuNote>{title}</MenuNote>
            {places
              .filter((place) => mayOpen(place, me))
              .map((place) => (
                <MenuItem
                  key={place.to}
                  icon={place.icon}
                  checked={isHere(place)}
                  onClick={() => void navigate({ to: place.to })}
                >
                  {place.label}
                </MenuItem>
              ))}
          </div>
        ))}
      </Menu>
    </span>
  )
}

import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useWaitingCount } from '../api/conversations.ts'
import { useLiveUpdates } from '../api/live.ts'
import { useUnreadCount } from '../api/notifications.ts'
import { useCommands } from '../keyboard/commands.ts'
import { useAnnouncedNotifications } from '../notifications/announce-notifications.ts'
import { texts } from '../texts/index.ts'
import { undoLatest } from '../ui/toast.tsx'
import { DemoBanner } from './demo-banner.tsx'
import { KeyboardList } from './keyboard-list.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { Palette } from './palette.tsx'
import { usePlaces } from './places.ts'
import { BottomTabs, Rail } from './rail.tsx'
import { useUnreadInTab } from './title.ts'

const words = texts.shell

/** What is around every screen of somebody who is signed in. */
export function Shell() {
  const [open, setOpen] = useState<'palette' | 'keyboard' | null>(null)
  const navigate = useNavigate()
  const places = usePlaces()
  const waiting = useWaitingCount()
  // On a phone an open conversation has the whole screen.
  const inConversation = useParams({ strict: false }).conversationId !== undefined
  useLiveUpdates()
  useAnnouncedNotifications()
  const unread = useUnreadCount()
  useUnreadInTab(unread)
  useCommands([
    {
      group: 'general',
      label: words.searchEverything,
      keys: 'mod+k',
      whileTyping: true,
      icon: 'search',
      run: () => setOpen('palette'),
    },
    { group: 'general', label: words.thisList, keys: '?', icon: 'help', run: () => setOpen('keyboard') },
    { group: 'general', label: texts.common.undo, keys: 'z', icon: 'undo', run: undoLatest },
    ...places.map(({ to, label, icon, key }) => ({
      group: 'go' as const,
      label,
      icon,
      keys: `g ${key}`,
      run: () => void navigate({ to }),
    })),
  ])
  return (
    <div className="flex h-dvh flex-col bg-canvas">
      <a
        href="#main"
        className="absolute -top-16 left-2 z-50 rounded-control bg-ink px-3 py-2 text-on-ink focus:top-2"
      >
        {words.skipToMain}
      </a>
      <div className="flex min-h-0 flex-1">
        <Rail waiting={waiting} unread={unread} onHelp={() => setOpen('keyboard')} />
        <div className="flex min-w-0 flex-1 flex-col">
          <OfflineBanner />
          <DemoBanner />
          <div className="flex min-h-0 min-w-0 flex-1">
            <Outlet />
          </div>
        </div>
      </div>
      {!inConversation && <BottomTabs waiting={waiting} unread={unread} />}
      <Palette open={open === 'palette'} onClose={() => setOpen(null)} />
      <KeyboardList open={open === 'keyboard'} onClose={() => setOpen(null)} />
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { useMe } from '../api/session.ts'
import { Bell } from '../notifications/bell.tsx'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { cx } from '../ui/class-names.ts'
import { Icon, Logo } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import { Tip } from '../ui/tip.tsx'
import { MeMenu } from './me-menu.tsx'
import { type Place, usePlaces } from './places.ts'

const words = texts.shell

/** The way between the places of the app, at the left. Under 760 px it is the tabs at the bottom. */
export function Rail({ waiting, unread, onHelp }: { waiting: number; unread: number; onHelp: () => void }) {
  const places = usePlaces()
  return (
    <nav
      aria-label={words.mainNavigation}
      className="flex w-16 shrink-0 flex-col items-center gap-1 py-3 max-tablet:hidden"
    >
      <Link to="/" aria-label={words.home} className="mb-3 rounded-box">
        <Logo />
      </Link>
      {places.map((place) => (
        <RailItem key={place.to} place={place} waiting={place.to === '/inbox' ? waiting : 0} />
      ))}
      <span className="flex-1" />
      <Bell
        trigger={
          <button
            type="button"
            aria-label={texts.notifications.bell(unread)}
            className="relative grid size-9 place-items-center rounded-box text-ink-2 hover:bg-hover"
          >
            <Icon name="bell" size={20} />
            {unread > 0 && <NewDot className="top-1 right-1" />}
          </button>
        }
      />
      <Tip text={words.help} kbd="?">
        <button
          type="button"
          aria-label={words.help}
          onClick={onHelp}
          className="grid size-9 place-items-center rounded-box text-ink-2 hover:bg-hover"
        >
          <Icon name="help" size={20} />
        </button>
      </Tip>
      <MeButton />
    </nav>
  )
}

const itemClass =
  'relative flex w-13 flex-col items-center gap-0.5 rounded-box pt-1.5 pb-1.25 text-11 font-medium tracking-normal text-ink-2 hover:bg-hover hover:text-ink aria-[current=page]:bg-pressed aria-[current=page]:text-ink'

function RailItem({ place, waiting }: { place: Place; waiting: number }) {
  return (
    <Link to={place.to} className={itemClass} activeProps={{ 'aria-current': 'page' }}>
      <Icon name={place.icon} size={20} />
      {place.label}
      <Waiting count={waiting} className="top-px right-1.5" />
    </Link>
  )
}

function MeButton() {
  const { user } = useMe()
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" aria-label={words.me(user.name)} className="mt-2 rounded-full">
          <Avatar party={{ kind: 'human', name: user.name }} size="lg" presence={user.availability} />
        </button>
      }
    >
      <MeMenu />
    </Menu>
  )
}

/** The places at the bottom of a phone. */
export function BottomTabs({ waiting, unread }: { waiting: number; unread: number }) {
  const { user } = useMe()
  const places = usePlaces()
  return (
    <nav
      aria-label={words.mainNavigation}
      className="hidden border-t border-line bg-surface px-1 pt-1.5 pb-[calc(6px+env(safe-area-inset-bottom))] max-tablet:flex"
    >
      {places.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          activeProps={{ 'aria-current': 'page' }}
          className="relative flex min-h-11 flex-1 flex-col items-center justify-center gap-0.5 text-11 font-medium text-ink-2 aria-[current=page]:text-ink"
        >
          <Icon name={place.icon} size={22} />
          {place.label}
          {place.to === '/inbox' && <Waiting count={waiting} className="-top-0.5 left-[calc(50%+4px)]" />}
        </Link>
      ))}
      <Bell
        trigger={
          <button
            type="button"
            aria-label={texts.notifications.bell(unread)}
            className="relative flex min-h-11 flex-1 flex-col items-center justify-center gap-0.5 text-11 font-medium text-ink-2"
          >
            <Icon name="bell" size={22} />
            {texts.notifications.short}
            {unread > 0 && <NewDot className="top-0.5 left-[calc(50%+6px)]" />}
          </button>
        }
      />
      <Menu
        trigger={
          <button
            type="button"
            className="flex min-h-11 flex-1 flex-col items-center justify-center gap-0.5 text-11 font-medium text-ink-2"
          >
            <Avatar party={{ kind: 'human', name: user.name }} size="md" />
            {texts.common.you}
          </button>
        }
      >
        <MeMenu />
      </Menu>
    </nav>
  )
}

function Waiting({ count, className }: { count: number; className: string }) {
  if (count === 0) return null
  return (
    <b
      className={cx(
        'absolute h-4 min-w-4 rounded-full bg-human px-1 text-center text-11 leading-4 font-bold text-on-human tabular-nums ring-2 ring-canvas',
        className,
      )}
    >
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{words.waitingForHuman(count)}</span>
    </b>
  )
}

/** Something is new. How much, the name of the button says. */
function NewDot({ className }: { className: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx('absolute size-2.5 rounded-full bg-bad-fill ring-2 ring-canvas', className)}
    />
  )
}

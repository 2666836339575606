import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { cx } from '../ui/class-names.ts'
import { Icon, type IconName } from '../ui/icon.tsx'

/** The white sheet that a screen lies on, beside the rail and its own navigation. */
export function Sheet({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={cx(
        'mt-2 min-h-0 min-w-0 flex-1 overflow-hidden rounded-tl-card border-t border-l border-line bg-surface shadow-1 max-tablet:mt-0 max-tablet:rounded-none max-tablet:border-0',
        className,
      )}
    >
      {children}
    </div>
  )
}

/** The navigation of a part of the app, between rail and sheet. Under 1024 px the screen shows it otherwise. */
export function SubNav({
  label,
  title,
  wide = false,
  children,
  footer,
}: {
  label: string
  title: ReactNode
  /** 200 in place of 180. */
  wide?: boolean
  children: ReactNode
  footer?: ReactNode
}) {
  return (
    <nav
      aria-label={label}
      className={cx(
        'flex shrink-0 flex-col gap-0.5 overflow-auto py-3 pr-2 max-desk:hidden',
        wide ? 'w-50' : 'w-45',
      )}
    >
      <div className="flex items-center px-2 pt-1 pb-2.5 text-16 font-semibold tracking-title">{title}</div>
      {children}
      {footer && <div className="mt-auto">{footer}</div>}
    </nav>
  )
}

const itemClass =
  'flex h-7.5 min-w-0 items-center gap-1.75 rounded-control px-2 text-13 text-ink-2 hover:bg-hover hover:text-ink aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-ink [&>svg]:text-ink-3 aria-[current=page]:[&>svg]:text-ink'

/** A line of the navigation. `count` stands at its right. */
export function SubNavLink({
  icon,
  children,
  count,
  tone,
  ...link
}: Pick<LinkProps, 'to' | 'params' | 'search'> & {
  icon?: IconName
  children: ReactNode
  count?: ReactNode
  /** Amber, for what waits for a person. */
  tone?: 'human'
}) {
  return (
    <Link
      {...link}
      activeProps={{ 'aria-current': 'page' }}
      className={cx(itemClass, tone === 'human' && '[&>svg]:!text-human-line')}
    >
      {icon && <Icon name={icon} />}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {count !== undefined && <span className="text-12 text-ink-3 tabular-nums">{count}</span>}
    </Link>
  )
}

export function SubNavHeading({ children }: { children: ReactNode }) {
  return <h2 className="flex items-center px-2 pt-4 pb-1 text-12 font-medium text-ink-3">{children}</h2>
}

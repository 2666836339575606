import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

/** A list of acts that opens from `trigger`. Inside: `MenuItem`, `MenuNote`, `MenuSeparator`. */
export function Menu({
  trigger,
  children,
  align = 'end',
  open,
  onOpenChange,
  className,
}: {
  trigger: ReactElement<Record<string, unknown>>
  children: ReactNode
  align?: 'start' | 'end'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  className?: string
}) {
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange: (next: boolean) => onOpenChange(next) } : {})}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-40 outline-0">
          <Base.Popup
            className={cx(
              'max-h-(--available-height) min-w-55 overflow-auto rounded-[10px] bg-raised p-1 text-13 shadow-3 outline-0',
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export function MenuItem({
  icon,
  lead,
  aside,
  checked,
  onClick,
  disabled,
  children,
}: {
  icon?: IconName
  /** In place of the icon: an avatar. */
  lead?: ReactNode
  aside?: ReactNode
  checked?: boolean
  onClick: () => void
  disabled?: boolean
  children: ReactNode
}) {
  return (
    <Base.Item
      onClick={onClick}
      {...(disabled === undefined ? {} : { disabled })}
      className="flex h-8 w-full items-center gap-2 rounded-control px-2 outline-0 select-none data-disabled:text-ink-3 data-highlighted:bg-hover max-tablet:h-11"
    >
      {lead ?? (icon && <Icon name={icon} className="text-ink-2" />)}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {aside && <span className="text-12 text-ink-3">{aside}</span>}
      {checked && <Icon name="check" size={14} />}
    </Base.Item>
  )
}

export function MenuNote({ children }: { children: ReactNode }) {
  return <p className="px-2 pt-2 pb-1 text-12 font-medium text-ink-3">{children}</p>
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />
}

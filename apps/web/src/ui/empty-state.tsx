import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** Says what will come here, and the one next act. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon: IconName
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="grid justify-items-center gap-1 px-6 py-12 text-center">
      <span className="mb-3 grid size-10 place-items-center rounded-full bg-sunken text-ok">
        <Icon name={icon} size={20} />
      </span>
      <p className="text-14 font-semibold tracking-title">{title}</p>
      {children && <p className="max-w-72 text-13 text-ink-2">{children}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}

import type { ComponentProps } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { Tip } from './tip.tsx'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  icon: IconName
  /** What it does, in words: its name, and its tooltip. */
  label: string
  kbd?: string | undefined
  /** 24, 28 or 32; 40 on phones. */
  size?: 'xs' | 'sm' | 'md'
}

const sizes = { xs: 'size-6 rounded-tight', sm: 'size-7 rounded-control', md: 'size-8 rounded-control' }

/** A button that is only an icon. */
export function IconButton({ icon, label, kbd, size = 'sm', className, ...rest }: IconButtonProps) {
  return (
    <Tip text={label} kbd={kbd}>
      <button
        type="button"
        aria-label={label}
        className={cx(
          'relative inline-grid shrink-0 place-items-center text-ink-2 transition-colors hover:bg-hover hover:text-ink',
          'disabled:text-ink-3 disabled:opacity-50 max-tablet:size-10',
          sizes[size],
          className,
        )}
        {...rest}
      >
        <Icon name={icon} size={size === 'md' ? 18 : 16} />
      </button>
    </Tip>
  )
}

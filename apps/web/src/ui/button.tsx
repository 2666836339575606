import type { ComponentProps, ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import { Spinner } from './spinner.tsx'
import { Tip } from './tip.tsx'

/**
 * `primary` is ink. `human` and `bot` are for *Take over*, *Claim* and *Wake now*, `botOutline` for *Hand back*: the
 * colour of who gets control. Nothing else is violet or amber.
 */
export type ButtonVariant = 'plain' | 'primary' | 'human' | 'bot' | 'botOutline' | 'quiet' | 'bad'
/** 24 in rows, 28 in headers, 32 else, 40 in forms. On phones all but the smallest are 40. */
export type ButtonSize = 'xs' | 'sm' | 'md' | 'lg'

const edge = 'inset-ring inset-ring-line-2 shadow-1'
const variants: Record<ButtonVariant, string> = {
  plain: `bg-surface text-ink ${edge} hover:bg-[linear-gradient(var(--hover),var(--hover))] active:bg-[linear-gradient(var(--pressed),var(--pressed))]`,
  primary: 'bg-ink text-on-ink hover:bg-[color-mix(in_srgb,var(--ink)_86%,var(--surface))]',
  human: 'bg-human text-on-human hover:bg-[color-mix(in_srgb,var(--human)_88%,#fff)]',
  bot: 'bg-bot text-on-bot hover:bg-[color-mix(in_srgb,var(--bot)_88%,#fff)]',
  botOutline:
    'bg-surface text-bot-text inset-ring inset-ring-bot-edge shadow-1 hover:bg-[linear-gradient(var(--hover),var(--hover))]',
  quiet: 'text-ink-2 hover:bg-hover hover:text-ink',
  bad: 'bg-surface text-bad inset-ring inset-ring-bad-edge hover:bg-bad-soft',
}
const sizes: Record<ButtonSize, string> = {
  xs: 'h-6 px-2 text-12 rounded-tight max-tablet:h-8 max-tablet:px-2.5 max-tablet:text-13',
  sm: 'h-7 px-2.5 text-13 rounded-control max-tablet:h-10 max-tablet:px-3 max-tablet:text-14',
  md: 'h-8 px-3 text-13 rounded-control max-tablet:h-10 max-tablet:px-3.5 max-tablet:text-14',
  lg: 'h-10 px-4 text-14 rounded-box',
}

/** The look of a button, for a link that leads somewhere as a button would. */
export function buttonClass(
  variant: ButtonVariant = 'plain',
  size: ButtonSize = 'md',
  className = '',
): string {
  return cx(
    'inline-flex items-center justify-center gap-1.5 font-medium whitespace-nowrap transition-colors select-none',
    'disabled:bg-sunken disabled:text-ink-3 disabled:shadow-none disabled:inset-ring-0 disabled:cursor-not-allowed',
    'aria-disabled:bg-sunken aria-disabled:text-ink-3 aria-disabled:shadow-none aria-disabled:inset-ring-0 aria-disabled:cursor-not-allowed',
    sizes[size],
    variants[variant],
    className,
  )
}

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: IconName
  /** After the words, as the arrow of a menu. */
  iconAfter?: IconName
  /** The key that does the same. */
  kbd?: string | undefined
  /** What it does is under way: a spinner in place of the icon, and no second press. */
  busy?: boolean
  disabled?: boolean
  /** Why it cannot be pressed. It stays reachable, so that the reason can be read. */
  disabledReason?: string | undefined
  children: ReactNode
}

/** A button. Its words are a verb with its object. */
export function Button({
  variant = 'plain',
  size = 'md',
  icon,
  iconAfter,
  kbd,
  busy = false,
  disabled = false,
  disabledReason,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const tint = variant === 'plain' ? 'text-ink-2' : ''
  const held = busy || disabledReason !== undefined
  const button = (
    <button
      type={type}
      disabled={disabled}
      aria-disabled={held || undefined}
      aria-busy={busy || undefined}
      className={buttonClass(variant, size, className)}
      onClick={held ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} className={cx('-ml-0.5', tint)} />}
      {children}
      {iconAfter && <Icon name={iconAfter} className={cx('-mr-0.5', tint)} />}
      {kbd && <Kbd inherit>{kbd}</Kbd>}
    </button>
  )
  return disabledReason ? <Tip text={disabledReason}>{button}</Tip> : button
}

import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

const tones = {
  neutral: 'bg-sunken text-ink-2 inset-ring inset-ring-line',
  human: 'bg-human-soft text-human-text inset-ring inset-ring-human-edge',
  bot: 'bg-bot-soft text-bot-text inset-ring inset-ring-bot-edge',
  ok: 'bg-ok-soft text-ok',
  bad: 'bg-bad-soft text-bad inset-ring inset-ring-bad-edge',
  dashed: 'border border-dashed border-field text-ink-2',
}

/** A chip: a tag, a scenario, a state. `onRemove` gives it a cross, which is named by `removeLabel`. */
export function Tag({
  tone = 'neutral',
  icon,
  children,
  onRemove,
  removeLabel,
  className,
}: {
  tone?: keyof typeof tones
  icon?: IconName
  children: ReactNode
  onRemove?: (() => void) | undefined
  removeLabel?: string
  className?: string
}) {
  return (
    <span
      dir="auto"
      className={cx(
        'inline-flex h-5 min-w-0 max-w-full items-center gap-1 rounded-tight px-1.75 text-12 font-medium whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {icon && <Icon name={icon} size={12} />}
      <span className="truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="relative -mr-1 grid size-4 place-items-center text-ink-3 after:absolute after:-inset-1 hover:text-ink"
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  )
}

/** A number that has a meaning. Only *Needs a human* is amber. */
export function Badge({
  tone = 'neutral',
  children,
}: {
  tone?: 'neutral' | 'human' | 'bad'
  children: ReactNode
}) {
  const look = {
    neutral: 'bg-sunken text-ink-2',
    human: 'bg-human text-on-human',
    bad: 'bg-bad-fill text-surface',
  }
  return (
    <b
      className={cx(
        'inline-grid h-4.5 min-w-4.5 place-items-center rounded-full px-1.25 text-11 font-semibold leading-none tabular-nums',
        look[tone],
      )}
    >
      {children}
    </b>
  )
}

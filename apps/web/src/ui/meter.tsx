import { cx } from './class-names.ts'

/** A share from 0 to 1, with a tick where it counts. `label` says the finding in words. */
export function Meter({
  value,
  threshold,
  label,
  tone = 'neutral',
  className,
}: {
  value: number
  threshold?: number | null
  label: string
  tone?: 'neutral' | 'human'
  className?: string
}) {
  return (
    <span
      role="img"
      aria-label={label}
      className={cx('relative block h-1.5 rounded-full bg-track', className)}
    >
      <span
        className={cx(
          'absolute inset-y-0 left-0 rounded-full',
          tone === 'human' ? 'bg-human-line' : 'bg-ink-3',
        )}
        style={{ width: percent(value) }}
      />
      {threshold !== undefined && threshold !== null && (
        <span
          className="absolute -inset-y-[3px] w-0.5 rounded-full bg-ink ring-[1.5px] ring-surface"
          style={{ left: percent(threshold) }}
        />
      )}
    </span>
  )
}

function percent(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`
}

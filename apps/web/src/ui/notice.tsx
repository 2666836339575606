import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

/** A word in its place, for as long as it holds. `bad` is read out at once. */
export function Notice({
  tone = 'neutral',
  icon = tone === 'bad' ? 'alert' : 'info',
  children,
}: {
  tone?: 'neutral' | 'bad' | 'bot'
  icon?: IconName
  children: ReactNode
}) {
  const look = { neutral: 'bg-sunken', bad: 'bg-bad-soft', bot: 'bg-bot-soft inset-ring inset-ring-bot-edge' }
  const tint = { neutral: 'text-ink-2', bad: 'text-bad', bot: 'text-bot-line' }
  return (
    <div
      role={tone === 'bad' ? 'alert' : undefined}
      className={cx('flex gap-2.5 rounded-box px-3 py-2.5 text-13', look[tone])}
    >
      <Icon name={icon} className={cx('mt-0.5', tint[tone])} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}

import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

/** Who it is. Bots are rounded squares, people circles, contacts grey circles, an open place is hollow. */
export type Party =
  | { kind: 'bot' }
  | { kind: 'human'; name: string }
  | { kind: 'contact'; name: string }
  | { kind: 'nobody' }

const sizes = {
  xs: 'size-4 text-[8px]',
  sm: 'size-5 text-[9px]',
  md: 'size-6 text-[10px]',
  lg: 'size-7 text-11',
  xl: 'size-8 text-11',
  xxl: 'size-10 text-14',
}
export type AvatarSize = keyof typeof sizes
const iconSizes = { xs: 10, sm: 12, md: 14, lg: 16, xl: 20, xxl: 22 } as const

const shapes: Record<Party['kind'], string> = {
  bot: 'bg-bot text-on-bot rounded-[30%]',
  human: 'bg-human text-on-human rounded-full',
  contact: 'bg-contact text-on-contact rounded-full',
  nobody: 'text-ink-3 rounded-full inset-ring-[1.5px] inset-ring-field',
}

/** A face without a face. It is decoration: the name stands beside it. */
export function Avatar({
  party,
  size = 'md',
  channel,
  presence,
  className,
}: {
  party: Party
  size?: AvatarSize
  /** The channel, in the corner. Its name stands elsewhere in words. */
  channel?: IconName
  presence?: 'available' | 'away' | undefined
  className?: string
}) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'relative inline-grid shrink-0 select-none place-items-center font-semibold leading-none tracking-wide',
        sizes[size],
        shapes[party.kind],
        className,
      )}
    >
      {party.kind === 'bot' && <Icon name="bot" size={iconSizes[size]} />}
      {party.kind === 'nobody' && <Icon name="user" size={iconSizes[size]} />}
      {(party.kind === 'human' || party.kind === 'contact') && initials(party.name)}
      {channel && (
        <span className="absolute -right-1 -bottom-[3px] grid size-4 place-items-center rounded-full bg-surface text-ink-2 ring ring-line-2">
          <Icon name={channel} size={10} />
        </span>
      )}
      {presence && (
        <span
          className={cx(
            'absolute -right-0.5 -bottom-0.5 size-2.5 rounded-full border-2 border-canvas',
            presence === 'available' ? 'bg-ok' : 'bg-surface inset-ring-2 inset-ring-ink-3',
          )}
        />
      )}
    </span>
  )
}

/** `AN` for "Agent North", `21` for "Visitor 4821". */
export function initials(name: string): string {
  const digits = /(\d{2})\D*$/.exec(name)?.[1]
  if (digits) return digits
  const words = name.split(/[\s@._-]+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0], words[0]?.slice(1)]
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase()
}

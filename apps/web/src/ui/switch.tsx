import { Switch as Base } from '@base-ui/react/switch'
import { cx } from './class-names.ts'

/** On or off, at once. `label` names it by row and column. `bot` is for what lets the bot speak. */
export function Switch({
  checked,
  onChange,
  label,
  tone = 'ink',
  disabled = false,
}: {
  checked: boolean
  onChange: (checked: boolean) => void
  label: string
  tone?: 'ink' | 'bot'
  disabled?: boolean
}) {
  return (
    <Base.Root
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
      aria-label={label}
      className={cx(
        'relative inline-flex h-4.5 w-8 shrink-0 rounded-full bg-field p-0.5 transition-colors after:absolute after:-inset-1 data-disabled:opacity-40',
        tone === 'bot' ? 'data-checked:bg-bot' : 'data-checked:bg-ink',
      )}
    >
      <Base.Thumb
        className={cx(
          'size-3.5 rounded-full bg-[#fff] shadow-1 transition-transform data-checked:translate-x-3.5',
          tone === 'ink' && 'data-checked:bg-on-ink',
        )}
      />
    </Base.Root>
  )
}

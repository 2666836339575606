import { Checkbox as Base } from '@base-ui/react/checkbox'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** A box to tick, with its words. */
export function Checkbox({
  checked,
  onChange,
  children,
  name,
}: {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
  name?: string
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the box is the control
    <label className="flex items-start gap-2.5 text-13">
      <Base.Root
        checked={checked}
        onCheckedChange={onChange}
        {...(name === undefined ? {} : { name })}
        className="relative mt-0.5 inline-grid size-4 shrink-0 place-items-center rounded-[4px] bg-surface text-on-ink inset-ring-[1.5px] inset-ring-field after:absolute after:-inset-1 data-checked:bg-ink data-checked:inset-ring-ink"
      >
        <Base.Indicator>
          <Icon name="check" size={12} />
        </Base.Indicator>
      </Base.Root>
      <span className="min-w-0 flex-1">{children}</span>
    </label>
  )
}

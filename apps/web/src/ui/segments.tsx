import { useId } from 'react'
import { cx } from './class-names.ts'

/** One of two or three, all in view. */
export function Segments<Key extends string>({
  label,
  options,
  value,
  onChange,
  disabled = false,
}: {
  label: string
  options: readonly { key: Key; title: string }[]
  value: Key
  onChange: (key: Key) => void
  disabled?: boolean
}) {
  const name = useId()
  return (
    <fieldset disabled={disabled} className="flex rounded-box bg-sunken p-0.75 inset-ring inset-ring-line">
      <legend className="sr-only">{label}</legend>
      {options.map(({ key, title }) => (
        <label
          key={key}
          className={cx(
            'flex-1 cursor-pointer rounded-control px-3 py-1 text-center text-13 whitespace-nowrap has-focus-visible:ring-2 has-focus-visible:ring-focus max-tablet:py-2',
            key === value ? 'bg-surface font-medium shadow-1' : 'text-ink-2 hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={key === value}
            onChange={() => onChange(key)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  )
}

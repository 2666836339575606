import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'

const words = texts.session

export const passwordMin = 12
/** Enough to catch a slip. Whether it is an address only a message to it shows. */
export const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** How far a password is, in four steps: length is what counts. */
export function PasswordStrength({ password }: { password: string }) {
  const { length } = password
  const steps = length < passwordMin ? Math.floor((length / passwordMin) * 3) : length >= 20 ? 4 : 3
  return (
    <span className="grid gap-1.5">
      <span aria-hidden="true" className="grid grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={cx(
              'h-1 rounded-full',
              step <= steps ? (length < passwordMin ? 'bg-ink-3' : 'bg-ok') : 'bg-track',
            )}
          />
        ))}
      </span>
      {length === 0 && words.passwordRule}
      {length > 0 && length < passwordMin && words.passwordShort(passwordMin - length)}
      {length >= passwordMin && words.passwordGood(length)}
    </span>
  )
}

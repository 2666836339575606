import { Field as Base } from '@base-ui/react/field'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { texts } from '../texts/index.ts'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { IconButton } from './icon-button.tsx'

const frame =
  'field w-full min-w-0 inset-ring transition-shadow focus-within:inset-ring-[1.5px] focus-within:inset-ring-focus focus-within:ring-3 focus-within:ring-[color-mix(in_srgb,var(--focus)_12%,transparent)]'

const hard = 'bg-surface inset-ring-field'

type FieldProps = {
  label: string
  hint?: ReactNode
  /** What is wrong, and what to do. */
  error?: string | undefined
  /** At the right of the label: a counter, a link. */
  aside?: ReactNode
  className?: string
  children: ReactNode
}

/** A label, what stands in it, and what is wrong with it. `children` is a control such as `TextInput`. */
export function Field({ label, hint, error, aside, className, children }: FieldProps) {
  return (
    <Base.Root invalid={error !== undefined} className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <div className="flex items-center gap-1.5 text-13 font-medium">
        <Base.Label>{label}</Base.Label>
        {aside && <span className="ml-auto text-12 font-normal text-ink-3">{aside}</span>}
      </div>
      {children}
      {error !== undefined && (
        <Base.Error match className="flex items-start gap-1.5 text-12 font-medium text-bad">
          <Icon name="alert" size={14} />
          {error}
        </Base.Error>
      )}
      {hint && <Base.Description className="text-12 text-ink-3">{hint}</Base.Description>}
    </Base.Root>
  )
}

/** Around a second control in a `Field`. It has a label of its own: give it an `aria-label`. */
export function Beside({ children }: { children: ReactNode }) {
  return <Base.Root className="min-w-0 flex-1">{children}</Base.Root>
}

type TextInputProps = ComponentProps<'input'> & {
  /** 32, or 40 in forms; 40 on phones, with letters that do not make the page zoom. */
  size?: never
  large?: boolean
  soft?: boolean
  icon?: IconName
  after?: ReactNode
}

/** One line of text. Inside a `Field` it is labelled by it; else give it an `aria-label`. */
export function TextInput({ large = false, soft = false, icon, after, className, ...rest }: TextInputProps) {
  return (
    <span
      className={cx(
        frame,
        'flex items-center gap-2 max-tablet:h-10',
        large ? 'h-10 rounded-box px-3' : 'h-8 rounded-control px-2.5',
        soft ? 'bg-sunken inset-ring-transparent' : hard,
        'has-[[aria-invalid=true]]:inset-ring-[1.5px] has-[[aria-invalid=true]]:inset-ring-bad',
        className,
      )}
    >
      {icon && <Icon name={icon} className="text-ink-3" />}
      <Base.Control
        {...rest}
        className={cx(
          'h-full min-w-0 flex-1 bg-transparent outline-0 max-tablet:text-16',
          large ? 'text-14' : 'text-13',
        )}
      />
      {after}
    </span>
  )
}

/** A password that can be looked at. */
export function PasswordInput(props: TextInputProps) {
  const [shown, setShown] = useState(false)
  return (
    <TextInput
      {...props}
      type={shown ? 'text' : 'password'}
      after={
        <IconButton
          icon="eye"
          size="xs"
          aria-pressed={shown}
          label={shown ? texts.common.hidePassword : texts.common.showPassword}
          onClick={() => setShown(!shown)}
        />
      }
    />
  )
}

/** Several lines of text. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <Base.Control
      render={<textarea {...rest} />}
      className={cx(
        frame,
        hard,
        'block resize-none rounded-control px-2.5 py-2 text-13 outline-0 focus:inset-ring-[1.5px] focus:inset-ring-focus max-tablet:text-16',
        'aria-[invalid=true]:inset-ring-[1.5px] aria-[invalid=true]:inset-ring-bad',
        className,
      )}
    />
  )
}

/** One of a few. */
export function Select({
  className,
  large = false,
  children,
  ...rest
}: ComponentProps<'select'> & { large?: boolean }) {
  return (
    <span
      className={cx(
        frame,
        hard,
        'relative flex items-center',
        large ? 'rounded-box' : 'rounded-control',
        className,
      )}
    >
      <Base.Control
        render={<select {...rest}>{children}</select>}
        className={cx(
          'w-full appearance-none bg-transparent pr-8 outline-0 max-tablet:h-10 max-tablet:text-16',
          large ? 'h-10 px-3 text-14' : 'h-8 px-2.5 text-13',
        )}
      />
      <Icon name="down" size={14} className="pointer-events-none absolute right-2.5 text-ink-2" />
    </span>
  )
}

import type { SetupState } from '@baton/contract'
import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'

const words = texts.session

/** What this server has, and what can wait. */
export function ServerChecks({ checks }: { checks: SetupState['checks'] }) {
  return (
    <section className="w-85 max-w-full">
      <h2 className="mb-2 text-13 font-semibold">{words.thisServer}</h2>
      <ul className="grid gap-1.5 text-13">
        {checks.map(({ name, ok, detail }) => (
          <li key={name} className="flex items-center gap-2">
            <span
              className={cx(
                'grid size-4 shrink-0 place-items-center rounded-full',
                ok ? 'bg-ok-soft text-ok' : 'text-ink-3',
              )}
            >
              <Icon name={ok ? 'check' : 'minus'} size={12} />
            </span>
            {words.checks[name] ?? name}
            <span className="ml-auto text-12 text-ink-3">{detail}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

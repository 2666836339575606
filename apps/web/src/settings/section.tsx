import { type ReactNode, useId } from 'react'

/** A part of a page with its title. */
export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-3 border-t border-line pt-5">
      <div>
        <h2 id={id} className="text-14 font-semibold">
          {title}
        </h2>
        {hint && <p className="text-13 text-ink-2">{hint}</p>}
      </div>
      {children}
    </section>
  )
}

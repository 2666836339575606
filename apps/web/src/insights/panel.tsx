import { type ReactNode, useId } from 'react'

/** One part of the board with its title. `aside` stands at the right of it. */
export function Panel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid min-w-0 content-start gap-3 rounded-card border border-line p-4"
    >
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={id} className="text-14 font-semibold tracking-title">
          {title}
        </h2>
        {aside && <span className="ml-auto text-12 text-ink-3">{aside}</span>}
      </header>
      {children}
    </section>
  )
}

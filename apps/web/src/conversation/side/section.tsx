import type { ReactNode } from 'react'

/** A part of the panel, with its heading and what stands at its right. */
export function Section({
  title,
  count,
  tools,
  children,
}: {
  title: string
  count?: number
  tools?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="border-b border-line px-4 py-3.5 last:border-0">
      <div className="mb-2 flex min-h-6 items-center gap-1.5">
        <h3 className="text-13 font-semibold">{title}</h3>
        {count !== undefined && count > 0 && <span className="text-12 text-ink-3 tabular-nums">{count}</span>}
        {tools && <span className="ml-auto flex items-center gap-1 text-12 text-ink-3">{tools}</span>}
      </div>
      {children}
    </section>
  )
}

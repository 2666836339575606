import type { ReactNode } from 'react'
import { texts } from '../texts/index.ts'
import { Logo } from '../ui/icon.tsx'

const words = texts.session

/** The card in the middle that everything before the app is on. */
export function SessionCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="grid h-dvh place-items-center overflow-auto bg-canvas px-4 py-8">
      <div className="w-[min(400px,100%)]">
        <section className="rounded-card border border-line bg-surface p-7 shadow-2">
          <p className="mb-6 flex items-center gap-2.5 text-16 font-semibold tracking-title">
            <Logo />
            {texts.common.appName}
          </p>
          <h1 className="mb-3 text-20 font-semibold tracking-title">{title}</h1>
          {children}
        </section>
        <p className="mt-5 text-center text-12 text-ink-3">
          {words.selfHosted} ·{' '}
          <a href="/readyz" className="text-ink underline underline-offset-3">
            {words.status}
          </a>
        </p>
      </div>
    </main>
  )
}

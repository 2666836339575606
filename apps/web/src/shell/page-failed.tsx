import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sentenceOf } from '../api/client.ts'
import { texts } from '../texts/index.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'

const words = texts.shell

/** In place of a screen that broke. */
export function PageFailed({ error }: ErrorComponentProps) {
  return (
    <Message icon="alert" title={words.pageFailed} detail={sentenceOf(error)}>
      <Button variant="primary" icon="refresh" onClick={() => window.location.reload()}>
        {texts.common.loadAgain}
      </Button>
    </Message>
  )
}

/** In place of a screen that there is not. */
export function PageNotFound() {
  return (
    <Message icon="search" title={words.pageNotFound} detail={words.pageNotFoundHint}>
      <Link to="/inbox" className={buttonClass('primary')}>
        {words.toInbox}
      </Link>
    </Message>
  )
}

function Message({
  icon,
  title,
  detail,
  children,
}: {
  icon: IconName
  title: string
  detail: string
  children: ReactNode
}) {
  return (
    <main id="main" className="grid h-full flex-1 place-items-center p-6">
      <div className="grid max-w-96 justify-items-center gap-1 text-center">
        <Icon name={icon} size={22} className="mb-2 text-ink-3" />
        <h1 className="text-16 font-semibold tracking-title">{title}</h1>
        <p className="mb-4 text-13 text-ink-2">{detail}</p>
        {children}
      </div>
    </main>
  )
}

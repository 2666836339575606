import { useEffect } from 'react'
import { texts } from '../texts/index.ts'

let title = ''
let unread = 0

/** Names the screen in the title of the tab. */
export function useTitle(name: string | undefined): void {
  useEffect(() => {
    title = name ?? ''
    show()
  }, [name])
}

/** How much is new: a number in the title of the tab, and a dot on its icon. Once, in the shell. */
export function useUnreadInTab(count: number): void {
  useEffect(() => {
    unread = count
    show()
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
    if (icon) icon.href = count > 0 ? '/baton-new.svg' : '/baton.svg'
  }, [count])
}

function show(): void {
  const name = title ? `${title} · ${texts.common.appName}` : texts.common.appName
  document.title = unread > 0 ? `(${unread}) ${name}` : name
}

import type { ChatSettings } from '@baton/contract'
import type { Api } from './api.ts'
import { createSession } from './session.ts'
import { createSound } from './sound.ts'
import type { Storage } from './storage.ts'
import type { Language } from './texts.ts'
import { h } from './view/dom.ts'
import { createLauncher } from './view/launcher.ts'
import { createPanel } from './view/panel.ts'
import type { Parts } from './view/parts.ts'

export type MountedChat = {
  root: HTMLElement
  open: () => void
  close: () => void
  identify: (token: string | null) => Promise<void>
  resume: () => void
  end: () => void
}

/** Puts the conversation and what shows it together. Everything is drawn from the session, whenever that has changed. */
export function mountChat(options: {
  api: Api
  storage: Storage
  language: Language
  settings: ChatSettings
  identity: string | null
  locale: string
  theme: string | null
}): MountedChat {
  const { language, settings } = options
  const session = createSession({ ...options, onChange: () => redraw() })
  const sound = createSound(options.storage)
  const parts: Parts = {
    language,
    session,
    sound: {
      on: sound.on,
      toggle: () => {
        sound.toggle()
        redraw()
      },
    },
    close: () => panel.close(),
    redraw: () => redraw(),
  }
  const panel = createPanel(parts, () => {
    redraw()
    launcher.focus()
  })
  const open = () => {
    if (panel.isOpen()) return
    if (!session.state.thread) session.start().catch(report)
    panel.open()
  }
  const launcher = createLauncher(parts, () => (panel.isOpen() ? panel.close() : open()))
  const listen = listenFor(sound.play)

  let isDue = false
  /** Soon, once for all that changes at once; also in a tab that nobody looks at, which may still be heard. */
  function redraw(): void {
    if (isDue) return
    isDue = true
    queueMicrotask(() => {
      isDue = false
      draw()
    })
  }
  function draw(): void {
    const isLooking = panel.isOpen() && document.visibilityState === 'visible'
    listen(newestOf(session.state), isLooking)
    if (isLooking) session.markSeen()
    panel.draw()
    launcher.draw(panel.isOpen())
  }

  const resume = () => void session.resume().catch(report)
  document.addEventListener('visibilitychange', redraw)
  draw()
  resume()
  const look = { 'data-position': settings.position, 'data-theme': options.theme }
  const root = h('div', { class: 'root', dir: language.dir, lang: language.tag, ...look })
  root.append(panel.root, launcher.root)
  return { root, open, close: panel.close, identify: session.identify, resume, end: session.end }
}

/** Whoever put the chat on the page should know, such as that the identity token has run out. */
function report(error: unknown): void {
  console.warn('The chat of Baton cannot start:', error instanceof Error ? error.message : error)
}

function newestOf({ messages }: { messages: readonly { seq: number; from: string }[] }): number {
  return messages.findLast(({ from }) => from !== 'visitor')?.seq ?? 0
}

/** Rings for what is newer than what there was at first, unless the visitor looks at it. */
function listenFor(ring: () => void): (newest: number, isLooking: boolean) => void {
  let heard = 0
  return (newest, isLooking) => {
    if (newest > heard && heard > 0 && !isLooking) ring()
    heard = Math.max(heard, newest)
  }
}

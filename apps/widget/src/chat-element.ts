import type { ChatSettings } from '@baton/contract'
import { createApi } from './api.ts'
import { createSession, type Session } from './session.ts'
import { createSound } from './sound.ts'
import { openStorage } from './storage.ts'
import { type Language, loadLanguage } from './texts.ts'
import { createComposer } from './view/composer.ts'
import { h } from './view/dom.ts'
import { createHeader } from './view/header.ts'
import { createLauncher } from './view/launcher.ts'
import { createLog } from './view/log.ts'
import type { Parts } from './view/parts.ts'
import css from './widget.css?inline'

/**
 * The chat, as an element of its own that the page's styles do not reach, nor its own the page.
 *
 * - `base`, `channel`: which Baton, and which of its web channels
 * - `lang`: left out, the language of the page
 * - `theme`: `light` or `dark`; left out, what the visitor prefers
 * - `identity`: a token that says who is signed in on the page
 */
export class BatonChat extends HTMLElement {
  #root = this.attachShadow({ mode: 'open' })
  #session: Session | null = null
  #show: (open: boolean) => void = () => {}
  #identity: string | null = null

  async connectedCallback(): Promise<void> {
    const base = this.getAttribute('base') ?? location.origin
    const channel = this.getAttribute('channel') ?? ''
    const wanted = this.lang || document.documentElement.lang || navigator.language
    this.#identity = this.getAttribute('identity')
    try {
      const api = createApi(base, channel)
      const [language, settings] = await Promise.all([loadLanguage(base, wanted), api.settings(wanted)])
      this.#build(api, language, settings, channel, wanted)
    } catch (error) {
      console.warn('The chat of Baton cannot be shown:', error instanceof Error ? error.message : error)
    }
  }

  disconnectedCallback(): void {
    this.#session?.end()
  }

  /** Opens the chat. */
  open(): void {
    this.#show(true)
  }

  /** Closes it. */
  close(): void {
    this.#show(false)
  }

  /** Says who has signed in on the page, by a token that its server has signed. Null: they have signed out. */
  async identify(token: string | null): Promise<void> {
    this.#identity = token
    await this.#session?.identify(token)
  }

  #build(
    api: ReturnType<typeof createApi>,
    language: Language,
    settings: ChatSettings,
    channel: string,
    locale: string,
  ): void {
    const storage = openStorage(`baton:${channel}:`)
    const sound = createSound(storage)
    let heard = 0
    let frame = 0
    const redraw = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(draw)
    }
    const identity = this.#identity
    const session = createSession({ api, storage, settings, identity, locale, onChange: () => redraw() })
    this.#session = session
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
      close: () => show(false),
      redraw,
    }
    const header = createHeader(parts)
    const log = createLog(parts)
    const composer = createComposer(parts)
    const dialog = h('dialog', { 'aria-labelledby': 'title' }, header.root, log.root, composer.root)
    const launcher = createLauncher(parts, () => show(!dialog.open))

    const show = (open: boolean) => {
      if (open === dialog.open) return
      // On a phone it covers the page, so that nothing behind it can be reached.
      if (!open) dialog.close()
      else if (matchMedia('(max-width: 480px)').matches) dialog.showModal()
      else dialog.show()
      if (open) {
        session.start().catch(() => redraw())
        draw()
        log.toEnd()
        composer.focus()
      } else {
        draw()
        launcher.focus()
      }
    }
    this.#show = show
    // An Escape that the browser takes by itself closes it, too.
    dialog.addEventListener('close', () => show(false))
    dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') show(false)
    })

    const draw = () => {
      const newest = session.state.messages.findLast(({ from }) => from !== 'visitor')?.seq ?? 0
      const isLooking = dialog.open && document.visibilityState === 'visible'
      if (newest > heard && heard > 0 && !isLooking) sound.play()
      heard = Math.max(heard, newest)
      if (isLooking) session.markSeen()
      header.draw()
      log.draw()
      composer.draw()
      launcher.draw(dialog.open)
    }
    document.addEventListener('visibilitychange', redraw)

    this.#root.adoptedStyleSheets = [sheetOf(css), sheetOf(coloursOf(settings.colour))]
    this.#root.append(
      h(
        'div',
        {
          class: 'root',
          dir: language.dir,
          lang: language.tag,
          'data-position': settings.position,
          'data-theme': this.getAttribute('theme'),
        },
        dialog,
        launcher.root,
      ),
    )
    draw()
    session.resume().catch(() => redraw())
  }
}

/** Sheets that are made need no permission of the page's policy, as a style in the markup would. */
function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

/** The colour of the channel, with white or black on it, whichever is easier to read. */
function coloursOf(colour: string | null): string {
  if (!colour || !/^#[0-9a-f]{6}$/i.test(colour)) return ''
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const light = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
  return `.root{--accent:${colour};--on-accent:${light > 0.179 ? '#17171f' : '#fff'}}`
}

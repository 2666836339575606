import { createApi } from './api.ts'
import { type MountedChat, mountChat } from './mount-chat.ts'
import { makeSheets } from './sheets.ts'
import { openStorage } from './storage.ts'
import { loadLanguage } from './texts.ts'

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
  #chat: MountedChat | null = null
  #identity: string | null = null

  async connectedCallback(): Promise<void> {
    // The page has only moved it.
    if (this.#chat) return this.#chat.resume()
    const base = this.getAttribute('base') ?? location.origin
    const channel = this.getAttribute('channel') ?? ''
    const locale = this.lang || document.documentElement.lang || navigator.language
    this.#identity ??= this.getAttribute('identity')
    try {
      const api = createApi(base, channel)
      const [language, settings] = await Promise.all([loadLanguage(base, locale), api.settings(locale)])
      const storage = openStorage(`baton:${channel}:`)
      const theme = this.getAttribute('theme')
      const identity = this.#identity
      this.#chat = mountChat({ api, storage, language, settings, identity, locale, theme })
      this.#root.adoptedStyleSheets = makeSheets(settings.colour)
      this.#root.append(this.#chat.root)
    } catch (error) {
      console.warn('The chat of Baton cannot be shown:', error instanceof Error ? error.message : error)
    }
  }

  disconnectedCallback(): void {
    this.#chat?.end()
  }

  /** Opens the chat. */
  open(): void {
    this.#chat?.open()
  }

  /** Closes it. */
  close(): void {
    this.#chat?.close()
  }

  /** Says who has signed in on the page, by a token that its server has signed. Null: they have signed out. */
  async identify(token: string | null): Promise<void> {
    this.#identity = token
    await this.#chat?.identify(token)
  }
}

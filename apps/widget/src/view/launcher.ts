import { avatar, h, icon } from './dom.ts'
import type { Parts } from './parts.ts'

/** The button in the corner, with what is new while the chat is closed. */
export function createLauncher({ language: { say }, session }: Parts, toggle: () => void) {
  const badge = h('b', { 'aria-hidden': 'true' })
  const button = h('button', { class: 'launch', type: 'button', 'aria-expanded': 'false', click: toggle })
  const tease = h('div', { class: 'tease', role: 'status' })
  const root = h('div', {}, tease, button)
  let dismissed = 0
  let teased = 0

  return {
    root,
    focus: () => button.focus(),
    draw(isOpen: boolean): void {
      const news = isOpen
        ? []
        : session.state.messages.filter(({ from, seq }) => from !== 'visitor' && seq > session.state.seen)
      const label = news.length > 0 ? say('openNew', { n: news.length }) : say(isOpen ? 'close' : 'open')
      button.setAttribute('aria-label', label)
      button.setAttribute('aria-expanded', String(isOpen))
      badge.textContent = String(news.length)
      button.replaceChildren(icon(isOpen ? 'down' : 'bubble'), ...(news.length > 0 ? [badge] : []))
      const newest = news.at(-1)
      const seq = newest && newest.seq > dismissed ? newest.seq : 0
      if (seq === teased) return
      teased = seq
      tease.replaceChildren()
      if (!newest || seq === 0) return
      const { from, name, text, attachments } = newest
      tease.append(
        avatar(from === 'person' ? 'person' : 'bot', name),
        h(
          'div',
          { class: 'grow' },
          h('b', {}, name ?? say('bot')),
          h('p', { dir: 'auto' }, text || attachments?.[0]?.name),
        ),
        h(
          'button',
          {
            class: 'ib',
            type: 'button',
            'aria-label': say('dismiss'),
            click: () => {
              dismissed = seq
              teased = 0
              tease.replaceChildren()
            },
          },
          icon('x'),
        ),
      )
    },
  }
}

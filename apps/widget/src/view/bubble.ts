import type { ChatMessage } from '@baton/contract'
import { avatar, h } from './dom.ts'
import { withLinks } from './links.ts'
import type { Parts } from './parts.ts'

type From = ChatMessage['from']

/** One who says something: their words in a bubble, and beside the first of them their face. */
export function drawBubble(
  { language: { say } }: Parts,
  said: { from: From; name: string | null; text: string; first: boolean; files?: HTMLElement[] },
): HTMLElement {
  const { from, name, text, first, files = [] } = said
  const who = from === 'visitor' ? say('you') : (name ?? say(from === 'bot' ? 'bot' : 'team'))
  const words = h(
    'div',
    { class: `bub bub--${from}` },
    h('span', { class: 'vh' }, `${who}: `),
    text && drawWords(text),
    files.length > 0 && h('div', { class: 'files' }, ...files),
  )
  if (from === 'visitor') return h('div', { class: 'row row--me' }, words)
  return h('div', { class: 'row' }, faceOf(from, name, first), words)
}

/** The words go the way that they are written, whatever the language of the page is. */
export function drawWords(text: string): HTMLElement {
  return h('div', { dir: 'auto' }, ...withLinks(text))
}

export function faceOf(from: 'bot' | 'person', name: string | null, first: boolean): HTMLElement {
  return first ? avatar(from, name) : h('span', { class: 'gap' })
}

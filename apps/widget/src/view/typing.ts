import { drawWords, faceOf } from './bubble.ts'
import { h } from './dom.ts'
import type { Entry } from './entries.ts'
import type { Parts } from './parts.ts'

/**
 * That an answer is being written, and where a bot shows it, what there is of it. A screen reader is told that somebody
 * writes, once, and reads the answer when it is whole: as the message that then stands in this place.
 */
export function createTyping({ language: { say }, session }: Parts) {
  const status = h('span', { class: 'vh', role: 'status' })
  const bubble = h('div', { 'aria-hidden': 'true' })
  let face = h('span')
  const root = h('div', { class: 'row' }, face, bubble, status)

  return (entry: Extract<Entry, { kind: 'typing' }>): HTMLElement => {
    const { thread, settings } = session.state
    const from = thread?.speaker === 'person' ? 'person' : 'bot'
    const name = from === 'person' ? (thread?.person ?? say('team')) : (settings.bot ?? say('bot'))
    const words = say('typing', { name })
    if (status.textContent !== words) status.textContent = words
    bubble.className = `bub bub--${from}${entry.writing ? '' : ' dots'}`
    bubble.replaceChildren(...(entry.writing ? [drawWords(entry.writing)] : [h('i'), h('i'), h('i')]))
    const faceNow = faceOf(from, name, entry.first)
    face.replaceWith(faceNow)
    face = faceNow
    return root
  }
}

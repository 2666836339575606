import { h } from './dom.ts'

const address = /\b(?:https?:\/\/|mailto:)[^\s<>"'“”]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/gi
const safe = /^(https?|mailto):$/

/** Words as they are, with the addresses in them as links. */
export function withLinks(text: string): (Node | string)[] {
  const parts: (Node | string)[] = []
  let from = 0
  for (const found of text.matchAll(address)) {
    // A full stop or bracket after an address is not of it.
    const shown = found[0].replace(/[.,;:!?)\]]+$/, '')
    const href = /^\w+:/.test(shown) ? shown : `mailto:${shown}`
    if (!URL.canParse(href) || !safe.test(new URL(href).protocol)) continue
    parts.push(text.slice(from, found.index))
    parts.push(h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, shown))
    from = found.index + shown.length
  }
  parts.push(text.slice(from))
  return parts
}

import type { Outgoing } from '../outbox.ts'
import { drawBand } from './band.ts'
import { drawBubble } from './bubble.ts'
import { h, icon } from './dom.ts'
import { type Entry, entriesOf } from './entries.ts'
import { createFiles } from './files.ts'
import type { Parts } from './parts.ts'
import { clock, dayOf } from './times.ts'
import { createTyping } from './typing.ts'

type Drawn = { node: HTMLElement; as: string }

/**
 * The conversation. What stands there stays the same node while it looks the same, so that a screen reader says only what is
 * new, and a form keeps what was typed.
 */
export function createLog(parts: Parts) {
  const { language, session } = parts
  const { say, tag } = language
  const root = h('div', { class: 'log', role: 'log', tabindex: 0, 'aria-label': say('chat') })
  const drawTyping = createTyping(parts)
  const drawFile = createFiles(parts)
  let drawn = new Map<string, Drawn>()

  function draw(): void {
    const atEnd = root.scrollHeight - root.scrollTop - root.clientHeight < 80
    const heightBefore = root.scrollHeight
    const firstBefore = [...drawn.keys()].find((key) => key.startsWith('m'))
    const next = new Map<string, Drawn>()
    let place: ChildNode | null = root.firstChild
    for (const entry of entriesOf(session.state)) {
      const as = looksOf(entry, parts)
      const known = drawn.get(entry.key)
      const node = known?.as === as ? known.node : drawEntry(entry, parts)
      next.set(entry.key, { node, as })
      if (entry.kind === 'outgoing')
        node.querySelector('progress')?.setAttribute('value', String(entry.message.done))
      if (node === place) place = place.nextSibling
      else root.insertBefore(node, place)
    }
    const kept = new Set([...next.values()].map(({ node }) => node))
    for (const { node } of drawn.values()) if (!kept.has(node)) node.remove()
    drawn = next
    const firstNow = [...next.keys()].find((key) => key.startsWith('m'))
    if (atEnd) root.scrollTop = root.scrollHeight
    // Older ones came in above: what was read stays where it was.
    else if (firstBefore && firstNow !== firstBefore) root.scrollTop += root.scrollHeight - heightBefore
  }

  const drawEntry = (entry: Entry, { session: { retry, rate, readEarlier } }: Parts): HTMLElement => {
    switch (entry.kind) {
      case 'earlier':
        return h(
          'button',
          { class: 'btn earlier', type: 'button', click: () => readEarlier() },
          say('earlier'),
        )
      case 'day':
        return h('p', { class: 'day' }, dayOf(entry.at, tag))
      case 'greeting':
        return drawBubble(parts, {
          from: 'bot',
          name: session.state.settings.bot,
          text: entry.text,
          first: true,
        })
      case 'message': {
        const files = entry.message.attachments?.map((file) =>
          drawFile({ ...file, key: file.id, load: () => session.file(file.id) }),
        )
        return drawBubble(parts, { ...entry.message, first: entry.first, files: files ?? [] })
      }
      case 'mark':
        return h('p', { class: 'note note--me' }, say(entry.is, { time: clock(entry.at, tag) }))
      case 'signature':
        return h('p', { class: 'note note--them' }, `${entry.name ?? say('team')} · ${clock(entry.at, tag)}`)
      case 'band':
        return drawBand(entry.is, parts)
      case 'back':
        return h(
          'p',
          { class: 'line line--back', role: 'status' },
          h('span', {}, icon('bot'), say('again', { name: entry.name ?? say('bot') })),
        )
      case 'rating':
        return drawRating(entry.name, rate)
      case 'rated':
        return h('p', { class: 'note note--them', role: 'status' }, say('rated'))
      case 'outgoing':
        return drawOutgoing(entry.message, retry)
      case 'typing':
        return drawTyping(entry)
    }
  }

  const drawOutgoing = (message: Outgoing, retry: (clientId: string) => void) => {
    const { text, state, clientId, refusal } = message
    const files = message.files.map(({ name, id, blob }, at) =>
      drawFile({
        key: `${clientId} ${at}`,
        name,
        type: blob?.type ?? '',
        size: blob?.size ?? 0,
        load: async () => blob ?? session.file(id ?? ''),
      }),
    )
    const node = drawBubble(parts, { from: 'visitor', name: null, text, first: true, files })
    node.classList.add(state)
    if (state !== 'failed') {
      if (files.length > 0) node.append(h('progress', { 'aria-label': say('sending') }))
      node.append(h('p', { class: 'note' }, say('sending')))
      return node
    }
    const why = refusal === 415 ? say('badType') : say('notSent')
    const again = h('button', { class: 'link', type: 'button', click: () => retry(clientId) }, say('retry'))
    node.append(h('p', { class: 'note bad', role: 'alert' }, why, ' ', again))
    return node
  }

  const drawRating = (name: string | null, rate: (helped: boolean) => Promise<void>) => {
    const give = (helped: boolean) => () => rate(helped).catch(() => {})
    return h(
      'div',
      { class: 'rate', role: 'group', 'aria-labelledby': 'rate' },
      h('span', { id: 'rate' }, say('helped', { name: name ?? say('team') })),
      h('button', { type: 'button', 'aria-label': say('yes'), click: give(true) }, icon('thumb')),
      h('button', { type: 'button', 'aria-label': say('no'), click: give(false) }, icon('thumb')),
    )
  }

  return { root, draw, toEnd: () => root.scrollTo({ top: root.scrollHeight }) }
}

/** What of the state an entry shows: as long as this is the same, it is not drawn anew. */
function looksOf(entry: Entry, { session: { state } }: Parts): string {
  if (entry.kind === 'typing') return JSON.stringify([entry, state.thread?.speaker, state.thread?.person])
  // How far its files are is drawn in place.
  if (entry.kind === 'outgoing') return JSON.stringify({ ...entry.message, done: 0 })
  if (entry.kind !== 'band') return JSON.stringify(entry)
  const { person, waiting, hasEmail } = state.thread ?? {}
  return JSON.stringify([entry, person, waiting, hasEmail, state.identified, state.settings.bot])
}

import { h, icon } from './dom.ts'
import type { Parts } from './parts.ts'
import { createTray } from './tray.ts'

/** Where one writes. Enter sends, Shift and Enter begin a new line. */
export function createComposer({ language, session, redraw }: Parts) {
  const { say } = language
  const chips = h('div', { class: 'chips' })
  const offline = h('p', { class: 'offline', role: 'status' })
  const field = h('textarea', { rows: 1, maxlength: 5_000, dir: 'auto', enterkeyhint: 'send' })
  let problem = ''
  const tray = createTray(language, (said) => {
    problem = said
    redraw()
  })
  const attach = (files: Iterable<File>) => {
    tray.add(files)
    field.focus()
  }
  const send = (text: string, files: File[] = []) => {
    if (text.trim() === '' && files.length === 0) return
    session.send(text.trim(), files)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    send(field.value, tray.take())
    field.value = ''
    grow()
    field.focus()
  }
  field.addEventListener('keydown', (event) => {
    // An Enter that ends what an input method composes is not one that sends.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event)
  })
  field.addEventListener('paste', (event) => {
    const files = event.clipboardData?.files ?? []
    if (files.length === 0) return
    event.preventDefault()
    attach(files)
  })
  // Browsers that do not grow a field by themselves are told how high its words are.
  const grow = () => {
    if (CSS.supports('field-sizing', 'content')) return
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight}px`
  }
  field.addEventListener('input', grow)
  const form = h(
    'form',
    { class: 'compose', submit },
    tray.button,
    tray.input,
    field,
    h('button', { class: 'send', type: 'submit', 'aria-label': say('send') }, icon('send')),
  )
  const root = h(
    'footer',
    { class: 'foot' },
    offline,
    chips,
    tray.root,
    form,
    h('p', { class: 'by' }, say('by')),
  )
  let shown = ''

  const chip = (text: string, wish: string, isPerson: boolean) =>
    h(
      'button',
      { type: 'button', class: isPerson ? 'chip chip--person' : 'chip', click: () => send(wish) },
      isPerson && icon('user'),
      text,
    )

  return {
    root,
    focus: () => field.focus(),
    attach,
    draw(): void {
      const { thread, settings, messages, outgoing, connected } = session.state
      const speaker = thread?.speaker ?? (settings.bot ? 'bot' : 'team')
      const hint =
        speaker === 'person' && thread?.person
          ? say('writeTo', { name: thread.person })
          : say(thread?.waiting?.available ? 'details' : 'write')
      field.placeholder = hint
      field.setAttribute('aria-label', hint)
      const text = problem || (connected ? '' : say('offline'))
      if (offline.textContent !== text) offline.textContent = text
      const isNew = messages.length === 0 && outgoing.length === 0
      const wanted = JSON.stringify([speaker, isNew])
      if (wanted === shown) return
      shown = wanted
      chips.replaceChildren(
        ...(isNew ? settings.suggestions.map((suggestion) => chip(suggestion, suggestion, false)) : []),
        ...(speaker === 'bot' ? [chip(say('person'), say('personWish'), true)] : []),
      )
    },
  }
}

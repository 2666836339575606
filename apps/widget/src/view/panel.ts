import { createComposer } from './composer.ts'
import { h } from './dom.ts'
import { createHeader } from './header.ts'
import { createLog } from './log.ts'
import type { Parts } from './parts.ts'

const phone = '(max-width: 480px)'

/** The window of the chat: who speaks, the conversation, and where one writes. */
export function createPanel(parts: Parts, onClose: () => void) {
  const header = createHeader(parts)
  const log = createLog(parts)
  const composer = createComposer(parts)
  const dialog = h('dialog', { 'aria-labelledby': 'title' }, header.root, log.root, composer.root)
  dialog.addEventListener('close', onClose)
  dialog.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    dialog.classList.add('drop')
  })
  for (const name of ['dragleave', 'drop'])
    dialog.addEventListener(name, () => dialog.classList.remove('drop'))
  dialog.addEventListener('drop', (event) => {
    event.preventDefault()
    composer.attach(event.dataTransfer?.files ?? [])
  })
  // What covers the page is closed by the browser, what stands beside it is not.
  dialog.addEventListener('keydown', ({ key }) => key === 'Escape' && dialog.close())

  return {
    root: dialog,
    isOpen: () => dialog.open,
    open(): void {
      // On a phone it covers the page, so that nothing behind it can be reached.
      if (matchMedia(phone).matches) dialog.showModal()
      else dialog.show()
      parts.redraw()
      log.toEnd()
      composer.focus()
    },
    close: () => dialog.close(),
    draw(): void {
      header.draw()
      // First, for what it shows takes room from the log, which then scrolls to its end.
      composer.draw()
      log.draw()
    },
  }
}

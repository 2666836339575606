import { attachmentTypes, mostAttachmentBytes, mostAttachments } from '@baton/contract/attachment-limits'
import type { Language } from '../texts.ts'
import { h, icon } from './dom.ts'

/** The files that are sent with the next message: chosen, pasted or dropped. What cannot be sent is said at once. */
export function createTray({ say }: Language, onChange: (problem: string) => void) {
  const root = h('div', { class: 'tray' })
  let files: File[] = []

  const input = h('input', { type: 'file', multiple: true, accept: attachmentTypes.join(), hidden: true })
  input.addEventListener('change', () => {
    add(input.files ?? [])
    input.value = ''
  })
  const button = h(
    'button',
    { class: 'ib', type: 'button', 'aria-label': say('attach'), click: () => input.click() },
    icon('clip'),
  )

  function add(news: Iterable<File>): void {
    let problem = ''
    for (const file of news)
      if (!attachmentTypes.some((type) => type === file.type)) problem = say('badType')
      else if (file.size > mostAttachmentBytes) problem = say('tooLarge', { name: file.name })
      else if (files.length >= mostAttachments) problem = say('tooMany', { n: mostAttachments })
      else files = [...files, file]
    draw(problem)
  }

  function draw(problem = ''): void {
    root.replaceChildren(
      ...files.map((file) =>
        h(
          'span',
          { class: 'file' },
          icon('clip'),
          h('bdi', {}, file.name),
          h(
            'button',
            {
              type: 'button',
              'aria-label': say('remove', { name: file.name }),
              click: () => {
                files = files.filter((one) => one !== file)
                draw()
              },
            },
            icon('x'),
          ),
        ),
      ),
    )
    onChange(problem)
  }

  return {
    root,
    button,
    input,
    add,
    /** Gives them away, and is empty. */
    take(): File[] {
      const taken = files
      files = []
      draw()
      return taken
    },
  }
}

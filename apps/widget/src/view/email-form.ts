import { Refused } from '../api.ts'
import { h } from './dom.ts'
import type { Parts } from './parts.ts'

const wholeAddress = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/

/** Asks for one thing. What else one has to say is sent as a message. */
export function createEmailForm({ language: { say }, session }: Parts): HTMLFormElement {
  const error = h('span', { class: 'bad', id: 'email-error', role: 'alert' })
  const email = h('input', {
    type: 'email',
    id: 'email',
    name: 'email',
    autocomplete: 'email',
    dir: 'ltr',
    'aria-describedby': 'email-error',
  })
  const more = h('textarea', { id: 'more', rows: 2, maxlength: 5_000, dir: 'auto' })
  const button = h('button', { class: 'btn btn--human', type: 'submit' }, say('sendTeam'))
  const complain = (text: string) => {
    error.textContent = text
    email.setAttribute('aria-invalid', 'true')
    email.focus()
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    const address = email.value.trim()
    if (!wholeAddress.test(address)) return complain(say('emailBad'))
    button.disabled = true
    try {
      const words = more.value.trim()
      await session.leaveEmail(address)
      if (words) session.send(words)
    } catch (reason) {
      complain(reason instanceof Refused && reason.status === 400 ? say('emailBad') : say('notSent'))
      button.disabled = false
    }
  }

  return h(
    'form',
    { class: 'form', novalidate: true, submit },
    h('label', { for: 'email' }, say('email')),
    email,
    error,
    h('label', { for: 'more' }, say('add'), h('span', { class: 'soft' }, say('optional'))),
    more,
    button,
  )
}

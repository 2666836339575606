import { avatar, baton, h, icon } from './dom.ts'
import { createEmailForm } from './email-form.ts'
import type { Parts } from './parts.ts'
import { duration, when } from './times.ts'

/** The handover made visible: who has it now, what to expect, and what one can do meanwhile. */
export function drawBand(is: 'waiting' | 'away' | 'person' | 'over', parts: Parts): HTMLElement {
  const { say } = parts.language
  if (is === 'over') return h('p', { class: 'line' }, h('span', {}, icon('user'), say('took')))
  if (is === 'away') return drawAway(parts)
  const { thread } = parts.session.state
  const name = thread?.person ?? null
  return h(
    'div',
    { class: 'band', role: 'status' },
    h(
      'div',
      { class: 'pass', 'aria-hidden': 'true' },
      avatar('bot', null, 'av--mid'),
      h('i', { class: 'pass__bot' }),
      baton(),
      h('i', { class: 'pass__human' }),
      avatar('person', is === 'person' ? name : null, 'av--mid'),
    ),
    h('b', {}, say(is === 'person' ? 'with' : 'finding')),
    is === 'person'
      ? h('p', {}, say('has', { name: name ?? say('team') }))
      : h('p', {}, expectation(parts).join(' ')),
    is === 'waiting' && waysOut(parts),
  )
}

/** Only what is known: the place in line, and how long it took others. */
function expectation({ language: { say, tag }, session }: Parts): string[] {
  const { waiting } = session.state.thread ?? {}
  if (!waiting) return []
  const place = waiting.ahead === 0 ? say('next') : say('ahead', { n: waiting.ahead })
  return waiting.minutes === null ? [place] : [place, say('usual', { time: duration(waiting.minutes, tag) })]
}

function waysOut(parts: Parts): HTMLElement {
  const { language, session } = parts
  const { say } = language
  const ways = h('div', { class: 'ways' })
  const mail = h('button', { class: 'btn', type: 'button' }, icon('mail'), say('byEmail'))
  mail.addEventListener('click', () => {
    const form = createEmailForm(parts)
    ways.replaceWith(form)
    form.querySelector('input')?.focus()
  })
  if (canLeaveEmail(parts)) ways.append(mail)
  if (session.state.settings.bot)
    ways.append(
      h('button', { class: 'btn btn--quiet', type: 'button', click: backToBot(parts) }, say('toBot')),
    )
  return ways
}

function drawAway(parts: Parts): HTMLElement {
  const { language, session } = parts
  const { say, tag } = language
  const { thread, settings } = session.state
  const backAt = thread?.waiting?.backAt
  const asks = canLeaveEmail(parts)
  const words = [backAt && say('weAreBack', { when: when(backAt, tag) }), say(asks ? 'leave' : 'thanks')]
  return h(
    'div',
    { class: 'band band--away', role: 'group', 'aria-label': say('awayTitle') },
    h('b', {}, say('awayTitle')),
    h('p', {}, words.filter(Boolean).join(' ')),
    asks && createEmailForm(parts),
    settings.bot &&
      h('button', { class: 'keep', type: 'button', click: backToBot(parts) }, icon('bot'), say('keepBot')),
  )
}

function canLeaveEmail({ session }: Parts): boolean {
  return !session.state.identified && session.state.thread?.hasEmail !== true
}

function backToBot({ session, redraw }: Parts) {
  return (event: Event & { currentTarget: HTMLButtonElement }) => {
    const { currentTarget: button } = event
    button.disabled = true
    session.leaveQueue().catch(() => {
      button.disabled = false
      redraw()
    })
  }
}

import { avatar, h, icon } from './dom.ts'
import type { Parts } from './parts.ts'
import { when } from './times.ts'

/** Who answers: always said in words, with the colour of the bot or of people. */
export function createHeader({ language: { say, tag }, session, sound, close }: Parts) {
  const face = h('span', { class: 'who' })
  const title = h('h2', { id: 'title' })
  const about = h('p')
  const bell = h('button', { class: 'ib', type: 'button', 'aria-label': say('sound'), click: sound.toggle })
  bell.append(icon('bell'))
  const root = h(
    'header',
    { class: 'head' },
    face,
    h('div', { class: 'grow' }, title, about),
    bell,
    h('button', { class: 'ib', type: 'button', 'aria-label': say('close'), click: close }, icon('x')),
  )

  const describe = (): [HTMLElement, string, string, 'bot' | 'person'] => {
    const { thread, settings } = session.state
    const speaker = thread?.speaker ?? (settings.bot ? 'bot' : 'team')
    if (speaker === 'bot') return [avatar('bot', null), settings.bot ?? say('bot'), say('helper'), 'bot']
    if (speaker === 'person' && thread?.person)
      return [avatar('person', thread.person), thread.person, say('fromTeam'), 'person']
    const { waiting } = thread ?? {}
    if (waiting && !waiting.available) {
      const back = waiting.backAt ? say('back', { when: when(waiting.backAt, tag) }) : say('away')
      return [avatar('none', null), say('team'), back, 'person']
    }
    return [avatar('person', null), say('team'), say(waiting ? 'onTheWay' : 'answersHere'), 'person']
  }

  return {
    root,
    draw(): void {
      const [avatarOf, name, line, who] = describe()
      root.classList.toggle('head--bot', who === 'bot')
      face.replaceChildren(avatarOf)
      if (title.textContent !== name) title.textContent = name
      if (about.textContent !== line) about.textContent = line
      bell.setAttribute('aria-pressed', String(sound.on()))
    },
  }
}

type Child = Node | string | null | undefined | false
type Props = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>

/** Makes an element: functions are listeners, `true` an attribute without a value. Texts are texts, never markup. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name, value as EventListener)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value))
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)))
  return element
}

const svg = 'http://www.w3.org/2000/svg'

const paths = {
  bot: 'M7.5 8.5h9a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-9a3 3 0 0 1-3-3v-5a3 3 0 0 1 3-3zM12 8.5V5.2M12 2.8v2.2M9.25 13v1.75M14.75 13v1.75M2.2 12.75v3M21.8 12.75v3',
  bubble: 'M3.8 20.2l1.3-4.1a8.4 8.4 0 1 1 3 2.9z',
  clip: 'M19.8 11.2l-8 8a5 5 0 0 1-7.1-7.1l8.2-8.2a3.35 3.35 0 0 1 4.75 4.75L9.5 16.8a1.7 1.7 0 0 1-2.4-2.4l7.5-7.5',
  down: 'M7 9.8l5 5 5-5',
  mail: 'M5.7 5h12.6a2.5 2.5 0 0 1 2.5 2.5v9a2.5 2.5 0 0 1-2.5 2.5H5.7a2.5 2.5 0 0 1-2.5-2.5v-9A2.5 2.5 0 0 1 5.7 5zM3.8 7.2l8.2 6 8.2-6',
  moon: 'M19.8 14.2A8.2 8.2 0 0 1 9.8 4.2a8.2 8.2 0 1 0 10 10z',
  send: 'M20.5 3.5L10.2 13.8M20.5 3.5L14.2 20.5l-4-6.7-6.7-4z',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4',
  thumb:
    'M7.5 10.5v9H5a1.5 1.5 0 0 1-1.5-1.5v-6A1.5 1.5 0 0 1 5 10.5zM7.5 10.5L11 3.8a2.2 2.2 0 0 1 2.2 2.5l-.5 3.2h5.1a2 2 0 0 1 2 2.3l-.9 6a2 2 0 0 1-2 1.7H7.5',
  user: 'M12 4.25a3.75 3.75 0 1 1 0 7.5 3.75 3.75 0 0 1 0-7.5zM4.8 20c.6-3.9 3.4-6 7.2-6s6.6 2.1 7.2 6',
  x: 'M6 6l12 12M18 6L6 18',
}

/** A line drawing beside words, or in a button that has a name. */
export function icon(name: keyof typeof paths): SVGSVGElement {
  return draw('i', '0 0 24 24', [[paths[name], '']])
}

/** The baton, passed from the bot's hand to a person's. */
export function baton(): SVGSVGElement {
  return draw('logo', '0 0 28 28', [
    ['M1.5 14a4.25 4.25 0 0 1 4.25-4.25H13v8.5H5.75A4.25 4.25 0 0 1 1.5 14z', 'logo__bot'],
    ['M15 9.75h7.25a4.25 4.25 0 0 1 0 8.5H15z', 'logo__human'],
  ])
}

function draw(className: string, viewBox: string, parts: [string, string][]): SVGSVGElement {
  const drawing = document.createElementNS(svg, 'svg')
  drawing.setAttribute('class', className)
  drawing.setAttribute('viewBox', viewBox)
  drawing.setAttribute('aria-hidden', 'true')
  for (const [d, part] of parts) {
    const path = document.createElementNS(svg, 'path')
    path.setAttribute('d', d)
    if (part) path.setAttribute('class', part)
    drawing.append(path)
  }
  return drawing
}

/** Who speaks, in a circle or a square: initials of a person, the bot's face. No photos. */
export function avatar(who: 'bot' | 'person' | 'none', name: string | null, size = ''): HTMLElement {
  const face =
    who === 'bot' ? icon('bot') : who === 'none' ? icon('moon') : name ? initials(name) : icon('user')
  return h('span', { class: `av av--${who} ${size}`, 'aria-hidden': 'true' }, face)
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toUpperCase()
}

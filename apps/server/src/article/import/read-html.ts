import { parseHTML } from 'linkedom'
import TurndownService from 'turndown'

/** Around the words of a page, not of them. */
const surroundings =
  'script, style, noscript, template, iframe, svg, nav, header, footer, aside, form, button, [hidden], [aria-hidden=true]'

/** The title of a page, and what it says, as Markdown. */
export function readHtml(html: string): { title: string; text: string } {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`)
  const title = (document.querySelector('h1')?.textContent || document.title || '').trim()
  const main =
    document.querySelector('main, [role=main]') ?? document.querySelector('article') ?? document.body
  for (const element of main.querySelectorAll(surroundings)) element.remove()
  return { title, text: toMarkdown(main.innerHTML) }
}

/** HTML as Markdown. Pictures are left out. */
export function toMarkdown(html: string): string {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
  })
  turndown.remove(['script', 'style'])
  turndown.addRule('pictures', { filter: 'img', replacement: () => '' })
  // A link within a page, or one that runs something, leads nowhere in a message.
  turndown.addRule('links', {
    filter: (node) => node.nodeName === 'A' && !/^https?:/i.test(node.getAttribute('href') ?? ''),
    replacement: (content) => content,
  })
  // Cells of a table stand beside each other.
  turndown.addRule('cells', { filter: ['td', 'th'], replacement: (content) => `${content.trim()} ` })
  turndown.addRule('rows', { filter: 'tr', replacement: (content) => `${content.trim()}\n` })
  turndown.escape = (text) => text
  return turndown.turndown(html).trim()
}

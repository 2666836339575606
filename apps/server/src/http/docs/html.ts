/** Text that is markup already: what `html` makes, and nothing that came from outside. */
export type Markup = { readonly markup: string }

type Value = Markup | string | number | null | undefined | false | readonly Value[]

/** Writes markup. Every value in it is escaped, unless it is markup itself; lists are joined. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return { markup: strings.reduce((text, part, index) => text + write(values[index - 1]) + part) }
}

function write(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value))
  return 'markup' in value ? value.markup : value.map(write).join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** A description of the contract: `code` and *emphasis* in it, and empty lines between paragraphs. */
export function prose(text: string): Markup {
  const markup = escapeText(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*([^*\s][^*]*)\*/g, '<em>$1</em>')
  return { markup }
}

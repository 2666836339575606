import css from './widget.css?inline'

/** How the chat looks. Sheets that are made need no permission of the page's policy, as a style in the markup would. */
export function makeSheets(colour: string | null): CSSStyleSheet[] {
  return [css, coloursOf(colour)].map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
}

/** The colour of the channel, with white or black on it, whichever is easier to read. */
function coloursOf(colour: string | null): string {
  if (!colour || !/^#[0-9a-f]{6}$/i.test(colour)) return ''
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return `.root{--accent:${colour};--on-accent:${light > 0.179 ? '#17171f' : '#fff'}}`
}

/** A part of an article that is short enough to be an answer, under the heading that it stands below. */
export type Passage = { heading: string | null; text: string }

const mostLetters = 800
const headingLine = /^#{1,6}\s+(.+?)\s*#*$/
const sentenceEnd = /(?<=[.!?。！？])\s+/u

/**
 * Cuts Markdown into passages: at headings, and where a part is longer than some sentences, at its paragraphs.
 * A paragraph that is too long is cut between sentences, and a sentence that is too long anywhere.
 */
export function cutPassages(markdown: string): Passage[] {
  const passages = sectionsOf(markdown).flatMap(({ heading, text }) =>
    gather(
      text.split(/\n\s*\n/).flatMap((paragraph) => shorten(paragraph.trim())),
      '\n\n',
    ).map((part) => ({ heading, text: part })),
  )
  // Headings alone are an answer too.
  return passages.length > 0 ? passages : shorten(markdown.trim()).map((text) => ({ heading: null, text }))
}

function sectionsOf(markdown: string): Passage[] {
  const sections: { heading: string | null; lines: string[] }[] = [{ heading: null, lines: [] }]
  let fenced = false
  for (const line of markdown.split(/\r?\n/)) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced
    const heading = fenced ? undefined : headingLine.exec(line)?.[1]
    if (heading === undefined) sections.at(-1)?.lines.push(line)
    else sections.push({ heading, lines: [] })
  }
  return sections.map(({ heading, lines }) => ({ heading, text: lines.join('\n') }))
}

/** Parts of at most so many letters. */
function shorten(paragraph: string): string[] {
  if (paragraph.length <= mostLetters) return paragraph === '' ? [] : [paragraph]
  const pieces = paragraph.split(sentenceEnd).flatMap((sentence) => {
    const letters = [...sentence]
    return Array.from({ length: Math.ceil(letters.length / mostLetters) }, (_, at) =>
      letters.slice(at * mostLetters, (at + 1) * mostLetters).join(''),
    )
  })
  return gather(pieces, ' ')
}

/** Puts neighbours together as long as they fit. */
function gather(parts: readonly string[], between: string): string[] {
  const gathered: string[] = []
  for (const part of parts) {
    const last = gathered.at(-1)
    if (last !== undefined && last.length + between.length + part.length <= mostLetters)
      gathered[gathered.length - 1] = last + between + part
    else gathered.push(part)
  }
  return gathered
}

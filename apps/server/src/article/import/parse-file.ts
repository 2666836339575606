import { extname } from 'node:path'
import { type Parsed, Unreadable } from './parsed.ts'
import { requireSmallArchive } from './require-small-archive.ts'

const mostPages = 500
const longestText = 200_000
const longestTitle = 300

/**
 * Reads a file by what its name says that it is. Libraries are loaded when they are needed.
 * @throws Unreadable
 */
export async function parseFile(name: string, bytes: Uint8Array): Promise<Parsed[]> {
  const parsed = await parse(name, bytes)
  for (const { text, title } of parsed) {
    const where = parsed.length > 1 ? `“${title.slice(0, 80)}”` : 'It'
    if (text.trim() === '') throw new Unreadable(`${where} holds no text. A scanned page is a picture.`)
    if (text.length > longestText)
      throw new Unreadable(`${where} has more than ${longestText} letters. Split it into several files.`)
  }
  return parsed.map((article) => ({
    ...article,
    title: article.title.replace(/\s+/g, ' ').trim().slice(0, longestTitle),
  }))
}

async function parse(name: string, bytes: Uint8Array): Promise<Parsed[]> {
  const extension = extname(name).toLowerCase()
  const plainName = name.slice(0, name.length - extension.length) || name
  const one = (text: string, title = titleIn(text) ?? plainName): Parsed[] => [
    { kind: 'article', title, text: text.trim(), part: null },
  ]
  switch (extension) {
    case '.md':
    case '.markdown':
      return one(decode(bytes))
    case '.txt':
      return one(decode(bytes), plainName)
    case '.html':
    case '.htm': {
      const { readHtml } = await import('./read-html.ts')
      const { title, text } = readHtml(decode(bytes))
      return one(text, title || plainName)
    }
    case '.csv': {
      const { readCsv } = await import('./read-csv.ts')
      return readCsv(decode(bytes))
    }
    case '.docx':
      return one(await readDocx(bytes))
    case '.pdf':
      return one(await readPdf(bytes), plainName)
    default:
      throw new Unreadable('Only .md, .txt, .html, .csv, .docx and .pdf can be imported.')
  }
}

async function readDocx(bytes: Uint8Array): Promise<string> {
  requireSmallArchive(bytes)
  const { default: mammoth } = await import('mammoth')
  const { toMarkdown } = await import('./read-html.ts')
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  return toMarkdown(value)
}

async function readPdf(bytes: Uint8Array): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(bytes, { verbosity: 0 })
  if (document.numPages > mostPages)
    throw new Unreadable(`It has more than ${mostPages} pages. Split it into several files.`)
  const { text } = await extractText(document, { mergePages: false })
  return text.map((page) => page.trim()).join('\n\n')
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\0', '')
  } catch {
    throw new Unreadable('It is not text in UTF-8. Save it as UTF-8 and try again.')
  }
}

/** The first heading of Markdown. */
function titleIn(text: string): string | undefined {
  return /^#{1,2}\s+(.+?)\s*#*$/m.exec(text)?.[1]
}

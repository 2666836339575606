import type { ImportResult, PageImport } from '@baton/contract'
import { type Fetched, fetchOutside } from './fetch-outside.ts'
import { parseApart } from './parse-apart.ts'
import { type Parsed, Unreadable } from './parsed.ts'
import { type Importer, type ImportItem, importOne, requireTarget } from './store-import.ts'

const mostPages = 50
const mostAtOnce = 4
const timeLimitMs = 60_000

/**
 * Imports a page, or the pages that a sitemap names. One that cannot be read changes nothing and keeps no other from being
 * taken.
 * @throws DomainError unknown_bot
 */
export async function importPages(importer: Importer, { url, ...target }: PageImport): Promise<ImportResult> {
  await requireTarget(importer, target)
  const options = { allowPrivate: importer.app.config.allowPrivateTargets }
  const take = (address: string, fetch: () => Promise<Fetched>) =>
    importOne(importer, target, { kind: 'url', url: address }, async () => parsePage(await fetch()))

  const first = await fetchOutside(url, options).catch((error: unknown) => {
    if (error instanceof Unreadable) return error
    throw error
  })
  if (first instanceof Unreadable) return { items: [await take(url, () => Promise.reject(first))] }
  // Loaded when it is first needed: reading markup takes memory, and most requests are for something else.
  const { readSitemap } = await import('./read-sitemap.ts')
  const named = isXml(first) ? readSitemap(first).slice(0, mostPages) : null
  if (named === null) return { items: [await take(url, async () => first)] }
  if (named.length === 0) {
    const empty = new Unreadable('The sitemap names no page at its own address. Give the address of a page.')
    return { items: [await take(url, () => Promise.reject(empty))] }
  }

  const late = AbortSignal.timeout(timeLimitMs)
  const items: ImportItem[] = []
  for (let at = 0; at < named.length; at += mostAtOnce) {
    const batch = named.slice(at, at + mostAtOnce).map((address) =>
      take(address, () => {
        if (late.aborted) throw new Unreadable('There was no time left for it. Import the page by itself.')
        return fetchOutside(address, options)
      }),
    )
    items.push(...(await Promise.all(batch)))
  }
  return { items }
}

function isXml({ type, bytes }: Fetched): boolean {
  return /\bxml\b/i.test(type) && !/xhtml/i.test(type)
    ? true
    : Buffer.from(bytes.subarray(0, 200)).toString().trimStart().startsWith('<?xml')
}

/** The title of a page without one is its address. */
function parsePage({ url, type, bytes }: Fetched): Promise<Parsed[]> {
  if (/^application\/pdf/i.test(type)) return parseApart(`${url}.pdf`, bytes)
  if (/^text\/(plain|markdown)/i.test(type)) return parseApart(`${url}.md`, bytes)
  if (!/^(text\/html|application\/xhtml)/i.test(type))
    throw new Unreadable(`The address holds no page: it says that it is ${type.slice(0, 80) || 'nothing'}.`)
  return parseApart(`${url}.html`, inUtf8(type, bytes))
}

/** What a page says of its own letters counts; one that says nothing is taken for UTF-8. */
function inUtf8(type: string, bytes: Uint8Array): Uint8Array {
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8'
  if (/^utf-?8$/i.test(charset)) return bytes
  try {
    return new TextEncoder().encode(new TextDecoder(charset).decode(bytes))
  } catch {
    throw new Unreadable(`The page is written in ${charset}, which cannot be read.`)
  }
}

import { DOMParser } from 'linkedom'
import type { Fetched } from './fetch-outside.ts'

/** The pages that a sitemap names at its own address, each once. Others may not be ours to read. */
export function readSitemap({ url, bytes }: Fetched): string[] {
  const { origin } = new URL(url)
  const document = new DOMParser().parseFromString(Buffer.from(bytes).toString(), 'text/xml')
  const named = [...document.querySelectorAll('url > loc')].map(
    (element) => element.textContent?.trim() ?? '',
  )
  return [...new Set(named)].filter((address) => URL.canParse(address) && new URL(address).origin === origin)
}

type Texts = typeof import('./texts/en.json')
type TextKey = keyof Texts
/** Gives a text in the language of the page, with its values filled in. */
type Say = (key: TextKey, values?: Record<string, string | number>) => string

/** Changes with any of the texts, so that no script finds those of another version. Set when it is built. */
declare const textsVersion: string

/** What there is a file for. */
const languages = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'pt', 'tr', 'zh']
const rightToLeft = new Set(['ar'])

export type Language = { tag: string; dir: 'ltr' | 'rtl'; say: Say }

/**
 * The texts for a language tag such as `de-AT`; English where there are none.
 * @throws where there is no answer
 */
export async function loadLanguage(base: string, wanted: string): Promise<Language> {
  const tag = wanted.toLowerCase().split(/[-_]/)[0] ?? ''
  const known = languages.includes(tag) ? tag : 'en'
  const response = await fetch(`${base}/widget/${known}.json?${textsVersion}`)
  if (!response.ok) throw new Error(`texts: ${response.status}`)
  const texts: Texts = await response.json()
  return {
    tag: known === tag ? localeOf(wanted) : 'en',
    dir: rightToLeft.has(known) ? 'rtl' : 'ltr',
    say: (key, values = {}) =>
      texts[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')),
  }
}

/** What dates and times are written by. */
function localeOf(wanted: string): string {
  const locale = wanted.replace('_', '-')
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

import english from './texts/en.json'

type TextKey = keyof typeof english
/** Gives a text in the language of the page, with its values filled in. */
type Say = (key: TextKey, values?: Record<string, string | number>) => string

/** What there is a file for, beside English. */
const languages = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'pt', 'tr', 'zh']
const rightToLeft = new Set(['ar'])

export type Language = { tag: string; dir: 'ltr' | 'rtl'; say: Say }

/** The texts for a language tag such as `de-AT`. English where there are none, or they cannot be had. */
export async function loadLanguage(base: string, wanted: string): Promise<Language> {
  const tag = wanted.toLowerCase().split(/[-_]/)[0] ?? 'en'
  const known = languages.includes(tag) ? tag : 'en'
  const texts = known === 'en' ? null : await fetchTexts(`${base}/widget/${known}.json`)
  return {
    tag: texts || tag === 'en' ? localeOf(wanted) : 'en',
    dir: texts && rightToLeft.has(known) ? 'rtl' : 'ltr',
    say: (key, values = {}) =>
      (texts?.[key] ?? english[key]).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')),
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

async function fetchTexts(url: string): Promise<Partial<Record<TextKey, string>> | null> {
  try {
    const response = await fetch(url)
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

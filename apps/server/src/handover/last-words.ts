import type { HandoverSettings } from './plan-handover.ts'

/** When somebody is back, and where that is told. */
export type Absence = { backAt: Date | null; timeZone: string; now: Date }

const place = '{back_at}'
const sentenceEnd = /(?<=[.!?。！？])\s*/u

/**
 * The last that the contact hears of the bot, in their language (`de-AT`, then `de`), else as it was written. With an absence
 * it is the message for that, if there is one; a sentence that names the time is left out where nobody knows it.
 */
export function lastWords(
  settings: HandoverSettings,
  locale: string | null,
  absence: Absence | null,
): string {
  const usual = inLanguage(settings.final_message, settings.final_message_translations, locale)
  if (!absence || settings.absence_message === '') return usual.text
  const { text, tag } = inLanguage(settings.absence_message, settings.absence_message_translations, locale)
  const { backAt } = absence
  if (backAt) return text.replaceAll(place, timeInWords(backAt, absence, tag))
  const rest = text.split(sentenceEnd).filter((sentence) => !sentence.includes(place))
  return rest.join(' ').trim() || usual.text
}

/** As one says it: the time, before it the day where it is not today. */
function timeInWords(at: Date, { timeZone, now }: Absence, tag: string | null): string {
  const dayOf = (date: Date) => date.toLocaleDateString('en-CA', { timeZone })
  const isToday = dayOf(at) === dayOf(now)
  const isFar = at.getTime() - now.getTime() > 6 * 86_400_000
  const options: Intl.DateTimeFormatOptions = {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(isToday ? {} : isFar ? { day: 'numeric', month: 'long' } : { weekday: 'long' }),
  }
  return at.toLocaleString(isLanguage(tag) ? tag : 'en-GB', options)
}

/** A tag may look like one and be none. */
function isLanguage(tag: string | null): tag is string {
  try {
    return tag !== null && Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

/** The text for a locale, and the language that it is in. Null: nobody said. */
function inLanguage(
  text: string,
  translations: Record<string, string>,
  locale: string | null,
): { text: string; tag: string | null } {
  if (!locale) return { text, tag: null }
  const wanted = locale.toLowerCase()
  const byLocale = new Map(Object.entries(translations).map(([key, value]) => [key.toLowerCase(), value]))
  const tag = [wanted, wanted.split(/[-_]/)[0] ?? wanted].find((key) => byLocale.has(key))
  return { text: (tag && byLocale.get(tag)) || text, tag: tag?.replaceAll('_', '-') ?? null }
}

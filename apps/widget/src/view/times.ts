const dayMs = 24 * 60 * 60 * 1000

function daysFrom(now: Date, at: Date): number {
  const midnight = (date: Date) => new Date(date).setHours(0, 0, 0, 0)
  return Math.round((midnight(at) - midnight(now)) / dayMs)
}

export function clock(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(at))
}

/** `today`, `yesterday`, or the date. */
export function dayOf(at: string, language: string, now = new Date()): string {
  const date = new Date(at)
  const days = daysFrom(now, date)
  const text =
    Math.abs(days) <= 1
      ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
      : new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(date)
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}

/** `tomorrow 09:00`, `Monday 09:00`: by the clock of the visitor. */
export function when(at: string, language: string, now = new Date()): string {
  const date = new Date(at)
  const days = daysFrom(now, date)
  const time = clock(at, language)
  if (days === 0) return time
  const day =
    days === 1
      ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(1, 'day')
      : new Intl.DateTimeFormat(language, { weekday: 'long' }).format(date)
  return `${day} ${time}`
}

/** `3 minutes`, `2 hours`. */
export function duration(minutes: number, language: string): string {
  const [value, unit] = minutes < 90 ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour']
  return new Intl.NumberFormat(language, { style: 'unit', unit: String(unit), unitDisplay: 'long' }).format(
    Number(value),
  )
}

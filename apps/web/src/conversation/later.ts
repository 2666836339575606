const morning = 9

/** In an hour from now. */
export function inOneHour(now = new Date()): Date {
  return new Date(now.getTime() + 3_600_000)
}

/** Tomorrow at 9, by the clock of whoever looks. */
export function tomorrowMorning(now = new Date()): Date {
  return morningIn(1, now)
}

/** Next Monday at 9. */
export function nextWeek(now = new Date()): Date {
  return morningIn((8 - now.getDay()) % 7 || 7, now)
}

function morningIn(days: number, now: Date): Date {
  const date = new Date(now)
  date.setDate(date.getDate() + days)
  date.setHours(morning, 0, 0, 0)
  return date
}

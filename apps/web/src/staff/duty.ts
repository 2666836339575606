import type { User, WeeklyHours } from '@baton/contract'

/** Whether somebody can take a handover now, and why not. */
export type Duty =
  | 'available'
  | 'away'
  | 'time_off'
  | 'off_hours'
  | 'at_capacity'
  | 'no_reply'
  | 'deactivated'

const minutesADay = 24 * 60
const weekMinutes = 7 * minutesADay

/** Whoever went away until a time is back at that time by themselves. */
export function availabilityOf(user: User, now: Date): User['availability'] {
  const isBack = user.awayUntil !== null && Date.parse(user.awayUntil) <= +now
  return isBack ? 'available' : user.availability
}

/** As routing decides it, but for holidays. `open` is how many conversations they have. */
export function dutyOf(user: User, open: number, now: Date): Duty {
  if (!user.active) return 'deactivated'
  if (!user.permissions.reply) return 'no_reply'
  if (availabilityOf(user, now) === 'away') return 'away'
  if (user.timeOff.some(({ from, until }) => Date.parse(from) <= +now && +now < Date.parse(until)))
    return 'time_off'
  if (user.hours && !isOn(user.hours, minuteOfWeek(now, user.hours.timeZone))) return 'off_hours'
  return user.capacity !== null && open >= user.capacity ? 'at_capacity' : 'available'
}

/** How many are on duty by their weekly hours: seven days from Monday, 24 hours each, in a time zone as it is now. */
export function coverageOf(users: readonly User[], timeZone: string, now: Date): number[][] {
  const there = minuteOfWeek(now, timeZone)
  const able = users.filter(({ active, permissions }) => active && permissions.reply)
  const offsets = able.map(({ hours }) => (hours ? minuteOfWeek(now, hours.timeZone) - there : 0))
  return Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_, hour) => {
      const minute = day * minutesADay + hour * 60 + 30
      return able.filter(({ hours }, at) => !hours || isOn(hours, minute + (offsets[at] ?? 0))).length
    }),
  )
}

/** Minutes since Monday 00:00, by the wall clock of a time zone. */
function minuteOfWeek(at: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.weekday ?? 'Mon')
  return day * minutesADay + Number(parts.hour) * 60 + Number(parts.minute)
}

function isOn({ days }: WeeklyHours, minute: number): boolean {
  const inWeek = (minute + weekMinutes) % weekMinutes
  const spans = days[Math.floor(inWeek / minutesADay)] ?? []
  const ofDay = inWeek % minutesADay
  return spans.some(({ from, to }) => minutesOf(from) <= ofDay && ofDay < minutesOf(to))
}

/** `09:30` is 570. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Hours a week, with a half where there is one: `38.5`. */
export function hoursAWeek(days: WeeklyHours['days']): string {
  const minutes = days.flat().reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0)
  return (Math.round(minutes / 6) / 10).toLocaleString()
}

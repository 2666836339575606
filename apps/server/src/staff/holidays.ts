import type { Holiday, HolidayImport, HolidayPlaces, HolidayQuery } from '@baton/contract'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'

/** The holidays of the workspace, in order. */
export async function listHolidays(
  { db, workspaceId }: UnitOfWork,
  { year }: HolidayQuery,
): Promise<Holiday[]> {
  let select = db
    .selectFrom('holiday')
    .select(['day', 'name'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('day')
  if (year !== undefined)
    select = select.where('day', '>=', `${year}-01-01`).where('day', '<=', `${year}-12-31`)
  return select.execute()
}

/** Makes a day a holiday, or gives it another name. */
export async function saveHoliday(work: UnitOfWork, holiday: Holiday): Promise<Holiday> {
  await store(work, [holiday])
  return holiday
}

/** @throws DomainError not_found */
export async function deleteHoliday(work: UnitOfWork, day: string): Promise<void> {
  const gone = await work.db
    .deleteFrom('holiday')
    .where('workspace_id', '=', work.workspaceId)
    .where('day', '=', day)
    .returning('day')
    .executeTakeFirst()
  if (!gone) throw new DomainError('not_found', 'This day is no holiday.')
  tell(work)
}

/**
 * Adds the public holidays of a country, or of a part of it, of one year. Those that are there keep their names. The dates are
 * of the library date-holidays.
 * @throws DomainError invalid_request when the country or its part is not known
 */
export async function importHolidays(work: UnitOfWork, input: HolidayImport): Promise<Holiday[]> {
  const found = await publicHolidays(input)
  if (found.length === 0)
    throw new DomainError(
      'invalid_request',
      'No public holidays are known there. Choose a country, and a part of it, from the list.',
    )
  const known = new Set((await listHolidays(work, { year: input.year })).map(({ day }) => day))
  await store(
    work,
    found.filter(({ day }) => !known.has(day)),
  )
  return listHolidays(work, { year: input.year })
}

/** The countries whose holidays are known, or the parts of one. */
export async function listHolidayPlaces(country?: string): Promise<HolidayPlaces['items']> {
  const known = new (await library())()
  const places = country ? known.getStates(country) : known.getCountries()
  return Object.entries(places ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

async function publicHolidays({ country, state, year }: HolidayImport): Promise<Holiday[]> {
  const Holidays = await library()
  const known = state ? new Holidays(country, state) : new Holidays(country)
  const days = new Map<string, string>()
  for (const { date, name, type } of known.getHolidays(year) ?? [])
    if (type === 'public' && !days.has(date.slice(0, 10))) days.set(date.slice(0, 10), name.slice(0, 80))
  return [...days].map(([day, name]) => ({ day, name }))
}

/** Loaded when it is first needed: it is large, and few ever need it. */
async function library() {
  return (await import('date-holidays')).default
}

async function store(work: UnitOfWork, holidays: readonly Holiday[]): Promise<void> {
  if (holidays.length > 0)
    await work.db
      .insertInto('holiday')
      .values(holidays.map((holiday) => ({ workspace_id: work.workspaceId, ...holiday })))
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'day']).doUpdateSet((row) => ({ name: row.ref('excluded.name') })),
      )
      .execute()
  tell(work)
}

function tell(work: UnitOfWork): void {
  const changed = ['holidays']
  work.emit({ type: 'workspace.updated', data: { changed }, audit: { name: null, changed } })
}

import { endpoints } from '@baton/contract'
import { viewPage } from '../database/page.ts'
import { handle } from '../http/handle.ts'
import { getUserWork } from './get-user-work.ts'
import { deleteHoliday, importHolidays, listHolidayPlaces, listHolidays, saveHoliday } from './holidays.ts'
import { requireNoMore } from './policy.ts'
import { findUser, listUsers } from './queries.ts'
import { createTeam, deleteTeam, findTeam, listTeams, updateTeam } from './save-team.ts'
import { createUser, permissionsFor, setAvailability, updateUser } from './save-user.ts'
import { viewTeam, viewUser } from './view.ts'

export const staffRoutes = [
  handle(endpoints.listHolidays, async (work, { query }) => ({ items: await listHolidays(work, query) })),
  handle(endpoints.saveHoliday, (work, { params, body }) => saveHoliday(work, { ...params, ...body })),
  handle(endpoints.deleteHoliday, (work, { params }) => deleteHoliday(work, params.day)),
  handle(endpoints.importHolidays, async (work, { body }) => ({ items: await importHolidays(work, body) })),
  handle(endpoints.listHolidayPlaces, async (_, { query }) => ({
    items: await listHolidayPlaces(query.country),
  })),
  handle(endpoints.createUser, async (work, { body, caller }) => {
    requireNoMore(caller, { role: body.role, permissions: permissionsFor(body.role, body.permissions) })
    return viewUser(await createUser(work, body))
  }),
  handle(endpoints.listUsers, async (work, { query }) => viewPage(await listUsers(work, query), viewUser)),
  handle(endpoints.getUser, async (work, { params }) => viewUser(await findUser(work, params.id))),
  handle(endpoints.updateUser, async (work, { params, body, caller }) => {
    requireNoMore(caller, await findUser(work, params.id))
    const changed = await updateUser(work, params.id, body)
    requireNoMore(caller, changed)
    return viewUser(changed)
  }),
  handle(endpoints.getUserWork, (work, { params }) => getUserWork(work, params.id)),
  handle(endpoints.setAvailability, async (work, { params, body }) =>
    viewUser(await setAvailability(work, params.id, body)),
  ),
  handle(endpoints.createTeam, async (work, { body }) => viewTeam(await createTeam(work, body))),
  handle(endpoints.listTeams, async (work, { query }) => viewPage(await listTeams(work, query), viewTeam)),
  handle(endpoints.getTeam, async (work, { params }) => viewTeam(await findTeam(work, params.id))),
  handle(endpoints.updateTeam, async (work, { params, body }) =>
    viewTeam(await updateTeam(work, params.id, body)),
  ),
  handle(endpoints.deleteTeam, async (work, { params }) => deleteTeam(work, params.id)),
]

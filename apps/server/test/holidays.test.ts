import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { presence } from '../src/chat/expect-person.ts'
import {
  deleteHoliday,
  importHolidays,
  listHolidayPlaces,
  listHolidays,
  saveHoliday,
} from '../src/staff/holidays.ts'
import { setAvailability } from '../src/staff/save-user.ts'
import { makeWorld, type World } from './factories.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

const nineToFive = [{ from: '09:00', to: '17:00' }]
const hours = { timeZone: 'Europe/Berlin', days: Array.from({ length: 7 }, () => nineToFive) }

async function onHours({ workspaceId, admin, agent }: World): Promise<void> {
  for (const { id } of [admin, agent])
    await baton.work(workspaceId, (work) => setAvailability(work, id, { availability: 'available', hours }))
}

describe('R16 R18 holidays', () => {
  test('nobody with weekly hours is there, and they are back on the day after', async () => {
    const world = await makeWorld(baton)
    await onHours(world)
    baton.clock.set('2026-12-25T10:00:00Z')
    expect(await baton.work(world.workspaceId, presence)).toEqual({ available: true, backAt: null })
    await baton.work(world.workspaceId, (work) => saveHoliday(work, { day: '2026-12-25', name: 'Closed' }))
    expect(await baton.work(world.workspaceId, presence)).toEqual({
      available: false,
      backAt: '2026-12-26T08:00:00.000Z',
    })
    await baton.work(world.workspaceId, (work) => deleteHoliday(work, '2026-12-25'))
    expect(await baton.work(world.workspaceId, presence)).toMatchObject({ available: true })
  })

  test('those of a country are added once, and what was named by hand keeps its name', async () => {
    const { workspaceId } = await makeWorld(baton)
    const input = { country: 'DE', state: 'BY', year: 2026 }
    const [first, again] = await baton.work(workspaceId, async (work) => {
      await saveHoliday(work, { day: '2026-12-25', name: 'Closed' })
      return [await importHolidays(work, input), await importHolidays(work, input)]
    })
    expect(first).toContainEqual({ day: '2026-12-25', name: 'Closed' })
    expect(first.map(({ day }) => day)).toContain('2026-01-06')
    expect(again).toEqual(first)
    expect(await baton.work(workspaceId, (work) => listHolidays(work, { year: 2027 }))).toEqual([])
  })

  test('a country that is not known says so', async () => {
    const { workspaceId } = await makeWorld(baton)
    await expect(
      baton.work(workspaceId, (work) => importHolidays(work, { country: 'XX', year: 2026 })),
    ).rejects.toThrow('Choose a country')
    expect((await listHolidayPlaces()).length).toBeGreaterThan(100)
    expect(await listHolidayPlaces('DE')).toContainEqual({ code: 'BY', name: 'Bayern' })
  })
})

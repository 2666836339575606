import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../test/postgres.ts'
import { createWritings, type Writing, type Writings } from './writings.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let here: Writings
let there: Writings
beforeAll(async () => {
  database = await createTestDatabase()
  here = createWritings(database.url)
  there = createWritings(database.url)
  await Promise.all([here.start(), there.start()])
})
afterAll(async () => {
  await Promise.all([here.stop(), there.stop()])
  await database.drop()
})

const place = { workspaceId: 'w', conversationId: 'c' }

/** What is heard, up to a text of this one. */
function hearUntil(writings: Writings, last: string | null): Promise<Writing[]> {
  const heard: Writing[] = []
  return new Promise((resolve) => {
    const stop = writings.on((writing) => {
      heard.push(writing)
      if (writing.text !== last) return
      stop()
      resolve(heard)
    })
  })
}

test('R15 what a bot writes is heard here at once, once, and in the other processes', async () => {
  const heard: Writing[] = []
  const stop = here.on((writing) => heard.push(writing))
  const elsewhere = hearUntil(there, null)
  here.tell({ ...place, text: 'We are' })
  expect(heard).toEqual([{ ...place, text: 'We are' }])
  here.tell({ ...place, text: null })
  expect((await elsewhere).at(-1)).toEqual({ ...place, text: null })
  const answered = hearUntil(here, 'From there')
  there.tell({ ...place, text: 'From there' })
  await answered
  // What was sent to the others did not come back.
  expect(heard.map(({ text }) => text)).toEqual(['We are', null, 'From there'])
  stop()
})

test('R15 a process that is behind hears the last of each conversation, not all of it', async () => {
  const elsewhere = hearUntil(there, 'The end')
  for (let n = 0; n < 500; n++) here.tell({ ...place, text: `Part ${n}` })
  here.tell({ ...place, text: 'The end' })
  expect((await elsewhere).length).toBeLessThan(500)
})

test.each([
  ['of letters', 'ä'.repeat(9_000)],
  ['that JSON writes longer', '"\n\u0001'.repeat(9_000)],
  ['of pairs', '😀'.repeat(9_000)],
])('R15 a long text %s is told as far as there is room, in whole characters', async (_, text) => {
  const shown: Writing[] = []
  const stop = here.on((writing) => shown.push(writing))
  const elsewhere = new Promise<Writing>((resolve) => {
    const done = there.on((writing) => {
      done()
      resolve(writing)
    })
  })
  here.tell({ ...place, text })
  stop()
  const heard = await elsewhere
  expect(shown).toEqual([heard])
  expect(text.startsWith(heard.text ?? '-')).toBe(true)
  expect(heard.text?.length).toBeGreaterThan(1_000)
  expect(heard.text?.isWellFormed()).toBe(true)
})

test('R15 a notification that is none of ours is passed over', async () => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const heard = hearUntil(here, 'Good')
  for (const payload of ['nonsense', '{"text":1}', JSON.stringify({ ...place, text: 'Good' })])
    await client.query(`select pg_notify('baton_writing', $1)`, [payload])
  expect(await heard).toHaveLength(1)
  await client.end()
})

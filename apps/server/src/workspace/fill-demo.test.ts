import type { ConversationViews, Insights, ListedConversation } from '@baton/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCaller, makeKey } from '../../test/api-world.ts'
import { makeWorld, type World } from '../../test/factories.ts'
import { rowsOf } from '../../test/rows.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { transact } from '../database/database.ts'
import { type Demo, fillDemo } from './fill-demo.ts'
import { removeDemo } from './remove-demo.ts'

let baton: TestApp
let world: World
let demo: Demo
beforeAll(async () => {
  baton = await createTestApp('2026-03-20T13:00:00Z')
  world = await makeWorld(baton)
  demo = await fillDemo(baton.app, world.workspaceId)
}, 60_000)
afterAll(() => baton.close())

async function get<Body>(path: string, query = '', token = demo.token): Promise<Body> {
  const answer = await createCaller(baton).call('get', `/v1${path}`, { token, query })
  expect(answer.status, path).toBe(200)
  return answer.body as unknown as Body
}

/** What a demo looks like, without ids. */
async function contentOf(workspaceId: string) {
  const messages = await rowsOf(baton, workspaceId, 'message')
  const handovers = await rowsOf(baton, workspaceId, 'handover')
  return {
    messages: messages.map((row) => `${row.created_at.toISOString()} ${row.author}: ${row.text}`).sort(),
    handovers: handovers
      .map((row) => `${row.began_at.toISOString()} ${row.scenario_name} ${row.status} ${row.outcome}`)
      .sort(),
  }
}

/** The tables in which a workspace has something. */
async function tablesWith(workspaceId: string): Promise<string[]> {
  return transact(baton.app.db, '*', async (trx) => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = current_schema() and column_name = 'workspace_id'`.execute(trx)
    const found: string[] = []
    for (const { name } of rows) {
      const some =
        await sql`select 1 from ${sql.table(name)} where workspace_id = ${workspaceId} limit 1`.execute(trx)
      if (some.rows.length > 0) found.push(name)
    }
    return found
  })
}

describe('the demo', () => {
  test('has 60 conversations, some in every state', async () => {
    const { items } = await get<ConversationViews>('/conversations/views', `?userId=${demo.adminId}`)
    expect(Object.fromEntries(items.map((item) => [item.view, item.count]))).toEqual({
      needs_human: 11,
      mine: 0,
      unassigned: 2,
      with_bot: 24,
      snoozed: 4,
      resolved: 19,
      all: 60,
    })
    const waiting = await get<{ items: ListedConversation[] }>('/conversations', '?view=needs_human')
    const states = waiting.items.map(({ control, respondBy }) => {
      const { handover } = control
      if (!handover) return 'taken over'
      if (handover.status === 'claimed') return 'claimed'
      if (!control.assigneeId) return 'nobody there'
      return respondBy && respondBy < baton.clock.now().toISOString() ? 'late' : 'waiting'
    })
    expect(new Set(states)).toEqual(new Set(['taken over', 'claimed', 'nobody there', 'late', 'waiting']))
  })

  test('gives insights something to show on every screen', async () => {
    const body = await get<Insights>('/insights', '?from=2026-03-06&to=2026-03-20')
    expect(body.byScenario.map((row) => row.name).sort()).toEqual([
      'Failed to resolve',
      'Human requested',
      'Lack of information',
    ])
    expect(body.byUser.map((row) => row.name)).toEqual(
      expect.arrayContaining(['Agent South', 'Agent West', 'Agent Centre']),
    )
    expect(body.ended.handedBack).toBeGreaterThan(3)
    expect(body.ended.woken).toBeGreaterThan(0)
    expect(Math.min(body.feedback.needed, body.feedback.notNeeded, body.feedback.tooLate)).toBeGreaterThan(0)
    expect(body.byDay.filter((day) => day.conversations > 0).length).toBeGreaterThan(12)
  })

  test('is made through the use cases: each handover did all its steps, and nothing lies in the future', async () => {
    for (const row of await rowsOf(baton, demo.workspaceId, 'handover'))
      expect(row.steps.filter((step) => step.status === 'failed')).toEqual([])
    for (const row of await rowsOf(baton, demo.workspaceId, 'message'))
      expect(row.created_at <= baton.clock.now()).toBe(true)
  })

  test('goes on where it ends: its bot wakes, its targets pass', async () => {
    const { rows } = await sql<{ timer: string }>`
      select distinct data ->> 'timer' as timer from pgboss.job
      where data ->> 'workspaceId' = ${demo.workspaceId} and name = 'control_timer' order by 1`.execute(
      baton.app.db,
    )
    expect(rows.map((row) => row.timer)).toEqual(['respond', 'snooze', 'wake', 'wake_warning'])
  })

  test('stands beside the workspace, which it does not touch', async () => {
    expect(demo.workspaceId).not.toBe(world.workspaceId)
    expect(await rowsOf(baton, world.workspaceId, 'conversation')).toEqual([])
    const token = await makeKey(baton, world, ['*'])
    expect(await get<{ isDemo: boolean }>('/workspace', '', token)).toMatchObject({ isDemo: false })
    expect(await get<{ isDemo: boolean }>('/workspace')).toMatchObject({ isDemo: true })
  })

  test('is there once, and has no demo of its own', async () => {
    const { call } = createCaller(baton)
    const token = await makeKey(baton, world, ['*'])
    for (const key of [token, demo.token])
      expect(await call('post', '/v1/demo', { token: key })).toMatchObject({
        status: 409,
        body: { code: 'demo_exists' },
      })
  })

  test('is the same each time, and goes with one call, whole', async () => {
    const { call } = createCaller(baton)
    const other = await makeWorld(baton)
    const token = await makeKey(baton, other, ['*'])
    const made = await call('post', '/v1/demo', { token })
    expect(made.status).toBe(201)
    const again = made.body as unknown as Demo
    expect(await contentOf(again.workspaceId)).toEqual(await contentOf(demo.workspaceId))

    const before = await tablesWith(other.workspaceId)
    expect((await tablesWith(again.workspaceId)).length).toBeGreaterThan(15)
    expect((await call('delete', '/v1/demo', { token })).status).toBe(204)
    expect(await tablesWith(again.workspaceId)).toEqual([])
    const { rows } = await sql`
      select 1 from pgboss.job where data ->> 'workspaceId' = ${again.workspaceId}`.execute(baton.app.db)
    expect(rows).toEqual([])
    expect(await tablesWith(other.workspaceId)).toEqual(before)
    expect((await call('get', '/v1/workspace', { token: again.token })).status).toBe(401)
    expect((await call('delete', '/v1/demo', { token })).status).toBe(404)
    expect((await tablesWith(demo.workspaceId)).length).toBeGreaterThan(15)
  })

  test('that is not one is never removed', async () => {
    const real = await makeWorld(baton)
    await expect(removeDemo(baton.app, real.workspaceId)).rejects.toThrow('There is no demo.')
    expect(await rowsOf(baton, real.workspaceId, 'bot')).toHaveLength(1)
  })
})

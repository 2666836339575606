import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorkspace } from '../../test/factories.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { purgeOld } from './purge-old.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

test('answers under an Idempotency-Key are kept for a day', async () => {
  const workspaceId = await makeWorkspace(baton)
  await baton.work(workspaceId, ({ db, now }) =>
    db
      .insertInto('idempotency_key')
      .values({
        workspace_id: workspaceId,
        key: 'k',
        request_hash: 'h',
        status: 201,
        body: null,
        created_at: now,
      })
      .execute(),
  )
  baton.clock.advance(24 * 60)
  expect((await purgeOld(baton.app)).answers).toBe(0)
  baton.clock.advance(1)
  expect((await purgeOld(baton.app)).answers).toBe(1)
})

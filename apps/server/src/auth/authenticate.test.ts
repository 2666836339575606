import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeWorkspace } from '../../test/factories.ts'
import { rowsOf } from '../../test/rows.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { createApiKey, revokeApiKey } from './api-key.ts'
import { authenticate } from './authenticate.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

async function makeKey() {
  const workspaceId = await makeWorkspace(baton)
  const made = await baton.work(workspaceId, (work) =>
    createApiKey(work, { name: 'Key', scopes: ['bots:read'] }),
  )
  return { workspaceId, id: made.row.id, token: made.token }
}

async function lastUsed(workspaceId: string): Promise<Date | null | undefined> {
  return (await rowsOf(baton, workspaceId, 'api_key'))[0]?.last_used_at
}

describe('a token', () => {
  test('has 256 bits, and is kept as its hash', async () => {
    const { workspaceId, token } = await makeKey()
    expect(token).toMatch(/^baton_[\w-]{43}$/)
    const [row] = await rowsOf(baton, workspaceId, 'api_key')
    expect(row?.hash).toHaveLength(32)
    expect(JSON.stringify(row)).not.toContain(token)
    expect(token.startsWith(row?.prefix ?? 'none')).toBe(true)
  })

  test('says who calls, and what they may do', async () => {
    const { workspaceId, id, token } = await makeKey()
    const caller = { workspaceId, apiKeyId: id, user: null, scopes: ['bots:read'] }
    expect(await authenticate(baton.app, `Bearer ${token}`)).toEqual(caller)
    expect(await authenticate(baton.app, `bearer ${token}`)).toEqual(caller)
  })

  test('is worth nothing when it is not whole, not a bearer, or deleted', async () => {
    const { workspaceId, id, token } = await makeKey()
    for (const header of [
      undefined,
      '',
      token,
      `Basic ${token}`,
      `Bearer ${token.slice(0, -1)}`,
      `Bearer ${token} x`,
    ])
      expect(await authenticate(baton.app, header)).toBeNull()
    await baton.work(workspaceId, (work) => revokeApiKey(work, id))
    expect(await authenticate(baton.app, `Bearer ${token}`)).toBeNull()
  })

  test('is noted as used, to the minute', async () => {
    baton.clock.set('2026-03-02T10:00:00Z')
    const { workspaceId, token } = await makeKey()
    const use = () => authenticate(baton.app, `Bearer ${token}`)
    await use()
    await vi.waitFor(async () =>
      expect(await lastUsed(workspaceId)).toEqual(new Date('2026-03-02T10:00:00Z')),
    )
    baton.clock.set('2026-03-02T10:00:59Z')
    await use()
    baton.clock.set('2026-03-02T10:01:00Z')
    await use()
    await vi.waitFor(async () =>
      expect(await lastUsed(workspaceId)).toEqual(new Date('2026-03-02T10:01:00Z')),
    )
  })
})

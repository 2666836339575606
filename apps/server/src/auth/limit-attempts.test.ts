import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { limitAttempts } from './limit-attempts.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

let address = 0
beforeEach(() => {
  address += 1
})

function attempt(who: { address?: string; account?: string }, right = false): Promise<string> {
  return limitAttempts(baton.app, { address: `192.0.2.${address}`, ...who }, async () => {
    if (!right) throw new Error('wrong')
    return 'in'
  })
}

async function fail(times: number, who: { address?: string; account?: string } = {}): Promise<void> {
  for (let time = 0; time < times; time++) await expect(attempt(who)).rejects.toThrow('wrong')
}

describe('R18 attempts are limited', () => {
  test('for an account, wherever they come from and however it is written', async () => {
    await fail(5, { account: 'north@example.com', address: '198.51.100.1' })
    await fail(5, { account: 'North@Example.com', address: '198.51.100.2' })
    await expect(attempt({ account: 'north@example.com' }, true)).rejects.toMatchObject({
      code: 'too_many_attempts',
    })
    expect(await attempt({ account: 'south@example.com' }, true)).toBe('in')
  })

  test('for an address, whatever the account', async () => {
    for (let index = 0; index < 50; index++) await fail(1, { account: `${index}@example.org` })
    await expect(attempt({ account: 'fresh@example.org' }, true)).rejects.toMatchObject({
      code: 'too_many_attempts',
    })
  })

  test('and what succeeds is held against nobody', async () => {
    const who = { account: 'east@example.com' }
    for (let index = 0; index < 20; index++) expect(await attempt(who, true)).toBe('in')
    await fail(10, who)
  })

  test('for a quarter of an hour', async () => {
    const who = { account: 'west@example.com' }
    await fail(10, who)
    await expect(attempt(who)).rejects.toMatchObject({ code: 'too_many_attempts' })
    baton.clock.advance(16)
    expect(await attempt(who, true)).toBe('in')
  })

  test('also when all come at once', async () => {
    const who = { account: 'at-once@example.com' }
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => attempt(who)))
    const tried = outcomes.filter((one) => one.status === 'rejected' && one.reason.message === 'wrong')
    expect(tried).toHaveLength(10)
  })
})

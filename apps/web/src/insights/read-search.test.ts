import { describe, expect, test } from 'vitest'
import { periodOf, readInsightSearch } from './read-search.ts'

describe('R30 the address of insights', () => {
  test('says the days, the bot and the number that is open', () => {
    expect(readInsightSearch({ days: 7, bot: 'b', behind: 'needed', scenario: 's' })).toEqual({
      days: 7,
      bot: 'b',
      behind: 'needed',
      scenario: 's',
    })
  })

  test('leaves out what is not of its form', () => {
    expect(readInsightSearch({ days: 8, from: '2026-3-1', to: '2026-03-02', behind: 'all', bot: 7 })).toEqual(
      {},
    )
    expect(readInsightSearch({ from: '2026-03-03', to: '2026-03-02' })).toEqual({})
    expect(readInsightSearch({ from: '2026-03-01', to: '2026-03-02' })).toEqual({
      from: '2026-03-01',
      to: '2026-03-02',
    })
  })

  test('counts days back from today, by the clock of the workspace', () => {
    const now = new Date('2026-03-02T23:30:00Z')
    expect(periodOf({ days: 7 }, 'UTC', now)).toEqual({ from: '2026-02-24', to: '2026-03-02' })
    expect(periodOf({ days: 7 }, 'Asia/Tokyo', now)).toEqual({ from: '2026-02-25', to: '2026-03-03' })
    expect(periodOf({ from: '2026-01-01', to: '2026-01-02' }, 'UTC', now)).toEqual({
      from: '2026-01-01',
      to: '2026-01-02',
    })
  })
})

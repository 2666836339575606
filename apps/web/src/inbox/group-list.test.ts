import type { ListedConversation } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { groupByOwner, waitOf } from './group-list.ts'

const began = Date.UTC(2026, 2, 2, 10)
const minute = 60_000

function listed(id: string, assigneeId: string | null, respondByMinutes?: number): ListedConversation {
  const since = new Date(began).toISOString()
  const respondBy = respondByMinutes ? new Date(began + respondByMinutes * minute).toISOString() : null
  return {
    id,
    waitingSince: since,
    control: { assigneeId, handover: { status: 'waiting', since, respondBy } },
  } as unknown as ListedConversation
}

describe('Needs a human (R21)', () => {
  test('shows first whom nobody has claimed, then yours, then those of others, each in its order', () => {
    const groups = groupByOwner(
      [listed('a', 'other'), listed('b', 'me'), listed('c', null), listed('d', 'me')],
      'me',
    )
    expect(groups.map(({ key, items }) => [key, items.map(({ id }) => id)])).toEqual([
      ['unclaimed', ['c']],
      ['yours', ['b', 'd']],
      ['others', ['a']],
    ])
  })

  test.each([
    [2, 0.2, 'calm'],
    [7, 0.7, 'soon'],
    [12, 1, 'late'],
  ])('after %i of 10 minutes the ring is at %f', (waited, share, state) => {
    const wait = waitOf(listed('a', null, 10), began + waited * minute)
    expect(wait).toMatchObject({ ms: waited * minute, share, state })
  })

  test('without a target nothing is late', () => {
    expect(waitOf(listed('a', null), began + 900 * minute)).toMatchObject({ share: null, state: 'calm' })
  })
})

import type { ListedConversation } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { groupByOwner, waitOf } from './group-list.ts'

const began = Date.UTC(2026, 2, 2, 10)
const minute = 60_000

const since = new Date(began).toISOString()

function listed(id: string, assigneeId: string | null): ListedConversation {
  return { id, control: { assigneeId } } as unknown as ListedConversation
}

function handover(minutes: number | null, status: 'waiting' | 'claimed' = 'waiting') {
  return {
    status,
    beganAt: since,
    respondBy: minutes ? new Date(began + minutes * minute).toISOString() : null,
  }
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
    const wait = waitOf(since, handover(10), began + waited * minute)
    expect(wait).toMatchObject({ ms: waited * minute, share, state })
  })

  test('without a target, or claimed, nothing is late', () => {
    for (const any of [undefined, handover(null), handover(10, 'claimed')])
      expect(waitOf(since, any, began + 900 * minute)).toMatchObject({ share: null, state: 'calm' })
  })
})

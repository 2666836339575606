import { expect, test } from 'vitest'
import { countFilters, readFilter } from './list-filter.ts'

test('the filter of an address is what of it is known and a text', () => {
  expect(readFilter({ q: 4821, channel: 'c', owner: '', tag: ['x'], why: 3 })).toEqual({
    q: '4821',
    channel: 'c',
  })
  expect(countFilters({ q: 'lamp', channel: 'c', tag: 'vip' })).toBe(2)
})

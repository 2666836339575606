import { expect, test } from 'vitest'
import { freeName, moved } from './order-scenarios.ts'

test('R8 a scenario moves to another place, and nowhere beyond the ends', () => {
  const items = ['a', 'b', 'c']

  expect(moved(items, 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(items, 0, 1)).toEqual(['b', 'a', 'c'])
  expect(moved(items, 0, -1)).toBe(items)
  expect(moved(items, 2, 3)).toBe(items)
})

test('R7 a new scenario has a name of its own', () => {
  expect(freeName('Custom', [])).toBe('Custom')
  expect(freeName('Custom', [{ name: 'custom' }, { name: 'Custom 2' }])).toBe('Custom 3')
})

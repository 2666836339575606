import { expect, test } from 'vitest'
import { groupAlike } from './index.ts'

test('what asks for the same stands together, in the order of the first', () => {
  expect(
    groupAlike([
      'Do you ship to islands?',
      'Can I get a gift card?',
      'do you also ship to the islands',
      'is there a gift card i can buy',
      'What is your VAT number?',
      'Do you ship to islands?',
    ]),
  ).toEqual([[0, 2, 5], [1, 3], [4]])
})

test('nothing and texts without words are taken', () => {
  expect(groupAlike([])).toEqual([])
  expect(groupAlike(['?', '!'])).toEqual([[0], [1]])
})

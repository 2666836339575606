import type { User } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { complete, matching, mentionedIn, mentioningAt, mentionParts } from './mentions.ts'

const person = (id: string, name: string, active = true) => ({ id, name, active }) as User
const staff = [person('n', 'Agent North'), person('nw', 'Agent North West'), person('b', 'Émile', false)]

describe('R22 a mention', () => {
  test.each([
    ['@', 1, { at: 0, typed: '' }],
    ['see @No', 7, { at: 4, typed: 'No' }],
    ['see @Agent No', 13, { at: 4, typed: 'Agent No' }],
    ['(@é', 3, { at: 1, typed: 'é' }],
    ['sam@example', 11, null],
    ['@a b c', 6, null],
    ['@No later', 3, { at: 0, typed: 'No' }],
  ] as const)('%j at %i', (text, caret, expected) => {
    expect(mentioningAt(text, caret)).toEqual(expected)
  })

  test('is found by any word of the name, and never of who has gone', () => {
    expect(matching(staff, 'nor').map(({ id }) => id)).toEqual(['n', 'nw'])
    expect(matching(staff, 'agent north w').map(({ id }) => id)).toEqual(['nw'])
    expect(matching(staff, 'é')).toEqual([])
  })

  test('is completed in its place', () => {
    expect(complete('see @No, please', { at: 4, typed: 'No' }, 'Agent North')).toEqual({
      text: 'see @Agent North , please',
      caret: 17,
    })
  })

  test('counts once, and a longer name is not the shorter one', () => {
    expect(mentionedIn('@Agent North West and @Agent North West', staff)).toEqual(['nw'])
    expect(mentionedIn('@Agent North West, @Agent North', staff)).toEqual(['nw', 'n'])
    expect(mentionedIn('agent@example.com', staff)).toEqual([])
  })

  test('stands out in the note', () => {
    const names = staff.map(({ name }) => name)
    expect(mentionParts('a@b @Agent North West: ok', names)).toEqual([
      { at: 0, text: 'a@b ', mention: false },
      { at: 4, text: '@Agent North West', mention: true },
      { at: 21, text: ': ok', mention: false },
    ])
  })
})

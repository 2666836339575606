import { expect, test } from 'vitest'
import { tokenise } from '../tokenise.ts'
import { unitsOf } from './units.ts'

function partsOf(text: string): string[] {
  const tokens = tokenise(text)
  return unitsOf(tokens).map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map(({ word }) => word)
      .join(' '),
  )
}

test('a short message is judged as a whole, and by sentence and clause', () => {
  expect(partsOf('No. Well, an agent')).toEqual([
    'no well an agent',
    'no',
    'well an agent',
    'no',
    'well',
    'an agent',
  ])
})

test('a long clause is judged in windows that overlap', () => {
  const words = Array.from({ length: 23 }, (_, at) => `w${at}`).join(' ')
  expect(partsOf(words)).toEqual([
    'w0 w1 w2 w3 w4 w5 w6 w7 w8 w9',
    'w4 w5 w6 w7 w8 w9 w10 w11 w12 w13',
    'w8 w9 w10 w11 w12 w13 w14 w15 w16 w17',
    'w12 w13 w14 w15 w16 w17 w18 w19 w20 w21',
    'w16 w17 w18 w19 w20 w21 w22',
  ])
})

test('what is quoted is no part by itself, unless all is', () => {
  expect(partsOf('your page says "talk to an agent" there')).not.toContain('talk to an agent')
  expect(partsOf('"talk to an agent"')).toContain('talk to an agent')
})

test('nothing has no parts', () => {
  expect(partsOf(' … ')).toEqual([])
})

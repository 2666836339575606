import type { Random } from './random.ts'

/** Keys that lie side by side, on the keyboards of the scripts that have a common one. */
const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'ضصثقفغعهخحجد',
  'شسيبلاتنمكط',
  'ئءؤرىةوزظ',
]
const neighbours = new Map<string, string>()
for (const row of rows)
  for (let at = 0; at < row.length; at++)
    neighbours.set(row.charAt(at), `${row.charAt(at - 1)}${row.charAt(at + 1)}`)

/** The text with one slip in a word of four letters or more: swapped, left out, doubled, or the key beside. */
export function misspell(text: string, random: Random): string {
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}]{3,}/gu)]
  const chosen = random.pick(words)
  if (chosen === undefined) return text
  const word = chosen[0]
  const at = 1 + random.below(word.length - 2)
  const [left, letter, right] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  const beside = random.pick([...(neighbours.get(letter.toLowerCase()) ?? letter)]) ?? letter
  const slips = [
    `${left}${right.charAt(0)}${letter}${right.slice(1)}`,
    `${left}${right}`,
    `${left}${letter}${letter}${right}`,
    `${left}${beside}${right}`,
  ]
  return text.slice(0, chosen.index) + (random.pick(slips) ?? word) + text.slice(chosen.index + word.length)
}

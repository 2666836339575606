import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.each([
  ['Within **30 days**, *free* of charge.', 'Within 30 days, free of charge.'],
  ['See [our page](https://shop.example/a).', 'See our page (https://shop.example/a).'],
  ['[https://shop.example](https://shop.example)', 'https://shop.example'],
  ['Type `HALO10`.', 'Type HALO10.'],
  ['![A lamp](lamp.png)', 'A lamp'],
  ['- one\n- two', '- one\n- two'],
  ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
  ['<b>not ours to read</b>', '<b>not ours to read</b>'],
])('%s', (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain)
})

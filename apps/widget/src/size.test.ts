import { expect, test } from 'vitest'
import { measureScripts, mostBytes } from '../check-size.ts'

test('R24 the chat is one script of at most 15 KB, compressed', async () => {
  const [script, ...others] = await measureScripts()
  expect(others).toEqual([])
  expect(script?.name).toBe('widget.js')
  expect(script?.bytes).toBeLessThanOrEqual(mostBytes)
})

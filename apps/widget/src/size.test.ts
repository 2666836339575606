import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'

const most = 15 * 1024

test('R24 the chat is one script of at most 15 KB, compressed', async () => {
  const built = await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'silent',
    build: { write: false },
  })
  const [first] = Array.isArray(built) ? built : [built]
  if (!first || !('output' in first)) throw new Error('Nothing was built.')
  const scripts = first.output.filter((file) => file.type === 'chunk')
  expect(scripts.map(({ fileName }) => fileName)).toEqual(['widget.js'])
  expect(gzipSync(scripts[0]?.code ?? '', { level: 9 }).length).toBeLessThanOrEqual(most)
})

import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { describe, expect, test } from 'vitest'
import { emptyPage, useBrowser } from './browser.ts'

useBrowser()

const entry = fileURLToPath(new URL('../packages/detection/src/index.ts', import.meta.url))
const talk = [
  { from: 'contact', text: 'Where is my parcel?' },
  { from: 'bot', text: 'It is on its way. Shall I connect you with a colleague?' },
  { from: 'contact', text: 'yes please' },
]

describe('packages/detection', () => {
  test('runs in a browser, and says what it says in Node', async () => {
    const page = await emptyPage()
    await page.addScriptTag({ content: await bundle() })
    const found = await page.evaluate((turns) => {
      const { createDetector, presets } = Reflect.get(globalThis, 'baton')
      const scenarios = presets.map((preset: { kind: string }) => ({ ...preset, id: preset.kind }))
      return JSON.stringify(createDetector({ scenarios }).assess(turns))
    }, talk)

    const { createDetector, presets } = await import(entry)
    const scenarios = presets.map((preset: { kind: string }) => ({ ...preset, id: preset.kind }))
    expect(JSON.parse(found)).toEqual(JSON.parse(JSON.stringify(createDetector({ scenarios }).assess(talk))))
    expect(JSON.parse(found)).toMatchObject({ decision: 'hand_over', scenarioId: 'human_requested' })
  })
})

/** The package as one script for a page, with nothing of Node. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'baton', fileName: 'baton' } },
  })
  const [first] = Array.isArray(built) ? built : [built]
  if (!first || !('output' in first)) throw new Error('Nothing was built.')
  const { code } = first.output[0]
  console.log(`packages/detection in one script: ${Math.round(gzipSync(code).length / 1024)} KB compressed`)
  return code
}

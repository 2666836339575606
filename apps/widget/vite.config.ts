import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

/** One script without imports, for any page. Its texts in other languages stand beside it. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [textsBeside()],
  build: {
    target: 'es2022',
    // From here on browsers know light-dark().
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    lib: {
      entry: join(import.meta.dirname, 'src/main.ts'),
      formats: ['iife'],
      name: 'baton',
      fileName: () => 'widget.js',
    },
  },
})

/** Each language as a file, so that a page loads only its own. */
function textsBeside(): Plugin {
  const folder = join(import.meta.dirname, 'src/texts')
  const files = readdirSync(folder).map((name) => {
    const source = JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    return { type: 'asset' as const, fileName: `widget/${name}`, source }
  })
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 8)
  return {
    name: 'texts-beside',
    config: () => ({ define: { textsVersion: JSON.stringify(version) } }),
    generateBundle() {
      for (const file of files) this.emitFile(file)
    },
  }
}

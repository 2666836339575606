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

/** Each language as a file, so that a page loads only its own. English is in the script. */
function textsBeside(): Plugin {
  const folder = join(import.meta.dirname, 'src/texts')
  return {
    name: 'texts-beside',
    generateBundle() {
      for (const name of readdirSync(folder).filter((name) => name !== 'en.json')) {
        const source = JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8')))
        this.emitFile({ type: 'asset', fileName: `widget/${name}`, source })
      }
    },
  }
}

// Builds the apps that browsers load, where they are older than what they are made of. Nothing to do costs milliseconds.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const shared = ['packages/client/src', 'packages/contract/src', 'package-lock.json']

for (const app of readdirSync(join(root, 'apps')))
  if (existsSync(join(root, 'apps', app, 'vite.config.ts'))) bringUpToDate(app)

function bringUpToDate(app) {
  const folder = join(root, 'apps', app)
  const stamp = join(folder, 'dist', '.built-from')
  const made = [...shared.map((path) => join(root, path)), ...sourcesOf(folder)]
  const wanted = hashOf(made)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stderr.write(`Building apps/${app} …\n`)
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', folder, '--logLevel', 'warn'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}\napps/${app} could not be built.\n`)
    process.exit(1)
  }
  compress(join(folder, 'dist'))
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

function sourcesOf(folder) {
  return readdirSync(folder)
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .map((name) => join(folder, name))
}

/** By size and time of change: quick, and a clone made anew is built once. */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesIn)) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
}

/** Beside each text that is worth it, as it goes over the wire, so that the server has nothing to compress. */
function compress(folder) {
  for (const file of filesIn(folder)) {
    if (!/\.(js|css|html|svg|json)$/.test(file)) continue
    const text = readFileSync(file)
    if (text.length < 1_000) continue
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
    writeFileSync(`${file}.br`, brotliCompressSync(text, quality))
    writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
  }
}

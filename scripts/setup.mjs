// Makes sure that everything is installed, before anything else runs. Plain JavaScript for the machine's own Node.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'node_modules', '.baton-installed')
const runtime = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

const [major] = process.versions.node.split('.').map(Number)
if (major < 20) fail(`Baton needs Node 20 or newer to install itself. This is ${process.version}.`)

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
if (installed !== wanted || !existsSync(runtime)) install()

function install() {
  process.stderr.write('Installing what is missing (npm ci) …\n')
  const { status, stdout, stderr, error } = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      // A production flag in the environment would leave out what the tests need.
      env: { ...process.env, NODE_ENV: '' },
    },
  )
  if (error || status !== 0) {
    const output = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-15).join('\n')
    fail(
      `${output}\n\nThe packages could not be installed${error ? `: ${error.message}` : ''}. Check the network and try again.`,
    )
  }
  if (!existsSync(runtime))
    fail(
      'Node 24 is missing though the packages are installed: npm did not run install scripts. Allow them (npm config set ignore-scripts false) and try again.',
    )
  writeFileSync(stamp, wanted)
}

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../scripts/build-apps.mjs', import.meta.url))

/** Builds the staff app where it is older than its sources, as `npm start` does. */
export function buildApps(): void {
  execFileSync(process.execPath, [script], { stdio: 'inherit' })
}

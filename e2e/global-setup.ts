import type { TestProject } from 'vitest/node'
import { buildApps } from './build-apps.ts'
import { findChromium } from './find-chromium.ts'
import { startBaton } from './start-baton.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    batonUrl: string
    batonKey: string
    chromium: string
  }
}

/** One server for the whole run, and a browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', findChromium())
  buildApps()
  const { url, key, stop } = await startBaton()
  project.provide('batonUrl', url)
  project.provide('batonKey', key)
  return stop
}

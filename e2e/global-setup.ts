import type { TestProject } from 'vitest/node'
import { findChromium } from './find-chromium.ts'
import { startServer } from './start-server.ts'

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
  const { url, key, stop } = await startServer()
  project.provide('batonUrl', url)
  project.provide('batonKey', key)
  return stop
}

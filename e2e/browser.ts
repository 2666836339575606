import type { User } from '@baton/contract'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest'
import { password } from './shop.ts'
import { startBaton } from './start-baton.ts'

let browser: Browser

/** A browser for the tests of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox'] })
  })
  afterAll(() => browser.close())
}

type PageOptions = { theme?: 'light' | 'dark'; phone?: boolean }

/** A page of somebody who is signed in. What the browser complains about fails the test. */
export async function pageOf(
  user: User,
  { theme = 'light', phone = false }: PageOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: inject('batonUrl'),
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  const signedIn = await context.request.post('/v1/session', {
    data: { email: user.email, password },
    headers: { origin: inject('batonUrl') },
  })
  expect(signedIn.status()).toBe(200)
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  return page
}

/** A page with nothing on it. */
export async function emptyPage(): Promise<Page> {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  return await context.newPage()
}

/** A server that nobody has set up. It goes with the test. */
export async function freshServer(): Promise<{ url: string; key: string }> {
  const { url, key, stop } = await startBaton()
  onTestFinished(stop)
  return { url, key }
}

/** A page of somebody whom the server does not know. */
export async function strangerOn(url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce' })
  context.setDefaultTimeout(30_000)
  onTestFinished(() => context.close())
  return await context.newPage()
}

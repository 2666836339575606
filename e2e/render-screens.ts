/**
 * Draws the screens of the staff app to `docs/screens`, on the demo: wide and on a phone, light and dark.
 *
 *   npm run screens             all of them
 *   npm run screens -- inbox    those whose name begins so
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { buildApps } from './build-apps.ts'
import { findChromium } from './find-chromium.ts'
import { startBaton } from './start-baton.ts'

type Screen = {
  name: string
  path: string
  /** What is done there before the picture, and after it. */
  act?: (page: Page) => Promise<void>
  after?: (page: Page) => Promise<void>
}

const folder = fileURLToPath(new URL('../docs/screens/', import.meta.url))
const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const themes = ['light', 'dark'] as const
const wanted = process.argv[2] ?? ''

buildApps()
const { url, stop } = await startBaton()
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
try {
  await draw(browser, [{ name: 'set-up', path: '/set-up' }])
  const state = await openDemo(browser)
  await draw(browser, await screensOfDemo(state.cookies), state)
} finally {
  await browser.close()
  await stop()
}

type State = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

/** Signs an admin in and opens the demo for them. */
async function openDemo(browser: Browser): Promise<State> {
  const context = await browser.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
  const setup = {
    workspaceName: 'Example Inc.',
    timeZone: 'Europe/Berlin',
    name: 'Agent North',
    email: 'north@example.com',
    password: 'a long sentence',
  }
  for (const [path, data] of [
    ['/v1/setup', setup],
    ['/v1/demo', {}],
  ] as const) {
    const answer = await context.request.post(path, { data })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  }
  return await context.storageState()
}

async function screensOfDemo(cookies: State['cookies']): Promise<Screen[]> {
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
  const list = async (path: string): Promise<{ id: string }[]> =>
    JSON.parse(await (await fetch(`${url}${path}`, { headers })).text()).items
  const [first] = await list('/v1/conversations?view=needs_human')
  const [bot] = await list('/v1/bots')
  const [scenario] = await list(`/v1/bots/${bot?.id}/scenarios`)
  const [user] = await list('/v1/users')
  const channels = await list('/v1/channels')
  const app = channels.at(-1)
  return [
    { name: 'inbox', path: '/inbox/needs-a-human' },
    { name: 'conversation', path: `/inbox/needs-a-human/${first?.id}` },
    { name: 'bot-goals', path: `/bots/${bot?.id}` },
    { name: 'test-your-bot', path: `/bots/${bot?.id}`, act: testBot },
    { name: 'scenario', path: `/bots/${bot?.id}/scenarios/${scenario?.id}` },
    { name: 'knowledge', path: `/bots/${bot?.id}/knowledge` },
    {
      name: 'suggestions',
      path: '/inbox/all',
      act: (page) => draftReplies(page, `${bot?.id}`, `${app?.id}`),
      after: (page) => setMode(page, `${bot?.id}`, 'autopilot'),
    },
    { name: 'insights', path: '/insights' },
    { name: 'staff', path: '/settings/staff' },
    { name: 'staff-member', path: `/settings/staff/${user?.id}` },
    { name: 'contacts', path: '/contacts' },
    { name: 'notifications', path: '/settings/notifications' },
    { name: 'channels', path: '/settings/channels' },
    { name: 'web-chat', path: '/demo', act: askForPerson },
  ]
}

/** Beside the goals of a bot, or in a drawer where there is no room. */
async function testBot(page: Page): Promise<void> {
  const open = page.getByRole('button', { name: 'Test your bot' })
  if (await open.isVisible()) await open.click()
  const field = page.getByRole('textbox', { name: 'Write as the contact' })
  for (const [text, answer] of [
    ['How long does delivery take?', 'Delivery takes two'],
    ['I want to talk to a person', 'The bot is asleep.'],
  ] as const) {
    await field.fill(text)
    await page.keyboard.press('Enter')
    await page.getByText(answer).waitFor()
  }
}

/** What a suggestive bot drafts for who answers. */
async function draftReplies(page: Page, botId: string, channelId: string): Promise<void> {
  await setMode(page, botId, 'suggestive')
  const contact = { externalId: `pictures-${Date.now()}`, name: 'Visitor 20' }
  const written = await page.request.post(`/v1/channels/${channelId}/messages`, {
    data: { contact, message: { text: 'How long does delivery take, and can I return something?' } },
    headers: { origin: url },
  })
  const { conversationId } = await written.json()
  await page.goto(`/inbox/all/${conversationId}`)
  await page.getByRole('region', { name: 'Suggested replies' }).waitFor()
}

async function setMode(page: Page, botId: string, mode: 'suggestive' | 'autopilot'): Promise<void> {
  const changed = await page.request.patch(`/v1/bots/${botId}`, { data: { mode }, headers: { origin: url } })
  if (!changed.ok()) throw new Error(await changed.text())
}

/** On the shop of the demo: what a visitor sees at a handover. */
async function askForPerson(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the chat' }).click()
  const field = page.getByRole('dialog').getByRole('textbox')
  for (const [text, answer] of [
    ['When will my parcel be delivered?', 'Delivery takes two'],
    ['I want to talk to a person', 'We are finding someone'],
  ] as const) {
    await field.fill(text)
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText(answer).waitFor()
  }
}

async function draw(browser: Browser, screens: readonly Screen[], storageState?: State): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const theme of themes) {
      const context = await browser.newContext({
        baseURL: url,
        viewport,
        colorScheme: theme,
        reducedMotion: 'reduce',
        ...(storageState ? { storageState } : {}),
      })
      const page = await context.newPage()
      for (const { name, path, act, after } of screens.filter(({ name }) => name.startsWith(wanted))) {
        await page.goto(path)
        await page.locator('h1').first().waitFor()
        await page.locator('.skeleton, [aria-busy="true"]').first().waitFor({ state: 'detached' })
        await act?.(page)
        await page.screenshot({ path: `${folder}${name}-${size}-${theme}.png` })
        await after?.(page)
        console.log(`${name}, ${size}, ${theme}`)
      }
      await context.close()
    }
  }
}

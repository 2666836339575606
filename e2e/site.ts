import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ChannelInput } from '@baton/contract'
import { type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { openShop } from './shop.ts'

type SiteOptions = {
  web?: Partial<NonNullable<ChannelInput['web']>>
  /** Beside the channel, on the script. */
  attributes?: string
  lang?: string
}

/** A web site at an address of its own, under a strict policy, that shows the chat of a shop. */
export async function openSite(options: SiteOptions = {}) {
  const { web, attributes = '', lang = 'en' } = options
  const baton = inject('batonUrl')
  const shop = await openShop()
  const { id: channelId } = await shop.baton.createChannel({
    body: { kind: 'web', name: 'Website', botId: shop.bot.id, ...(web ? { web } : {}) },
  })
  const policy = [
    "default-src 'none'",
    `script-src ${baton}`,
    `connect-src ${baton}`,
    "require-trusted-types-for 'script'",
    "base-uri 'none'",
  ].join('; ')
  const markup = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<main><h1>A shop</h1><a href="#">A link of the page</a></main>
<script src="${baton}/widget.js" data-channel="${channelId}" ${attributes} defer></script></html>`
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', policy)
    response.end(markup)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return {
    ...shop,
    channelId,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** The conversation of the only visitor. */
    async conversationId(): Promise<string> {
      const { items } = await shop.baton.listConversations({ query: { view: 'all', channelId, limit: 1 } })
      return items[0]?.id ?? ''
    },
  }
}

/** A browser of a visitor. What it complains about fails the test. */
export async function openVisitor(options: BrowserContextOptions = {}) {
  const browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox'] })
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(20_000)
  const complaints: string[] = []
  onTestFinished(async () => {
    await browser.close()
    expect(complaints).toEqual([])
  })
  return {
    context,
    complaints,
    async visit(url: string): Promise<Page> {
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
      await page.goto(url)
      return page
    },
  }
}

/** What a visitor does with the chat. */
export function chatOn(page: Page) {
  const dialog = page.getByRole('dialog')
  const log = dialog.getByRole('log')
  const field = dialog.getByRole('textbox').last()
  return {
    dialog,
    log,
    field,
    launcher: page.getByRole('button', { name: /Open the chat/ }),
    async open(): Promise<void> {
      await page.getByRole('button', { name: /Open the chat/ }).click()
      await dialog.waitFor()
    },
    async say(text: string): Promise<void> {
      await field.fill(text)
      await page.keyboard.press('Enter')
    },
    heard: (text: string): Promise<void> => log.getByText(text).waitFor(),
    header: (): Locator => dialog.getByRole('heading', { level: 2 }),
  }
}

/** What the server of a site makes for a customer who is signed in there: a JWT for an hour. */
export function signIdentity(secret: string, who: { sub: string; name: string; email: string }): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const exp = Math.floor(Date.now() / 1000) + 3_600
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...who, exp })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

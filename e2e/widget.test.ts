import { AxeBuilder } from '@axe-core/playwright'
import { createClient } from '@baton/client'
import type { Page, Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { freshServer, pageOf, useBrowser } from './browser.ts'
import { chatOn, openSite, openVisitor, signIdentity } from './site.ts'

useBrowser()

const wish = 'I want to talk to a human please'

describe('R24 the chat on a page', () => {
  test('talks with the bot, hands over, and a person answers live, under a strict policy', async () => {
    const site = await openSite({
      web: { greeting: 'Hi! I am the shop bot.', suggestions: ['Opening hours?'] },
    })
    const { visit } = await openVisitor()
    const page = await visit(site.url)
    const chat = chatOn(page)
    await chat.open()
    await chat.heard('Hi! I am the shop bot.')
    await page.getByText('Automatic helper').waitFor()
    await chat.dialog.getByRole('button', { name: 'Opening hours?' }).click()
    await chat.heard('We are open from 9 to 5.')

    await chat.dialog.getByRole('button', { name: 'Talk to a person' }).click()
    await chat.log.getByText('We are finding someone').waitFor()
    await page.getByText('Someone is on the way').waitFor()

    const north = await pageOf(site.north)
    const id = await site.conversationId()
    await north.goto(`/inbox/all/${id}`)
    await north.getByRole('button', { name: 'Claim', exact: true }).click()
    await chat.log.getByText("You're now with our team").waitFor()
    await chat.dialog.getByRole('heading', { name: 'Agent North' }).waitFor()
    await north.getByRole('textbox', { name: 'Reply' }).fill('Hi, Agent North here.')
    await north.keyboard.press('Control+Enter')
    await chat.heard('Hi, Agent North here.')
    await chat.say('What are your hours on Monday?')
    await north.getByRole('log').getByText('What are your hours on Monday?').waitFor()

    await north.getByRole('button', { name: /^Hand back/ }).click()
    await chat.log.getByText(/^You're with Shop bot .* again$/).waitFor()
    await chat.log.getByText('Did Agent North help?').waitFor()
    await chat.log.getByRole('button', { name: 'Yes' }).click()
    await chat.heard('Thank you for telling us.')
    const { items } = await site.baton.listHandovers({ query: { conversationId: id } })
    expect(items[0]?.rating).toMatchObject({ helped: true })
    await north.getByText('The contact says it helped').waitFor()
  })

  test('keeps the conversation over reloads and in two tabs, and shows what is new when closed', async () => {
    const site = await openSite()
    const { visit } = await openVisitor()
    const page = await visit(site.url)
    const chat = chatOn(page)
    await chat.open()
    const other = await visit(site.url)
    const otherChat = chatOn(other)
    await chat.say('What are your hours?')
    await chat.heard('We are open from 9 to 5.')
    // What was read in one tab is not new in the other.
    await expect.poll(() => otherChat.launcher.getAttribute('aria-label')).toBe('Open the chat')
    await otherChat.launcher.click()
    await otherChat.heard('We are open from 9 to 5.')
    await otherChat.say('And on Sunday?')
    await chat.heard('And on Sunday?')
    await other.close()

    await page.keyboard.press('Escape')
    await chat.dialog.waitFor({ state: 'hidden' })
    await page.reload()
    const id = await site.conversationId()
    await site.baton.postMessage({
      params: { id },
      body: { kind: 'reply', text: 'No.', userId: site.north.id },
    })
    await page.getByRole('status').getByText('No.').waitFor()
    await page.getByRole('button', { name: /new messages: \d/ }).waitFor()
    await chat.open()
    await chat.heard('What are your hours?')
    await page.getByRole('status').getByText('No.').waitFor({ state: 'detached' })
    const bell = chat.dialog.getByRole('button', { name: 'Sound for new messages' })
    expect(await bell.getAttribute('aria-pressed')).toBe('false')
    await bell.click()
    await expect.poll(() => bell.getAttribute('aria-pressed')).toBe('true')
  })

  test('loses nothing and doubles nothing when the line is lost', async () => {
    const site = await openSite()
    const { visit, context, complaints } = await openVisitor()
    const page = await visit(site.url)
    const chat = chatOn(page)
    await chat.open()
    await chat.say('First')
    await expect.poll(() => site.conversationId()).not.toBe('')
    const id = await site.conversationId()
    await context.setOffline(true)
    await chat.say('Written without a line')
    await chat.say('And one more')
    await chat.dialog.getByText('No connection.').waitFor()
    await site.baton.postMessage({
      params: { id },
      body: { kind: 'reply', text: 'Meanwhile', userId: site.north.id },
    })
    await context.setOffline(false)
    await chat.heard('Meanwhile')
    await chat.dialog.getByText('No connection.').waitFor({ state: 'hidden' })
    await expect.poll(() => chat.log.getByText('Sending …').count()).toBe(0)
    const { items } = await site.baton.listMessages({ params: { id }, query: { limit: 50 } })
    const texts = items.filter(({ author }) => author === 'contact').map(({ text }) => text)
    expect(texts).toEqual(['First', 'Written without a line', 'And one more'])
    expect(await chat.log.getByText('And one more').count()).toBe(1)

    // An answer that is lost on the way back: it is sent again, and stored once.
    const lost = async (route: Route) => {
      await route.fetch()
      await route.abort()
    }
    await page.route('**/messages', lost, { times: 1 })
    const refused = page.waitForEvent('requestfailed')
    await chat.say('Sent twice')
    await refused
    // When the page comes back there is no answer at first.
    await page.route('**/visitors', (route) => route.abort(), { times: 1 })
    await page.reload()
    await chat.open()
    await chat.heard('Sent twice')
    await chat.heard('Meanwhile')
    await expect.poll(() => chat.log.getByText('Sending …').count()).toBe(0)
    expect(await chat.log.getByText('Sent twice').count()).toBe(1)
    complaints.length = 0
  })

  test('shows what the bot writes as it writes it, silent for screen readers, and then the message in its place', async () => {
    const site = await openSite()
    const { visit, context } = await openVisitor()
    await context.addInitScript(streamByHand)
    const page = await visit(site.url)
    const chat = chatOn(page)
    const tell = (thread: object) =>
      page.evaluate((given) => Reflect.get(globalThis, 'tellThread')(given), thread)
    await chat.open()
    await chat.say('Where is my parcel?')
    await page.waitForFunction(() => Reflect.has(globalThis, 'tellThread'))
    const thread = {
      messages: [],
      more: false,
      speaker: 'bot',
      person: null,
      waiting: null,
      readUpTo: 0,
      hasEmail: false,
      rating: null,
    }
    await tell({ ...thread, typing: true, writing: null })
    await chat.log.getByRole('status').filter({ hasText: 'is writing' }).waitFor()
    const text = 'It is on its way, see https://example.com/p'
    await tell({ ...thread, typing: true, writing: 'It is on' })
    await chat.heard('It is on')
    await tell({ ...thread, typing: true, writing: text })
    const written = chat.log.getByText('It is on its way')
    await written.waitFor()
    expect(await chat.log.getByRole('link', { includeHidden: true }).getAttribute('href')).toBe(
      'https://example.com/p',
    )
    expect(await chat.log.getByRole('link').count()).toBe(0)
    const before = await written.boundingBox()
    const at = new Date().toISOString()
    const message = { seq: 9, from: 'bot', name: 'Shop bot', final: false, text, clientId: null, at }
    await tell({ ...thread, messages: [message], typing: false, writing: null })
    await chat.log.getByRole('link').waitFor()
    expect(await written.count()).toBe(1)
    expect(await written.boundingBox()).toEqual(before)
  })

  test('says what was refused, and lets it be sent again', async () => {
    const site = await openSite()
    const { visit, complaints } = await openVisitor()
    const page = await visit(site.url)
    const chat = chatOn(page)
    await chat.open()
    await page.route('**/messages', (route) => route.fulfill({ status: 400, json: { detail: 'Too long.' } }))
    await chat.say('What are your hours?')
    await chat.log.getByRole('alert').getByText('Not sent.').waitFor()
    await page.unroute('**/messages')
    await chat.log.getByRole('button', { name: 'Try again' }).click()
    await chat.heard('We are open from 9 to 5.')
    complaints.length = 0
  })

  test('works where the browser keeps nothing', async () => {
    const site = await openSite()
    const { visit, context } = await openVisitor()
    await context.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    })
    const chat = chatOn(await visit(site.url))
    await chat.open()
    await chat.say('What are your hours?')
    await chat.heard('We are open from 9 to 5.')
  })

  test('follows who is signed in on the page, by a token of its server, and forgets who has signed out', async () => {
    const site = await openSite()
    const { secret } = await site.baton.createIdentitySecret({ params: { id: site.channelId } })
    const identity = signIdentity(secret, { sub: '42', name: 'Jo', email: 'jo@example.com' })
    const identify = (page: Page, token: string | null) =>
      page
        .locator('baton-chat')
        .evaluate((chat, given) => Reflect.get(chat, 'identify').call(chat, given), token)
    const first = await (await openVisitor()).visit(site.url)
    const chat = chatOn(first)
    await chat.open()
    await chat.say('Before I signed in')
    await chat.heard('Before I signed in')
    await expect.poll(() => chat.log.getByText('Sending …').count()).toBe(0)
    await identify(first, identity)
    await chat.heard('Before I signed in')

    const second = await (await openVisitor()).visit(site.url)
    const elsewhere = chatOn(second)
    await elsewhere.launcher.waitFor()
    await identify(second, identity)
    await elsewhere.open()
    await elsewhere.heard('Before I signed in')
    await identify(second, null)
    await elsewhere.log.getByText('Before I signed in').waitFor({ state: 'detached' })
    const { contactId } = await site.baton.getConversation({ params: { id: await site.conversationId() } })
    await elsewhere.say('Somebody new')
    await chat.say('Jo again')
    await expect
      .poll(async () => (await site.baton.getContact({ params: { id: contactId } })).email)
      .toBe('jo@example.com')
  })

  test('shows words as words, and only safe addresses as links', async () => {
    const site = await openSite()
    const { visit } = await openVisitor()
    const chat = chatOn(await visit(site.url))
    await chat.open()
    await chat.say('<img src=x onerror=alert(1)> javascript:alert(1) https://example.com/a?b=1.')
    await chat.heard('<img src=x onerror=alert(1)>')
    expect(await chat.log.locator('img').count()).toBe(0)
    const links = chat.log.getByRole('link')
    expect(await links.count()).toBe(1)
    expect(await links.getAttribute('href')).toBe('https://example.com/a?b=1')
    expect(await links.getAttribute('rel')).toContain('noopener')
  })

  test('is used by keyboard alone', async () => {
    const site = await openSite()
    const { visit } = await openVisitor()
    const page = await visit(site.url)
    const chat = chatOn(page)
    await chat.launcher.waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await chat.dialog.waitFor()
    await page.keyboard.type('What are your hours?')
    await page.keyboard.press('Enter')
    await chat.heard('We are open from 9 to 5.')
    await page.keyboard.press('Escape')
    await chat.dialog.waitFor({ state: 'hidden' })
    expect(await chat.launcher.evaluate((element) => element.matches(':focus'))).toBe(true)
  })

  test('speaks the language of the page, from right to left where that is read so', async () => {
    const site = await openSite({ lang: 'ar' })
    const { visit } = await openVisitor()
    const page = await visit(site.url)
    await page.getByRole('button', { name: 'فتح الدردشة' }).click()
    await page.getByText('مساعد آلي').waitFor()
    expect(await page.locator('baton-chat .root').getAttribute('dir')).toBe('rtl')
    const german = await openSite({ attributes: 'data-lang="de-AT"' })
    await page.goto(german.url)
    await page.getByRole('button', { name: 'Chat öffnen' }).waitFor()
  })

  test('is not shown on a site that its channel does not name', async () => {
    const site = await openSite({ web: { allowedOrigins: ['https://shop.example.com'] } })
    const { visit, complaints } = await openVisitor()
    const page = await visit(site.url)
    const warning = page.waitForEvent('console', (said) => said.text().includes('allowed origins'))
    await page.reload()
    await warning
    expect(await page.getByRole('button').count()).toBe(0)
    complaints.length = 0
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 320])
    test(`axe finds nothing in the chat, ${colorScheme}, ${width} px wide`, async () => {
      const site = await openSite({ web: { greeting: 'Hi!', suggestions: ['Opening hours?'] } })
      const { visit } = await openVisitor({ colorScheme, viewport: { width, height: 640 } })
      const page = await visit(site.url)
      const chat = chatOn(page)
      const violations = async () =>
        (await new AxeBuilder({ page }).include('baton-chat').analyze()).violations.map(({ id, nodes }) => [
          id,
          nodes.map(({ html }) => html),
        ])
      await chat.launcher.waitFor()
      expect(await violations()).toEqual([])
      await chat.open()
      await chat.say('What are your hours?')
      await chat.heard('We are open from 9 to 5.')
      expect(await violations()).toEqual([])
      await chat.say(wish)
      await chat.log.getByText('We are finding someone').waitFor()
      expect(await violations()).toEqual([])
      const id = await site.conversationId()
      await site.baton.postMessage({
        params: { id },
        body: { kind: 'reply', text: `A long word: ${'x'.repeat(200)}`, userId: site.north.id },
      })
      await chat.log.getByText("You're now with our team").waitFor()
      expect(await violations()).toEqual([])
      const wide = await chat.log.evaluate((log) => log.scrollWidth - log.clientWidth)
      expect(wide).toBeLessThanOrEqual(0)
      const pageWide = await page.locator('html').evaluate((html) => html.scrollWidth)
      expect(pageWide).toBeLessThanOrEqual(width)
    })

test('covers the whole of a phone, keeps the focus inside, and gives it back', async () => {
  const site = await openSite()
  const { visit } = await openVisitor({ viewport: { width: 390, height: 800 } })
  const page = await visit(site.url)
  const chat = chatOn(page)
  await chat.open()
  expect(await chat.dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 800 })
  for (let tab = 0; tab < 12; tab++) {
    await page.keyboard.press('Tab')
    expect(await page.getByText('A link of the page').evaluate((link) => link.matches(':focus'))).toBe(false)
  }
  await chat.dialog.getByRole('button', { name: 'Close the chat' }).click()
  await chat.dialog.waitFor({ state: 'hidden' })
  await expect.poll(() => chat.launcher.evaluate((element) => element.matches(':focus'))).toBe(true)
})

describe('the demo page', () => {
  test('says how to make a chat where there is none; R16: asks for an e-mail address when nobody is there', async () => {
    const { url, key } = await freshServer()
    const { visit } = await openVisitor()
    const page = await visit(`${url}/demo`)
    await page.getByRole('heading', { name: 'There is no web chat yet' }).waitFor()
    const { token } = await createClient({ baseUrl: url, apiKey: key, timeoutMs: 60_000 }).createDemo()
    const baton = createClient({ baseUrl: url, apiKey: token })
    for (const { id } of (await baton.listUsers()).items)
      await baton.setAvailability({ params: { id }, body: { availability: 'away' } })

    await page.reload()
    const chat = chatOn(page)
    await chat.open()
    await chat.heard('I am the bot of the lamp shop')
    await chat.dialog.getByRole('button', { name: 'How do I return a lamp?' }).click()
    await chat.heard('You can send anything back within 30 days.')
    await chat.say(wish)
    await chat.log.getByText('Our team is away right now').waitFor()
    const address = chat.log.getByLabel('Your e-mail')
    await address.fill('visitor@example')
    await chat.log.getByRole('button', { name: 'Send to our team' }).click()
    await chat.log.getByText('Write it out, like visitor@example.com').waitFor()
    expect(await address.evaluate((field) => field.matches(':focus'))).toBe(true)
    await address.fill('visitor@example.com')
    await chat.log.getByLabel('Anything to add?').fill('Mornings are best')
    await chat.log.getByRole('button', { name: 'Send to our team' }).click()
    await chat.heard('Thank you. Our team has your e-mail.')
    await chat.heard('Mornings are best')
    const [conversation] = (await baton.listConversations({ query: { view: 'all', limit: 1 } })).items
    const contact = await baton.getContact({ params: { id: conversation?.contactId ?? '' } })
    expect(contact.email).toBe('visitor@example.com')

    await chat.log.getByRole('button', { name: 'Keep asking the bot' }).click()
    const query = { conversationId: conversation?.id }
    await expect
      .poll(async () => (await baton.listHandovers({ query })).items.at(-1)?.outcome)
      .toBe('handed_back')
  })
})

/** In the page: what the chat follows is told by `tellThread`, and not by a server. */
function streamByHand(): void {
  const ask = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    if (!String(input).includes('/events')) return ask(input, init)
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const tellThread = (thread: object) =>
          controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(thread)}\n\n`))
        Object.assign(globalThis, { tellThread })
      },
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }
}

import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, test } from 'vitest'
import { pageOf, useBrowser } from './browser.ts'
import { makeAgent, openShop } from './shop.ts'

useBrowser()

const wish = 'This is going in circles, I want to talk to a human please'

describe('the inbox', () => {
  test('R21: a handover arrives without reload, is claimed, answered and handed back', async () => {
    const { baton, north, write } = await openShop()
    const page = await pageOf(north)
    await page.goto('/inbox/needs-a-human')
    await page.getByRole('heading', { name: 'Needs a human' }).waitFor()

    const { conversationId } = await write('Visitor 4821', wish)
    const item = page.locator(`[data-conversation="${conversationId}"]`)
    await item.getByText('Visitor 4821').waitFor()
    await item.click()

    const band = page.getByRole('region', { name: 'Handed over to Agent North' })
    await band.waitFor()
    expect((await band.locator('mark').allInnerTexts()).join()).toContain('talk to a human')
    expect(await band.getByRole('listitem').allInnerTexts()).toContain('Assigned to Agent North')

    const strip = page.getByRole('region', { name: 'Who is in control' })
    await strip.getByText('It waits for you').waitFor()
    await strip.getByRole('button', { name: 'Claim' }).click()
    await strip.getByText('You have it').waitFor()

    await page.getByRole('textbox', { name: 'Reply' }).fill('Hi, Agent North here.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page
      .getByRole('article', { name: /^You, / })
      .getByText('Hi, Agent North here.')
      .waitFor()
    await expect
      .poll(async () => (await baton.listMessages({ params: { id: conversationId } })).items.at(-1))
      .toMatchObject({
        author: 'user',
        userId: north.id,
        text: 'Hi, Agent North here.',
      })

    await write('Visitor 4821', 'What are your hours?')
    await page.getByRole('log').getByText('What are your hours?').waitFor()
    await strip.getByRole('button', { name: /^Hand back/ }).click()
    await page.getByRole('log').getByText('We are open from 9 to 5.').waitFor()
    await strip.getByText(/Shop bot .* has it/).waitFor()
    await page.getByRole('region', { name: /^Handed back to Shop bot/ }).waitFor()
  })

  test('R13: the keys take over, write a note and resolve; what is typed triggers nothing', async () => {
    const { baton, north, write } = await openShop()
    const { conversationId } = await write('Visitor 10', 'What are your hours?')
    const page = await pageOf(north)
    await page.goto(`/inbox/all/${conversationId}`)
    const strip = page.getByRole('region', { name: 'Who is in control' })
    await strip.getByText(/has it/).waitFor()

    await page.keyboard.press('t')
    await strip.getByText('You have it').waitFor()
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Private note' }).waitFor()
    await page.keyboard.type('eat bread')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('article').getByText('eat bread').waitFor()
    expect((await baton.getConversation({ params: { id: conversationId } })).status).toBe('open')

    await page.keyboard.press('Escape')
    await page.keyboard.press('e')
    await strip.getByText('Resolved').waitFor()
    await page.keyboard.press('z')
    await strip.getByText('You have it').waitFor()
  })

  test('keeps a draft over a reload, and a reply that did not get through until it does', async () => {
    const { north, write } = await openShop()
    const { conversationId } = await write('Visitor 11', 'What are your hours?')
    const page = await pageOf(north)
    await page.goto(`/inbox/all/${conversationId}`)
    const field = page.getByRole('textbox', { name: 'Reply' })
    await field.fill('Half a sen')
    await page.reload()
    expect(await field.inputValue()).toBe('Half a sen')

    await field.fill('A whole sentence')
    await page.route('**/messages', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 409, json: { code: 'stale_epoch', detail: 'Control has changed since.' } })
        : route.fallback(),
    )
    // The browser says aloud that a request was refused.
    page.removeAllListeners('console')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Not sent: Control has changed since.').waitFor()
    await page.unroute('**/messages')
    await page.reload()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page
      .getByRole('article', { name: /^You, / })
      .getByText('A whole sentence')
      .waitFor()
    await expect.poll(() => page.getByText(/^Not sent/).count()).toBe(0)
  })

  test('R21: the search finds what was written, and stands in the address', async () => {
    const { north, write } = await openShop()
    const { conversationId } = await write('Visitor 14', `Where is my parcel ${Date.now()}?`)
    await write('Visitor 14', 'What are your hours?')
    const page = await pageOf(north)
    await page.goto('/inbox/all')
    await page.getByRole('heading', { name: 'All' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('MY PARCEL')
    await page.locator(`[data-conversation="${conversationId}"]`).waitFor()
    await page.waitForURL(/q=MY/)
    await page.getByRole('searchbox').fill('nothing is like this')
    await page.getByText('Nothing matches that.').waitFor()
  })

  test('R21: what happened while the connection was lost is there when it is back', async () => {
    const { north, write } = await openShop()
    const { conversationId } = await write('Visitor 15', 'What are your hours?')
    const page = await pageOf(north)
    await page.goto(`/inbox/all/${conversationId}`)
    await page.getByRole('log').getByText('We are open from 9 to 5.').waitFor()
    // The browser says aloud that it is not connected.
    page.removeAllListeners('console')
    await page.context().setOffline(true)
    await page.getByRole('textbox', { name: 'Reply' }).fill('Written without a connection')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Waiting for the connection').waitFor()
    await write('Visitor 15', 'Are you still there?')
    await page.context().setOffline(false)
    await page.getByRole('log').getByText('Are you still there?').waitFor()
    await page.getByText('Waiting for the connection').waitFor({ state: 'detached' })
    await page
      .getByRole('article', { name: /^You, / })
      .getByText('Written without a connection')
      .waitFor()
  })

  test('R22: a long conversation shows its end, and what came before it on demand', async () => {
    const { north, write } = await openShop()
    const { conversationId } = await write('Visitor 16', 'Message 1')
    for (let number = 2; number <= 230; number++) await write('Visitor 16', `Message ${number}`)
    const page = await pageOf(north)
    await page.goto(`/inbox/all/${conversationId}`)
    const log = page.getByRole('log')
    await expect.poll(() => log.getByText('Message 230', { exact: true }).isVisible()).toBe(true)
    expect(await log.getByRole('article').count()).toBeLessThan(60)
    await page.evaluate(`document.querySelector('[role=log]').scrollTop = 0`)
    await log.getByText('Today').waitFor()
    const top = await log.getByRole('article').first().innerText()
    await log.getByRole('button', { name: 'Show earlier messages' }).click()
    // What was on top is still in view, with what came before it above.
    await log.getByText(top.split('\n')[0] ?? '', { exact: true }).waitFor()
    await expect.poll(() => log.getByRole('button', { name: 'Show earlier messages' }).count()).toBe(0)
  })

  test('R26, R29: says why it was handed over, and takes whether that was right', async () => {
    const { baton, north, write } = await openShop()
    const { conversationId } = await write('Visitor 12', wish)
    const page = await pageOf(north)
    await page.goto(`/inbox/needs-a-human/${conversationId}`)
    const band = page.getByRole('region', { name: 'Handed over to Agent North' })
    await band.getByRole('button', { name: 'Needed', exact: true }).click()
    await expect
      .poll(
        async () => (await baton.listHandovers({ query: { conversationId } })).items[0]?.feedback?.verdict,
      )
      .toBe('needed')
    await band.getByRole('button', { name: 'Why?' }).click()
    const drawer = page.getByRole('dialog', { name: 'Why was this handed over?' })
    await drawer.getByText('“Human requested” fired.').waitFor()
    expect(page.url()).toContain('why=')
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
  })

  test('R22: two who write see each other, and a mention is completed and told', async () => {
    const { north, write } = await openShop()
    const east = await makeAgent('Agent East', `east-${Date.now()}@example.com`)
    const { conversationId } = await write('Visitor 17', wish)
    const page = await pageOf(north)
    const other = await pageOf(east)
    await page.goto(`/inbox/all/${conversationId}`)
    await other.goto(`/inbox/all/${conversationId}`)
    await other.getByRole('textbox', { name: 'Reply' }).fill('I will')
    await page.getByText('Agent East is writing …').waitFor()

    await page.getByText('Private note', { exact: true }).click()
    const note = page.getByRole('textbox', { name: 'Private note' })
    await note.pressSequentially('ask @Eas')
    await page.getByRole('option', { name: 'Agent East' }).first().waitFor()
    // There may be others of that name from other tests: the newest is ours.
    await page.getByRole('option', { name: 'Agent East' }).last().click()
    expect(await note.inputValue()).toBe('ask @Agent East ')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('article').getByText('ask @Agent East').waitFor()
    await other.getByRole('textbox', { name: 'Reply' }).fill('')
    await page.getByText('Agent East is writing …').waitFor({ state: 'detached' })
  })

  test('R21: a filter stands in the address; several are resolved at once', async () => {
    const { baton, north, write, channel } = await openShop()
    const first = await write('Visitor 18', 'What are your hours?')
    const second = await write('Visitor 19', 'What are your hours?')
    const page = await pageOf(north)
    await page.goto('/inbox/all')
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByLabel('Channel').selectOption(channel.id)
    await page.keyboard.press('Escape')
    await page.waitForURL(/channel=/)
    await page.getByRole('button', { name: 'Filter, 1 on' }).waitFor()
    await expect.poll(() => page.locator('[data-conversation]').count()).toBe(2)
    await page.getByRole('checkbox', { name: 'Mark Visitor 18' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('checkbox', { name: 'Mark Visitor 19' }).focus()
    await page.keyboard.press('Space')
    await page.getByText('2 marked').waitFor()
    await page.getByRole('button', { name: 'Resolve all' }).click()
    await page.getByText('Done for 2 conversations').waitFor()
    for (const { conversationId } of [first, second])
      expect((await baton.getConversation({ params: { id: conversationId } })).status).toBe('resolved')
    await expect.poll(() => page.getByText('2 marked').count()).toBe(0)
  })

  test('R18: who sees only what is assigned to them finds nothing else, also by its address', async () => {
    const { baton, write } = await openShop()
    const { conversationId } = await write('Visitor 20', 'What are your hours?')
    const west = await makeAgent('Agent West', `west-${Date.now()}@example.com`, 'agent')
    await baton.updateUser({ params: { id: west.id }, body: { permissions: { seeAll: false } } })
    const page = await pageOf(west)
    page.removeAllListeners('console')
    await page.goto(`/inbox/all/${conversationId}`)
    await page.getByText('No conversations yet').waitFor()
    await page.getByText('What are your hours?').waitFor({ state: 'detached' })
    await baton.assign({
      params: { id: conversationId },
      body: { assignTo: { type: 'user', userId: west.id } },
    })
    await page.locator(`[data-conversation="${conversationId}"]`).waitFor()
  })

  test('loads at most 250 KB of script at first, compressed', async () => {
    const { north } = await openShop()
    const page = await pageOf(north)
    await page.goto('/inbox/all')
    await page.locator('[data-conversation]').first().waitFor()
    const bytes = await page.evaluate(
      `performance.getEntriesByType('resource')
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
    )
    expect(Number(bytes)).toBeGreaterThan(50_000)
    expect(Number(bytes)).toBeLessThan(250_000)
  })

  test.each([
    ['light', false],
    ['dark', false],
    ['light', true],
    ['dark', true],
  ] as const)('axe finds nothing to mend (%s, phone: %s)', async (theme, phone) => {
    const { north, write } = await openShop()
    const { conversationId } = await write('Visitor 13', wish)
    const page = await pageOf(north, { theme, phone })
    for (const address of [
      '/inbox/needs-a-human',
      `/inbox/all/${conversationId}`,
      `/inbox/all/${conversationId}?why=1`,
    ]) {
      await page.goto(address)
      await page.getByText('Visitor 13').filter({ visible: true }).first().waitFor()
      if (address.includes('why')) await page.getByRole('dialog').getByText(/fired/).first().waitFor()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [address, id, nodes.map(({ html }) => html)])).toEqual([])
    }
  })
})

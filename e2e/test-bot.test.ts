import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { pageOf, useBrowser } from './browser.ts'
import { openShop } from './shop.ts'

useBrowser()

const paneOf = (page: Page) => page.getByRole('complementary', { name: 'Test your bot' })

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Write as the contact' }).fill(text)
  await page.keyboard.press('Enter')
}

/** A shop whose bot quotes one article and hands over to Agent North. */
async function openKnowledgeShop() {
  const shop = await openShop()
  const { baton, bot } = shop
  await baton.updateBot({ params: { id: bot.id }, body: { brain: { kind: 'knowledge' }, mode: 'off' } })
  const article = await baton.createArticle({
    body: { kind: 'qa', title: 'Can I return a lamp?', text: 'Within 30 days, unused.', botId: bot.id },
  })
  return { ...shop, article }
}

describe('R4 Test your bot', () => {
  test('answers with its source, says why, hands over, sleeps and is woken, while the bot is off', async () => {
    const { north, baton, bot } = await openKnowledgeShop()
    const page = await pageOf(north)
    await page.goto(`/bots/${bot.id}`)
    const pane = paneOf(page)
    await pane.getByRole('button', { name: 'Can I return a lamp?' }).click()
    const log = pane.getByRole('log')
    await log.getByText('Within 30 days, unused.').waitFor()
    await log.getByRole('link', { name: 'Can I return a lamp?' }).waitFor()
    const why = log.getByRole('button', { name: 'Why?' })
    await why.click()
    expect(await why.getAttribute('aria-expanded')).toBe('true')
    await log
      .getByRole('img', { name: /^Score/ })
      .first()
      .waitFor()

    await say(page, 'I want to talk to a human')
    await log.getByRole('region', { name: 'Would hand over to Agent North' }).waitFor()
    await log.getByText('Final message · nothing was sent').waitFor()
    await pane.getByText('The bot is asleep.').waitFor()
    expect(await pane.getByRole('textbox').count()).toBe(0)

    await pane.getByRole('button', { name: /Skip ahead|Wake it/ }).click()
    await say(page, 'can i return a lamp')
    await expect.poll(() => log.getByText('Within 30 days, unused.').count()).toBe(2)
    await pane.getByRole('button', { name: 'Start again' }).click()
    await pane.getByText('Be the contact').waitFor()
    expect((await baton.listConversations({ query: { view: 'all', limit: 1 } })).items).not.toContainEqual(
      expect.objectContaining({ lastMessage: expect.objectContaining({ text: 'can i return a lamp' }) }),
    )
  })

  test('R29 what was not right becomes an example of a scenario, or an article', async () => {
    const { north, bot, article } = await openKnowledgeShop()
    const page = await pageOf(north)
    await page.goto(`/bots/${bot.id}`)
    const pane = paneOf(page)
    await say(page, 'can i return a lamp')
    await pane.getByText('Within 30 days, unused.').waitFor()
    await pane.getByRole('button', { name: 'Not right' }).click()
    const edit = pane.getByRole('link', { name: 'Edit “Can I return a lamp?”' })
    expect(await edit.getAttribute('href')).toContain(article.id)
    await pane.getByRole('status').getByRole('link').last().click()
    await page.getByRole('complementary', { name: 'Try it' }).waitFor()
    expect(await page.getByRole('textbox', { name: 'What a contact writes' }).inputValue()).toBe(
      'can i return a lamp',
    )
    await page.getByRole('button', { name: /Make it an example phrase/ }).waitFor()
  })

  test('says what failed, and tries again', async () => {
    const { north, bot } = await openKnowledgeShop()
    const page = await pageOf(north)
    await page.goto(`/bots/${bot.id}`)
    const pane = paneOf(page)
    let isBroken = true
    await page.route('**/trial', (route) =>
      isBroken ? route.fulfill({ status: 200, body: '{' }) : route.continue(),
    )
    await say(page, 'can i return a lamp')
    const again = pane.getByRole('alert').getByRole('button', { name: 'Try again' })
    await again.waitFor()
    isBroken = false
    await again.click()
    await pane.getByText('Within 30 days, unused.').waitFor()
  })

  test('is behind a button where there is no room beside the goals', async () => {
    const { north, bot } = await openKnowledgeShop()
    const page = await pageOf(north, { phone: true })
    await page.goto(`/bots/${bot.id}`)
    await page.getByRole('button', { name: 'Test your bot' }).click()
    const drawer = page.getByRole('dialog', { name: 'Test your bot' })
    await say(page, 'can i return a lamp')
    await drawer.getByText('Within 30 days, unused.').waitFor()
    await drawer.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Test your bot' }).click()
    await drawer.getByText('Within 30 days, unused.').waitFor()
  })

  test.each([
    ['light', false],
    ['dark', false],
    ['light', true],
    ['dark', true],
  ] as const)('axe finds nothing (%s, phone: %s)', async (theme, phone) => {
    const { north, bot } = await openKnowledgeShop()
    const page = await pageOf(north, { theme, phone })
    await page.goto(`/bots/${bot.id}`)
    if (phone) await page.getByRole('button', { name: 'Test your bot' }).click()
    const pane = phone ? page.getByRole('dialog') : paneOf(page)
    await pane.getByText('Be the contact').waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await say(page, 'can i return a lamp')
    await pane.getByText('Within 30 days, unused.').waitFor()
    await pane.getByRole('button', { name: 'Not right' }).click()
    await say(page, 'I want to talk to a human')
    await pane.getByText('The bot is asleep.').waitFor()
    await pane.getByRole('button', { name: 'Why?' }).last().click()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
})

describe('R1 Suggestive mode', () => {
  async function openSuggestive() {
    const shop = await openKnowledgeShop()
    await shop.baton.updateBot({ params: { id: shop.bot.id }, body: { mode: 'suggestive' } })
    return shop
  }

  test('drafts replies that are inserted, changed and sent by a person, and by nobody else', async () => {
    const { north, baton, write } = await openSuggestive()
    const { conversationId } = await write('Visitor 61', 'hello')
    const page = await pageOf(north)
    await page.goto(`/inbox/all/${conversationId}`)
    const field = page.getByRole('textbox', { name: 'Reply' })
    await field.waitFor()
    await write('Visitor 61', 'can i return a lamp')
    const drafts = page.getByRole('region', { name: 'Suggested replies' })
    await drafts.getByText('Within 30 days, unused.').waitFor()
    await drafts.getByText('From Can I return a lamp?').waitFor()

    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Insert suggestion 1').waitFor()
    await page.keyboard.press('Escape')
    await field.fill('Let me see')
    await page.keyboard.press('Alt+Digit1')
    await expect.poll(() => field.inputValue()).toBe('Within 30 days, unused.')
    await page.getByRole('button', { name: /Undo/ }).click()
    await expect.poll(() => field.inputValue()).toBe('Let me see')
    await drafts.getByRole('button', { name: 'Insert suggestion 1' }).click()
    await field.press('End')
    await page.keyboard.type(' Gladly.')
    const texts = async () =>
      (await baton.listMessages({ params: { id: conversationId } })).items.map(({ author, text }) => [
        author,
        text,
      ])
    expect(await texts()).toHaveLength(2)
    await page.keyboard.press('Control+Enter')
    await drafts.waitFor({ state: 'detached' })
    await expect.poll(async () => (await texts()).at(-1)).toEqual(['user', 'Within 30 days, unused. Gladly.'])
  })

  test('says what it would hand over, and offers its drafts where a person has the conversation', async () => {
    const { north, baton, write } = await openSuggestive()
    const { conversationId } = await write('Visitor 62', 'I want to talk to a human')
    const page = await pageOf(north)
    await page.goto(`/inbox/all/${conversationId}`)
    const drafts = page.getByRole('region', { name: 'Suggested replies' })
    await drafts.getByText(/^Would hand over: /).waitFor()
    await drafts.getByText('talk to a human').waitFor()
    await baton.takeOver({ params: { id: conversationId }, body: { userId: north.id } })
    await write('Visitor 62', 'can i return a lamp')
    await drafts.getByText('Within 30 days, unused.').waitFor()
    await drafts.getByRole('button', { name: 'Hide the suggestions' }).click()
    await drafts.waitFor({ state: 'detached' })
  })

  test.each([
    ['light', false],
    ['dark', true],
  ] as const)('axe finds nothing (%s, phone: %s)', async (theme, phone) => {
    const { north, write } = await openSuggestive()
    const { conversationId } = await write('Visitor 63', 'can i return a lamp')
    const page = await pageOf(north, { theme, phone })
    await page.goto(`/inbox/all/${conversationId}`)
    await page.getByRole('region', { name: 'Suggested replies' }).getByText('Within 30 days').waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
})

import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, test } from 'vitest'
import { pageOf, useBrowser } from './browser.ts'
import { openShop } from './shop.ts'

useBrowser()

describe('R2 the knowledge of a bot', () => {
  test('is written, tried, changed and restored', async () => {
    const { north, baton, bot, write } = await openShop()
    await baton.updateBot({ params: { id: bot.id }, body: { brain: { kind: 'knowledge' } } })
    const page = await pageOf(north)
    await page.goto(`/bots/${bot.id}`)
    await page.getByRole('link', { name: 'Knowledge' }).click()
    await page.getByRole('button', { name: 'New article' }).click()
    const drawer = page.getByRole('dialog', { name: /New article|Can I return/ })
    await drawer.getByRole('textbox', { name: 'Question' }).fill('Can I return a lamp?')
    await drawer.getByRole('textbox', { name: 'Answer' }).fill('Within 30 days, unused.')
    await drawer.getByRole('textbox', { name: 'Other ways to ask' }).fill('How do I send it back?')
    await drawer.getByRole('button', { name: 'Save the article' }).click()
    await page.getByRole('button', { name: /Can I return a lamp/ }).waitFor()

    const tested = page.getByRole('region', { name: 'Test a question' })
    await tested.getByRole('textbox').fill('can i return my lamp')
    await tested.getByRole('button', { name: 'Ask' }).click()
    await tested.getByText('Within 30 days, unused.').waitFor()
    const { conversationId } = await write('Visitor 96', 'Can I return a lamp?')
    await expect
      .poll(async () => (await baton.listMessages({ params: { id: conversationId } })).items.at(-1)?.text)
      .toContain('Within 30 days')

    await page.getByRole('button', { name: /Can I return a lamp/ }).click()
    await drawer.getByRole('textbox', { name: 'Answer' }).fill('Within 60 days.')
    await drawer.getByRole('button', { name: 'Save the article' }).click()
    await drawer.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /Can I return a lamp/ }).click()
    await drawer.getByRole('button', { name: 'Restore version 1' }).click()
    await page.getByText('Restored.', { exact: false }).waitFor()
    await drawer.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /Can I return a lamp/ }).click()
    await expect
      .poll(() => drawer.getByRole('textbox', { name: 'Answer' }).inputValue())
      .toBe('Within 30 days, unused.')
  })

  test('is imported from files, each with what became of it', async () => {
    const { north, bot } = await openShop()
    const page = await pageOf(north)
    await page.goto(`/bots/${bot.id}/knowledge`)
    await page.getByRole('button', { name: 'Import' }).click()
    const mark = Date.now().toString(36)
    await page.getByLabel('Files to import').setInputFiles([
      {
        name: `delivery-${mark}.md`,
        mimeType: 'text/markdown',
        buffer: Buffer.from(`# Delivery ${mark}\n\nTwo days.`),
      },
      { name: `broken-${mark}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('not a PDF') },
    ])
    await page.getByRole('button', { name: 'Import them' }).click()
    const results = page.getByRole('dialog').getByRole('listitem')
    await results
      .filter({ hasText: `delivery-${mark}.md` })
      .getByText('added')
      .waitFor()
    await results
      .filter({ hasText: `broken-${mark}.pdf` })
      .getByText('failed')
      .waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: new RegExp(`Delivery ${mark}`) }).waitFor()
  })

  test('names what nobody could answer, and begins the article', async () => {
    const { north, baton, bot, write } = await openShop()
    await baton.updateBot({ params: { id: bot.id }, body: { brain: { kind: 'knowledge' } } })
    const { items } = await baton.listScenarios({ params: { id: bot.id } })
    const lack = items.find(({ kind }) => kind === 'lack_of_information')
    await baton.updateScenario({
      params: { id: bot.id, scenarioId: lack?.id ?? '' },
      body: { enabled: true, assignTo: { type: 'user', userId: north.id } },
    })
    await write('Visitor 97', 'Do you ship lamps to islands?')
    const unanswered = async () =>
      (await baton.listUnanswered({ params: { id: bot.id }, query: {} })).items.length
    await expect.poll(unanswered).toBe(1)
    const page = await pageOf(north)
    await page.goto(`/bots/${bot.id}/knowledge`)
    await page.getByRole('button', { name: 'Write the article for “Do you ship lamps to islands?”' }).click()
    await expect
      .poll(() => page.getByRole('dialog').getByRole('textbox', { name: 'Question' }).inputValue())
      .toBe('Do you ship lamps to islands?')
  })

  test.each([
    ['light', false],
    ['dark', false],
    ['light', true],
    ['dark', true],
  ] as const)('axe finds nothing (%s, phone: %s)', async (theme, phone) => {
    const { north, baton, bot } = await openShop()
    await baton.createArticle({ body: { title: 'Returns', text: 'Within 30 days.', botId: bot.id } })
    const page = await pageOf(north, { theme, phone })
    await page.goto(`/bots/${bot.id}/knowledge`)
    await page.getByRole('button', { name: /^Returns/ }).waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.getByRole('button', { name: /^Returns/ }).click()
    await page.getByRole('dialog').getByRole('textbox').first().waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
})

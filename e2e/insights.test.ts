import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, test } from 'vitest'
import { pageOf, useBrowser } from './browser.ts'
import { makeAgent, openShop } from './shop.ts'

useBrowser()

describe('R30 insights', () => {
  test('each number leads to the conversations behind it, and has an address', async () => {
    const { baton, north, write, bot } = await openShop()
    const { conversationId } = await write('Visitor 90', 'I want to talk to a human')
    await write('Visitor 91', 'What are your hours?')
    const handover = async () => (await baton.listHandovers({ query: { conversationId } })).items[0]
    await expect.poll(handover).toBeDefined()
    await baton.claim({ params: { id: conversationId }, body: { userId: north.id } })
    const page = await pageOf(north)
    await page.goto(`/insights?bot=${bot.id}&days=7`)
    const solved = page.getByRole('button', { name: 'Solved without handover' })
    await solved.waitFor()
    await page.getByText('50.0').waitFor()
    await solved.click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('link', { name: /Visitor 91/ }).waitFor()
    expect(page.url()).toContain('behind=without_handover')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: north.name, exact: true }).click()
    await drawer.getByRole('link', { name: /Visitor 90.*claimed after/s }).click()
    await page.waitForURL(new RegExp(conversationId))
    await page.goBack()
    await drawer.getByRole('link', { name: /Visitor 90/ }).waitFor()
    await page.keyboard.press('Escape')

    const chart = page.getByRole('region', { name: 'Handovers by scenario' })
    await chart.getByRole('img', { name: /1 handovers, most by Human requested/ }).waitFor()
    await chart.getByRole('button', { name: 'Show as table' }).click()
    expect(await chart.getByRole('row').count()).toBe(8)
    await page.getByText('90 days', { exact: true }).click()
    await page.waitForURL(/days=90/)
    await expect.poll(() => chart.getByRole('row').count()).toBe(91)
  })

  test('R26: what was nearly missed becomes a phrase with one press', async () => {
    const { baton, north, write, bot, asked } = await openShop()
    await write('Visitor 92', 'could someone explain your hours to me')
    const near = async () => (await baton.listMissed({ query: { botId: bot.id } })).items.length
    await expect.poll(near).toBe(1)
    const page = await pageOf(north)
    await page.goto(`/insights?bot=${bot.id}`)
    const missed = page.getByRole('region', { name: 'Perhaps missed' })
    await missed
      .getByRole('button', { name: 'Add “could someone explain your hours to me” as a phrase' })
      .click()
    await page.getByText('Added to “Human requested”. It is live.').waitFor()
    const { examplePhrases } = await baton.getScenario({ params: { id: bot.id, scenarioId: asked.id } })
    expect(examplePhrases).toContain('could someone explain your hours to me')
  })

  test('R18: are not shown to who may not see them', async () => {
    const west = await makeAgent('Agent West', `west-insights-${Date.now()}@example.com`, 'agent')
    const page = await pageOf(west)
    await page.goto('/insights')
    await page.getByText('You do not see insights.').waitFor()
    expect(await page.getByRole('link', { name: 'Insights' }).count()).toBe(0)
  })

  test.each([
    ['light', false],
    ['dark', false],
    ['light', true],
    ['dark', true],
  ] as const)('axe finds nothing (%s, phone: %s)', async (theme, phone) => {
    const { north, write, bot } = await openShop()
    await write('Visitor 93', 'I want to talk to a human')
    const page = await pageOf(north, { theme, phone })
    await page.goto(`/insights?bot=${bot.id}&behind=handovers`)
    await page.getByRole('dialog').getByText('Visitor 93').waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
})

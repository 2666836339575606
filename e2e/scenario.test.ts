import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { pageOf, useBrowser } from './browser.ts'
import { openShop } from './shop.ts'

useBrowser()

async function openEditor() {
  const shop = await openShop()
  const page = await pageOf(shop.north)
  const address = `/bots/${shop.bot.id}/scenarios/${shop.asked.id}`
  await page.goto(address)
  await page.getByRole('heading', { name: shop.asked.name, level: 1 }).waitFor()
  const saved = () => shop.baton.getScenario({ params: { id: shop.bot.id, scenarioId: shop.asked.id } })
  return { ...shop, page, address, saved }
}

const nameField = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true })
const draftSaved = (page: Page) => page.getByText(/^Draft saved/).waitFor()

describe('the editor of a scenario', () => {
  test('R9: keeps a draft that is not live, also over closing the tab, and discards it', async () => {
    const { north, page, address, saved, asked } = await openEditor()
    await nameField(page).fill('Wants somebody')
    await draftSaved(page)
    await page.getByText('not live yet').waitFor()
    expect((await saved()).name).toBe(asked.name)
    await page.close()

    const again = await pageOf(north)
    await again.goto(address)
    await draftSaved(again)
    expect(await nameField(again).inputValue()).toBe('Wants somebody')
    await again.getByRole('button', { name: 'Discard draft' }).click()
    await again.getByText('Everything is live').waitFor()
    expect(await nameField(again).inputValue()).toBe(asked.name)
    await again.reload()
    await again.getByText('Everything is live').waitFor()
  })

  test('R9: keeps it on the device while there is no network, and saves it once there is', async () => {
    const { page, address, north, baton, bot } = await openEditor()
    page.removeAllListeners('console')
    await page.context().setOffline(true)
    await nameField(page).fill('Typed without a network')
    await page.getByText('Not saved yet. Kept on this device.').waitFor()
    await page.context().setOffline(false)
    await draftSaved(page)
    const drafts = () => baton.listDrafts({ params: { id: bot.id }, query: { userId: north.id } })
    expect((await drafts()).items[0]?.content).toMatchObject({ name: 'Typed without a network' })

    await page.context().setOffline(true)
    await nameField(page).fill('And the tab closed')
    await page.getByText('Not saved yet. Kept on this device.').waitFor()
    await page.context().setOffline(false)
    await page.goto(address)
    expect(await nameField(page).inputValue()).toBe('And the tab closed')
    // It goes to the server then, without another letter.
    await draftSaved(page)
    expect((await drafts()).items[0]?.content).toMatchObject({ name: 'And the tab closed' })
  })

  test('R7, R9: saves every part, says at the field what is wrong, and is live then', async () => {
    const { page, saved, write, north } = await openEditor()
    await nameField(page).fill('')
    await page.getByRole('switch', { name: 'Response target' }).click()
    await page.getByRole('button', { name: 'Save and activate' }).click()
    await page
      .getByText(/^Give|missing|at least|short/i)
      .first()
      .waitFor()
    expect(await nameField(page).getAttribute('aria-invalid')).toBe('true')
    expect(await nameField(page).evaluate((field) => field.matches(':focus'))).toBe(true)

    await nameField(page).fill('Wants a refund person')
    await page.getByRole('textbox', { name: 'Add a phrase' }).fill('is the wookiee in')
    await page.keyboard.press('Enter')
    const final = page.getByRole('region', { name: 'Final message' })
    await final.getByRole('button', { name: 'Add a language' }).click()
    await page.getByRole('textbox', { name: 'Language tag' }).fill('de')
    await page.getByRole('textbox', { name: 'Final message in this language' }).fill('Gleich ist jemand da.')
    await page.getByRole('textbox', { name: 'Add a tag' }).fill('vip')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+s')
    await page.getByText('Everything is live').waitFor()
    expect(await saved()).toMatchObject({
      name: 'Wants a refund person',
      finalMessageTranslations: { de: 'Gleich ist jemand da.' },
      responseTarget: null,
      tags: ['human_handover', 'vip'],
    })
    expect((await saved()).examplePhrases).toContain('is the wookiee in')
    const { conversationId } = await write('Visitor 60', 'I want to talk to a human')
    await page.goto(`/inbox/all/${conversationId}`)
    await page.getByRole('region', { name: `Handed over to ${north.name}` }).waitFor()
  })

  test('R9: tells the second of two what the first has saved, and overwrites nothing by itself', async () => {
    const { north, page, address, saved } = await openEditor()
    const other = await pageOf(north)
    await other.goto(address)
    await nameField(other).waitFor()
    await nameField(page).fill('Saved first')
    await page.getByRole('button', { name: 'Save and activate' }).click()
    await page.getByText('Everything is live').waitFor()

    other.removeAllListeners('console')
    await other.getByRole('textbox', { name: /Trigger condition/ }).fill('Mine')
    await other.getByRole('button', { name: 'Save and activate' }).click()
    const dialog = other.getByRole('dialog')
    await dialog.getByRole('row', { name: /Name .* Saved first/ }).waitFor()
    await dialog.getByRole('row', { name: /Trigger condition Mine/ }).waitFor()
    expect((await saved()).name).toBe('Saved first')
    await dialog.getByRole('button', { name: 'Take theirs' }).click()
    await other.getByText('Everything is live').waitFor()
    expect(await nameField(other).inputValue()).toBe('Saved first')
  })

  test('R27: tries the draft and not what is saved, and marks the words that count', async () => {
    const { page, write } = await openEditor()
    const said = page.getByRole('textbox', { name: 'What a contact writes' })
    await said.fill('please let me talk to a human')
    await page.getByText('Would hand over').waitFor()
    expect(await page.locator('aside mark').allInnerTexts()).not.toEqual([])
    await page.getByRole('switch', { name: 'Enabled' }).click()
    await page.getByText('The bot would answer').waitFor()
    await page.getByText('Would fire, if it were enabled.').waitFor()

    await page.getByRole('radio', { name: 'Transcript' }).check({ force: true })
    await page.getByRole('switch', { name: 'Enabled' }).click()
    await said.fill('contact: Where is my parcel?\nbot: At the depot.\ncontact: I want to speak to a person')
    await page.getByText(/at line 3/).waitFor()

    const { conversationId } = await write('Visitor 61', 'I want to talk to a human')
    await page.getByRole('button', { name: 'Look at the last 500' }).click()
    const found = page.getByRole('region', { name: 'On your past conversations' })
    await found.getByText('of the last 1', { exact: false }).waitFor()
    await found.getByRole('link').first().click()
    await page.waitForURL(new RegExp(conversationId))
    await page.getByRole('dialog').getByText('Human requested').first().waitFor()
  })

  test('R10: says of a phrase that it is too general, while one types', async () => {
    const { page } = await openEditor()
    await page.getByRole('textbox', { name: 'Add a phrase' }).fill('agent')
    await page.keyboard.press('Enter')
    await page.getByText(/“?"?agent.* (too short|too general)/).waitFor()
  })
})

describe('Bot Goals', () => {
  test('R6, R8: adds up to six, puts them in order by keyboard and deletes one', async () => {
    const { north, baton, bot } = await openShop()
    const page = await pageOf(north)
    await page.goto(`/bots/${bot.id}`)
    const names = async () =>
      (await baton.listScenarios({ params: { id: bot.id } })).items.map(({ name }) => name)
    const before = await names()
    await page
      .getByRole('button', { name: `Move ${before[0]}, place 1 of 3. The arrow keys move it.` })
      .focus()
    await page.keyboard.press('ArrowDown')
    await page.getByText(`${before[0]}, place 2 of 3`, { exact: true }).waitFor({ state: 'attached' })
    await expect.poll(names).toEqual([before[1], before[0], before[2]])

    for (const expected of ['Custom', 'Custom 2', 'Custom 3']) {
      await page.getByRole('button', { name: 'Add a scenario' }).click()
      await page.getByRole('menuitem', { name: /^Custom/ }).click()
      await page.getByRole('heading', { name: expected, level: 1 }).waitFor()
      await page.goBack()
      await page.getByRole('heading', { name: 'Human Handover' }).waitFor()
    }
    await page.getByText('6 of 6').waitFor()
    expect(await page.getByRole('button', { name: 'Add a scenario' }).isDisabled()).toBe(true)

    await page.getByRole('button', { name: 'More for Custom 2' }).click()
    await page.getByRole('menuitem', { name: 'Delete the scenario' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the scenario' }).click()
    await page.getByText('5 of 6').waitFor()
    expect(await names()).not.toContain('Custom 2')
  })

  test('R10: asks before Auto Pilot where handovers would not work, and says how to mend it', async () => {
    const { north, baton } = await openShop()
    const bot = await baton.createBot({ body: { name: `Lonely bot ${Date.now()}` } })
    const page = await pageOf(north)
    await page.goto(`/bots/${bot.id}`)
    await page.getByRole('heading', { name: bot.name }).waitFor()
    await page.getByText('Auto Pilot', { exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('listitem').filter({ hasText: 'channel' }).waitFor()
    await dialog.getByRole('button', { name: 'Switch on Auto Pilot' }).click()
    await expect.poll(async () => (await baton.getBot({ params: { id: bot.id } })).mode).toBe('autopilot')
  })
})

for (const theme of ['light', 'dark'] as const)
  for (const phone of [false, true])
    test(`axe finds nothing in Bot Goals and the editor, ${theme}, ${phone ? 'phone' : 'wide'}`, async () => {
      const { north, bot, asked } = await openShop()
      const page = await pageOf(north, { theme, phone })
      await page.goto(`/bots/${bot.id}`)
      await page.getByRole('heading', { name: 'Human Handover' }).waitFor()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      await page.goto(`/bots/${bot.id}/scenarios/${asked.id}`)
      await page.getByRole('heading', { name: asked.name, level: 1 }).waitFor()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    })

import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, test } from 'vitest'
import { pageOf, useBrowser } from './browser.ts'
import { openShop } from './shop.ts'

useBrowser()

describe('R23 contacts', () => {
  test('are searched, changed, tagged, and lead to their conversations', async () => {
    const { baton, north, write } = await openShop()
    const name = `Visitor ${Date.now().toString(36)}`
    const { conversationId } = await write(name, 'What are your hours?')
    const page = await pageOf(north)
    await page.goto('/contacts')
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill(name)
    await page.waitForURL(/q=Visitor/)
    await page.getByRole('link', { name: new RegExp(name) }).click()
    await page.getByRole('heading', { name, level: 2 }).waitFor()
    await page.getByRole('button', { name: 'Edit' }).click()
    await page.getByRole('textbox', { name: 'E-mail' }).fill('v@example.com')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('definition').filter({ hasText: 'v@example.com' }).waitFor()
    await page.getByRole('button', { name: 'Add a tag' }).click()
    await page.getByRole('textbox', { name: 'Add a tag' }).fill('vip')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /vip/ }).waitFor()
    const { contactId } = await baton.getConversation({ params: { id: conversationId } })
    expect(await baton.getContact({ params: { id: contactId } })).toMatchObject({
      email: 'v@example.com',
      tags: ['vip'],
    })
    await page.getByRole('link', { name: /Web shop/ }).click()
    await page.getByRole('log').getByText('What are your hours?').waitFor()
  })

  test.each([
    ['light', false],
    ['dark', false],
    ['light', true],
    ['dark', true],
  ] as const)('axe finds nothing (%s, phone: %s)', async (theme, phone) => {
    const { baton, north, write } = await openShop()
    const { conversationId } = await write('Visitor 95', 'What are your hours?')
    const { contactId } = await baton.getConversation({ params: { id: conversationId } })
    const page = await pageOf(north, { theme, phone })
    for (const address of ['/contacts', `/contacts/${contactId}`]) {
      await page.goto(address)
      await page.getByText('Visitor 95').filter({ visible: true }).first().waitFor()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    }
  })
})

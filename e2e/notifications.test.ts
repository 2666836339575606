import { describe, expect, test } from 'vitest'
import { freshServer, pageOf, strangerOn, useBrowser } from './browser.ts'
import { openShop } from './shop.ts'

useBrowser()

describe('R19 in the app', () => {
  test('a handover is told at once: a toast that leads to it, the bell, the title and the icon', async () => {
    const { north, write } = await openShop()
    const page = await pageOf(north)
    await page.goto('/settings/profile')
    await page.getByRole('heading', { name: 'My profile' }).waitFor()
    expect(await page.title()).toBe('My profile · Baton')
    const { conversationId } = await write('Visitor 80', 'I want to talk to a human')
    const told = page.getByText('Visitor 80 was handed over to you · Human requested')
    await told.waitFor()
    await expect.poll(() => page.title()).toMatch(/^\([12]\) My profile/)
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toBe('/baton-new.svg')

    await page
      .getByRole('button', { name: /^Notifications, [12] new/ })
      .first()
      .click()
    const list = page.getByRole('dialog', { name: 'Notifications' })
    await list.getByRole('link', { name: /Visitor 80 was handed over to you/ }).click()
    await page.waitForURL(new RegExp(conversationId))
    await page.getByRole('region', { name: `Handed over to ${north.name}` }).waitFor()
    // What one has read in the conversation is read in the bell, too.
    await expect.poll(() => page.title()).not.toMatch(/^\(/)
  })

  test('says nothing of the conversation that one looks at, and marks all read', async () => {
    const { north, write } = await openShop()
    const { conversationId } = await write('Visitor 81', 'I want to talk to a human')
    const page = await pageOf(north)
    await page.goto(`/inbox/all/${conversationId}`)
    await page.getByRole('button', { name: 'Claim' }).first().click()
    await page.getByText('You have it').waitFor()
    await write('Visitor 81', 'Are you there?')
    await page.getByRole('log').getByText('Are you there?').waitFor()
    await write('Visitor 82', 'I want to talk to a human')
    await page.getByText('Visitor 82 was handed over to you · Human requested').waitFor()
    expect(await page.getByText('Visitor 81 wrote').count()).toBe(0)
    await page
      .getByRole('button', { name: /^Notifications, \d new/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Mark all read' }).click()
    await page.getByRole('button', { name: 'Notifications', exact: true }).first().waitFor()
  })
})

describe('the demo', () => {
  test('is tried before anything is set up, has life in it, and goes with one click', async () => {
    const { url } = await freshServer()
    const page = await strangerOn(url)
    await page.goto('/')
    await page.getByRole('button', { name: 'Try the demo' }).click()
    await page.getByText('This is the demo.').waitFor({ timeout: 60_000 })
    await page.getByRole('heading', { name: 'Needs a human' }).waitFor()
    await page
      .getByText(/^Visitor/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Bots' }).first().click()
    await page.getByText('3 of 6').waitFor()
    await page.getByRole('button', { name: 'Remove the demo' }).click()
    await page.getByRole('heading', { name: 'Set up your workspace' }).waitFor()
  })
})

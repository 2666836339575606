import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { freshServer, pageOf, strangerOn, useBrowser } from './browser.ts'
import { makeAgent, openShop } from './shop.ts'

useBrowser()

let people = 0

/** Somebody of whom there is only one, whatever else is tested. */
function someone(name: string, role: 'admin' | 'agent' = 'agent') {
  people += 1
  const mark = `${Date.now().toString(36)}${people}`
  return makeAgent(`${name} ${mark}`, `${name.toLowerCase().replace(' ', '-')}-${mark}@example.com`, role)
}

const drawer = (page: Page) => page.getByRole('dialog')

describe('R18 My Staff', () => {
  test('invites somebody, who joins by the link and is in the list then', async () => {
    const { north } = await openShop()
    const page = await pageOf(north)
    const mark = Date.now().toString(36)
    await page.goto('/settings/staff')
    await page.getByRole('button', { name: 'Invite' }).click()
    const dialog = drawer(page)
    // The browser says aloud that a request was refused.
    page.removeAllListeners('console')
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    await dialog
      .getByText(/missing|at least|address/i)
      .first()
      .waitFor()
    await dialog.getByRole('textbox', { name: 'Name' }).fill(`Agent Cape ${mark}`)
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill(`cape-${mark}@example.com`)
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    const link = await dialog.locator('pre').innerText()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await page.getByText(`cape-${mark}@example.com`).waitFor()

    const stranger = await strangerOn(inject('batonUrl'))
    await stranger.goto(new URL(link).pathname)
    await stranger.getByLabel('Password', { exact: true }).fill('a sentence of Agent Cape')
    await stranger.getByRole('button', { name: /Join/ }).click()
    await stranger.getByRole('heading', { name: 'Needs a human' }).waitFor()
    await page.reload()
    await page.getByRole('link', { name: new RegExp(`Agent Cape ${mark}`) }).waitFor()
  })

  test('changes what somebody may do, at once and at the server', async () => {
    const { north, baton } = await openShop()
    const east = await someone('Agent East')
    const page = await pageOf(north)
    await page.goto(`/settings/staff/${east.id}`)
    await drawer(page).getByRole('tab', { name: 'Role and permissions' }).click()
    await drawer(page).getByRole('switch', { name: 'Manage bots and scenarios' }).click()
    await drawer(page).getByText('Only assigned').click()
    const permissions = async () => (await baton.getUser({ params: { id: east.id } })).permissions
    await expect.poll(permissions).toMatchObject({ manageBots: true, seeAll: false })
    await drawer(page).getByText('Everything, with staff and settings').click()
    await expect.poll(async () => (await baton.getUser({ params: { id: east.id } })).role).toBe('admin')
  })

  test('sets weekly hours and says when a span ends before it begins', async () => {
    const { north, baton } = await openShop()
    const east = await someone('Agent East')
    const page = await pageOf(north)
    await page.goto(`/settings/staff/${east.id}`)
    await drawer(page).getByRole('tab', { name: 'Availability' }).click()
    await drawer(page).getByLabel('When on duty').selectOption('hours')
    await drawer(page).getByLabel('Time zone').selectOption('Europe/Lisbon')
    await drawer(page).getByLabel('Monday, until').fill('08:00')
    await drawer(page).getByText('It must end after it begins.', { exact: false }).waitFor()
    await drawer(page).getByLabel('Monday, until').fill('12:30')
    await drawer(page).getByRole('button', { name: 'Add hours on Monday' }).click()
    await drawer(page).getByRole('button', { name: 'Copy Monday to weekdays' }).click()
    await drawer(page).getByLabel('Most open handovers').fill('4')
    await drawer(page).getByRole('button', { name: 'Save the hours' }).click()
    await expect
      .poll(async () => await baton.getUser({ params: { id: east.id } }))
      .toMatchObject({ capacity: 4, hours: { timeZone: 'Europe/Lisbon' } })
    const { hours } = await baton.getUser({ params: { id: east.id } })
    const halves = [
      { from: '09:00', to: '12:30' },
      { from: '12:30', to: '23:00' },
    ]
    expect(hours?.days).toEqual([halves, halves, halves, halves, halves, [], []])
  })

  test('says what deactivating somebody touches, and where their conversations go', async () => {
    const { north, baton, write, bot, asked } = await openShop()
    const east = await someone('Agent East')
    await baton.updateScenario({
      params: { id: bot.id, scenarioId: asked.id },
      body: { assignTo: { type: 'user', userId: east.id } },
    })
    const { conversationId } = await write('Visitor 70', 'I want to talk to a human')
    await expect
      .poll(async () => (await baton.getConversation({ params: { id: conversationId } })).control.assigneeId)
      .toBe(east.id)
    const page = await pageOf(north)
    await page.goto(`/settings/staff/${east.id}`)
    await drawer(page)
      .getByRole('button', { name: `Deactivate ${east.name}` })
      .click()
    const asks = page.getByRole('dialog', { name: `Deactivate ${east.name}?` })
    await asks.getByText('1 open conversation, 1 of them not claimed').waitFor()
    await asks.getByText(`Scenario “${asked.name}”, where they are the assignee`).waitFor()
    await asks.getByLabel('Their conversations go to').selectOption(`user:${north.id}`)
    await asks.getByRole('button', { name: `Deactivate ${east.name}` }).click()
    await drawer(page).getByRole('button', { name: 'Activate again' }).waitFor()
    const { control } = await baton.getConversation({ params: { id: conversationId } })
    expect(control.assigneeId).toBe(north.id)
  })

  test('an agent sees the staff and changes nothing but their own hours', async () => {
    const { north } = await openShop()
    const east = await someone('Agent East')
    const page = await pageOf(east)
    await page.goto(`/settings/staff/${north.id}`)
    await drawer(page).getByText('Only whoever manages staff can change this.').waitFor()
    expect(
      await drawer(page)
        .getByRole('button', { name: /Deactivate/ })
        .count(),
    ).toBe(0)
    expect(await page.getByRole('button', { name: 'Invite' }).count()).toBe(0)
    await page.goto('/settings/workspace')
    await page.getByText('This is for admins.').waitFor()
    expect(await page.getByRole('link', { name: 'API keys' }).count()).toBe(0)
    await page.goto('/settings/profile')
    await page.getByText('Away', { exact: true }).click()
    await page.getByText('Takes no new handovers.', { exact: false }).waitFor()
  })
})

describe('R19 notification settings', () => {
  test('each switch saves at once, and a test comes', async () => {
    const { north, baton } = await openShop()
    const page = await pageOf(north)
    await page.goto('/settings/notifications')
    await page.getByRole('switch', { name: 'Push: Conversation assigned to me' }).click()
    await page.getByRole('switch', { name: 'Quiet outside working hours' }).click()
    await expect
      .poll(async () => await baton.getNotificationSettings({ params: { id: north.id } }))
      .toMatchObject({
        quietOutsideHours: true,
        events: { conversation_assigned: { push: true, app: true } },
      })
    await page.getByRole('button', { name: 'Send me a test' }).click()
    await page.getByText('It is in the bell at the left.').waitFor()
  })
})

describe('oneself', () => {
  test('R18: changes the password and signs out elsewhere', async () => {
    const east = await someone('Agent East')
    const page = await pageOf(east)
    const other = await pageOf(east)
    await other.goto('/settings/profile')
    await page.goto('/settings/profile')
    const sessions = page.getByRole('region', { name: 'Where you are signed in' })
    await sessions.getByText('this one').waitFor()
    await sessions
      .getByRole('button', { name: /^Sign out/ })
      .first()
      .click()
    other.removeAllListeners('console')
    await other.reload()
    await other.getByRole('heading', { name: 'Sign in' }).waitFor()

    page.removeAllListeners('console')
    await page.getByLabel('Present password').fill('not my password')
    await page.getByLabel('New password').fill('quite another sentence')
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page
      .getByText(/password/i)
      .and(page.getByText(/wrong|not/i))
      .first()
      .waitFor()
    await page.getByLabel('Present password').fill('a long sentence of a test')
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.getByText('Password changed.', { exact: false }).waitFor()
  })
})

describe('the workspace', () => {
  test('teams are made, filled and deleted', async () => {
    const { north, baton } = await openShop()
    const page = await pageOf(north)
    const name = `Team ${Date.now().toString(36)}`
    await page.goto('/settings/teams')
    await page.getByRole('button', { name: 'Add a team' }).click()
    await drawer(page).getByRole('textbox', { name: 'Name' }).fill(name)
    await drawer(page).getByText(north.name, { exact: true }).first().click()
    await drawer(page).getByRole('button', { name: 'Save the team' }).click()
    await page.getByRole('button', { name: `Edit ${name}` }).click()
    const { items } = await baton.listTeams({ query: { limit: 200 } })
    expect(items.find((team) => team.name === name)?.userIds).toHaveLength(1)
    await drawer(page).getByRole('button', { name: 'Delete the team' }).click()
    await page
      .getByRole('dialog', { name: `Delete “${name}”?` })
      .getByRole('button', { name: 'Delete the team' })
      .click()
    await expect.poll(() => page.getByText(name).count()).toBe(0)
  })

  test('R23: a channel is added and says how to connect it', async () => {
    const { north, bot } = await openShop()
    const page = await pageOf(north)
    await page.goto('/settings/channels')
    await page.getByRole('button', { name: 'Add a channel' }).click()
    await drawer(page).getByRole('textbox', { name: 'Name' }).fill('Help centre')
    await drawer(page).getByLabel('Bot').selectOption(bot.id)
    await drawer(page).getByRole('button', { name: 'Save the channel' }).click()
    await drawer(page)
      .getByText(/<script src=".*\/widget\.js" data-channel=/)
      .waitFor()
    await drawer(page).getByRole('button', { name: 'Make a secret' }).click()
    await drawer(page).getByText(/^bis_/).waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await drawer(page).waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Add a channel' }).click()
    await drawer(page).getByText('API', { exact: true }).click()
    await drawer(page).getByRole('textbox', { name: 'Name' }).fill('Own app')
    await drawer(page).getByRole('button', { name: 'Save the channel' }).click()
    await drawer(page)
      .getByText(/curl .*\/v1\/channels\//)
      .waitFor()
  })

  test('R25: a key is shown once, and gone when deleted', async () => {
    const { north } = await openShop()
    const page = await pageOf(north)
    const name = `Web shop ${Date.now().toString(36)}`
    await page.goto('/settings/api-keys')
    await page.getByRole('button', { name: 'Add a key' }).click()
    await drawer(page).getByRole('textbox', { name: 'What it is for' }).fill(name)
    await drawer(page).getByLabel('Conversations', { exact: true }).selectOption('conversations:read')
    await drawer(page).getByRole('button', { name: 'Create the key' }).click()
    expect(await drawer(page).locator('pre').innerText()).toMatch(/^baton_/)
    await drawer(page).getByRole('button', { name: 'I have copied it' }).click()
    await page.getByRole('button', { name: `Delete the key: ${name}` }).click()
    await drawer(page).getByRole('button', { name: 'Delete the key' }).click()
    await expect.poll(() => page.getByText(name).count()).toBe(0)
  })

  test('R23: a webhook shows what was posted to it, and sends it again', async () => {
    const posted: string[] = []
    const receiver = createServer((request, response) => {
      posted.push(String(request.headers['webhook-id']))
      response.writeHead(posted.length === 1 ? 410 : 204).end()
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void receiver.close())
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
    const { north, write } = await openShop()
    const page = await pageOf(north)
    await page.goto('/settings/webhooks')
    await page.getByRole('button', { name: 'Add a webhook' }).click()
    await drawer(page).getByRole('textbox', { name: 'Address' }).fill(url)
    await drawer(page).getByText('Some events').click()
    await drawer(page).getByText('message.created', { exact: true }).click()
    await drawer(page).getByRole('button', { name: 'Add the webhook' }).click()
    expect(await drawer(page).locator('pre').innerText()).toMatch(/^whsec_/)
    await drawer(page).getByRole('button', { name: 'I have copied it' }).click()
    await write('Visitor 71', 'What are your hours?')
    await expect.poll(() => posted.length).toBeGreaterThan(0)
    await page.getByRole('button', { name: `Deliveries to ${url}` }).click()
    const again = drawer(page).getByRole('button', { name: 'Send message.created again' })
    await again.first().click()
    await expect.poll(() => posted.length).toBeGreaterThan(1)
  })

  test('R18: the audit log says who changed what', async () => {
    const { baton, bot } = await openShop()
    const admin = await someone('Agent Bay', 'admin')
    const page = await pageOf(admin)
    await page.goto(`/bots/${bot.id}`)
    const name = `Renamed bot ${Date.now().toString(36)}`
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(async () => (await baton.getBot({ params: { id: bot.id } })).name).toBe(name)
    await page.goto('/settings/audit')
    await page.getByLabel('Who').selectOption(admin.id)
    await page.getByRole('row', { name: new RegExp(`${admin.name}.*Bots changed ${name}`) }).waitFor()
  })

  test('the workspace is renamed, the demo opened and removed', async () => {
    const { url } = await freshServer()
    const page = await strangerOn(url)
    await page.goto('/')
    await page.getByLabel('Workspace').fill('Example Inc.')
    await page.getByLabel('Your name').fill('Agent North')
    await page.getByLabel('E-mail').fill('north@example.com')
    await page.getByLabel('Password', { exact: true }).fill('a long sentence of a test')
    await page.getByRole('button', { name: /Create/ }).click()
    await page.getByRole('heading', { name: 'Needs a human' }).waitFor()
    await page.goto('/settings/workspace')
    await page.getByLabel('Name of the workspace').fill('Example Ltd.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Look into the demo' }).click()
    await page.getByText('This is the demo.').waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Remove the demo' }).first().click()
    await page.getByText('This is the demo.').waitFor({ state: 'detached' })
    await page.goto('/settings/workspace')
    await page.getByLabel('Name of the workspace').waitFor()
    expect(await page.getByLabel('Name of the workspace').inputValue()).toBe('Example Ltd.')
  })
})

test.each([
  ['light', false],
  ['dark', false],
  ['light', true],
  ['dark', true],
] as const)('axe finds nothing in the settings (%s, phone: %s)', async (theme, phone) => {
  const { north } = await openShop()
  const page = await pageOf(north, { theme, phone })
  // Where no model is set the browser says aloud that there is none.
  page.removeAllListeners('console')
  for (const path of [
    'profile',
    'notifications',
    'workspace',
    'staff',
    `staff/${north.id}`,
    'teams',
    'channels',
    'model',
    'api-keys',
    'webhooks',
    'audit',
  ]) {
    await page.goto(`/settings/${path}`)
    // Somebody's drawer hides the heading behind it, as soon as it is open.
    await (path.startsWith('staff/') ? drawer(page) : page.getByRole('heading', { level: 1 })).waitFor()
    await page.getByLabel('Loading').first().waitFor({ state: 'detached' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html)])).toEqual([])
  }
})

import { describe, expect, test } from 'vitest'
import { freshServer, strangerOn, useBrowser } from './browser.ts'

useBrowser()

/** What a new user does with a new Baton, in a browser and with nothing else but one call of the API. */
describe('R1, R4, R9, R11, R14: from set-up to a handover that is answered', () => {
  test('in a browser alone', async () => {
    const { url } = await freshServer()
    const page = await strangerOn(url)
    await page.goto('/')
    await page.getByLabel('Workspace name').fill('Example Inc.')
    await page.getByLabel('Your name').fill('Agent North')
    await page.getByLabel('E-mail').fill('north@example.com')
    await page.getByLabel('Password', { exact: true }).fill('a long sentence of a test')
    await page.getByRole('button', { name: 'Create workspace' }).click()
    await page.getByRole('heading', { name: 'Needs a human' }).waitFor()

    // A bot comes with its three presets.
    await page.getByRole('link', { name: 'Bots' }).first().click()
    await page.getByLabel('Name').fill('Shop bot')
    await page.getByRole('button', { name: 'Add a bot' }).last().click()
    await page.getByText('3 of 6').waitFor()
    await page.getByRole('link', { name: /^Human requested/ }).click()
    await page.getByRole('heading', { name: 'Human requested', level: 1 }).waitFor()
    await page.getByRole('switch', { name: 'Enabled', exact: true }).click()
    await page.getByRole('combobox', { name: 'Assign to' }).selectOption({ label: 'Agent North' })
    const phrase = page.getByRole('textbox', { name: 'Add a phrase' })
    await phrase.fill('I want to talk to a person')
    await page.keyboard.press('Enter')
    await page.getByText(/^Draft saved/).waitFor()

    // Left in the middle, and come back to.
    await page.goto('/inbox')
    await page.goBack()
    await page.getByText(/^Draft saved/).waitFor()
    expect(
      await page.getByRole('switch', { name: 'Enabled', exact: true }).getAttribute('aria-checked'),
    ).toBe('true')
    for (const text of ['Can somebody call me?', 'Let me speak to your colleague']) {
      await phrase.fill(text)
      await page.keyboard.press('Enter')
    }
    await page.getByLabel('What a contact writes').fill('could I speak to a real person?')
    await page.getByText('Would hand over').waitFor()
    await page.getByRole('button', { name: 'Save and activate' }).click()
    await page.getByText('Everything is live').waitFor()

    // The way to it, as readiness says it.
    await page.getByRole('link', { name: 'Shop bot' }).click()
    await page.getByText('Auto Pilot', { exact: true }).click()
    await page.getByRole('button', { name: 'Switch on Auto Pilot' }).click()
    await page.getByRole('link', { name: 'Settings' }).first().click()
    await page.getByRole('link', { name: 'Channels' }).click()
    await page.getByRole('button', { name: 'Add a channel' }).click()
    await page.getByRole('dialog').getByText('API', { exact: true }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Web shop')
    await page.getByRole('dialog').getByLabel('Bot').selectOption({ label: 'Shop bot' })
    await page.getByRole('button', { name: 'Save the channel' }).click()
    const channelId = await page.getByRole('dialog').locator('pre').first().innerText()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('link', { name: 'API keys' }).click()
    await page.getByRole('button', { name: 'Add a key' }).click()
    await page.getByRole('textbox', { name: 'What it is for' }).fill('Web shop')
    await page.getByLabel('Deliver messages of contacts').selectOption({ label: 'yes' })
    await page.getByRole('button', { name: 'Create the key' }).click()
    const key = await page.getByRole('dialog').locator('pre').innerText()
    await page.getByRole('button', { name: 'I have copied it' }).click()

    await page.getByRole('link', { name: 'Inbox' }).first().click()
    await page.getByRole('heading', { name: 'Needs a human' }).waitFor()
    const write = (text: string) =>
      fetch(`${url}/v1/channels/${channelId}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ contact: { externalId: 'v-1', name: 'Visitor 1' }, message: { text } }),
      })
    expect((await write('please can I talk to a person')).status).toBe(201)

    // It arrives without a reload, is answered and handed back.
    await page.locator('[data-conversation]').getByText('Visitor 1').click()
    await page.getByRole('region', { name: 'Handed over to Agent North' }).waitFor()
    await page.getByRole('button', { name: 'Claim' }).first().click()
    await page.getByRole('textbox', { name: 'Reply' }).fill('Hello, what can I do for you?')
    await page.getByRole('button', { name: 'Send' }).click()
    await page
      .getByRole('article', { name: /^You, / })
      .getByText('Hello, what can I do for you?')
      .waitFor()
    await page.getByRole('button', { name: /^Hand back/ }).click()
    await page.getByRole('region', { name: /^Handed back to Shop bot/ }).waitFor()
  })

  test('R26: why a message did not hand over, and mended from there', async () => {
    const { url } = await freshServer()
    const page = await strangerOn(url)
    await page.goto('/')
    await page.getByRole('button', { name: 'Try the demo' }).click()
    await page.getByText('This is the demo.').waitFor({ timeout: 60_000 })
    await page.goto('/inbox/with-the-bot')
    await page.locator('[data-conversation]').first().click()
    await page.getByRole('log').getByRole('article').first().waitFor()
    await page.keyboard.press('w')
    const why = page.getByRole('dialog', { name: 'Why was this not handed over?' })
    await why.getByText('No scenario fired.').waitFor()
    await why.getByRole('link', { name: 'Human requested' }).click()
    await page.getByRole('heading', { name: 'Human requested', level: 1 }).waitFor()
    await page.getByText('Would hand over').or(page.getByText('The bot would answer')).waitFor()
    await page.getByRole('button', { name: 'Make it an example phrase' }).click()
    await page.getByText('Would hand over').waitFor()
    await page.getByRole('button', { name: 'Save and activate' }).click()
    await page.getByText('Everything is live').waitFor()
  })
})

import { AxeBuilder } from '@axe-core/playwright'
import { createClient } from '@baton/client'
import { describe, expect, test } from 'vitest'
import { freshServer, strangerOn, useBrowser } from './browser.ts'

useBrowser()

describe('R18: a new server', () => {
  test('is set up, signed out of and into, and remembers who one is', async () => {
    const { url } = await freshServer()
    const page = await strangerOn(url)
    await page.goto('/inbox/mine')
    await page.getByRole('heading', { name: 'Set up your workspace' }).waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.getByRole('button', { name: 'Create workspace' }).click()
    await page.getByText('Workspace name is missing.').waitFor()
    await page.getByLabel('Workspace name').fill('Example Outdoor')
    await page.getByLabel('Your name').fill('Agent North')
    await page.getByLabel('E-mail').fill('north@example.com')
    await page.getByRole('textbox', { name: 'Password' }).fill('a long sentence')
    await page.getByRole('button', { name: 'Create workspace' }).click()
    await page.getByRole('heading', { name: 'Needs a human' }).waitFor()
    await page.getByText('Nobody is waiting').waitFor()

    await page.getByRole('button', { name: 'You: Agent North' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.goto('/inbox/mine')
    await page.getByLabel('E-mail').fill('north@example.com')
    await page.getByRole('textbox', { name: 'Password' }).fill('not the one')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('The e-mail address or the password is wrong').waitFor()
    await page.getByRole('textbox', { name: 'Password' }).fill('a long sentence')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Mine' }).waitFor()
    await page.reload()
    await page.getByText('Nothing is yours').waitFor()
  })

  test('tells whoever is signed in what happens, and lets them answer', async () => {
    const { url, key } = await freshServer()
    const page = await strangerOn(url)
    await page.goto('/')
    await page.getByLabel('Workspace name').fill('Example Outdoor')
    await page.getByLabel('Your name').fill('Agent North')
    await page.getByLabel('E-mail').fill('north@example.com')
    await page.getByRole('textbox', { name: 'Password' }).fill('a long sentence')
    await page.getByRole('button', { name: 'Create workspace' }).click()
    await page.getByText('Nobody is waiting').waitFor()

    const baton = createClient({ baseUrl: url, apiKey: key })
    const channel = await baton.createChannel({ body: { name: 'Web shop' } })
    await baton.receiveMessage({
      params: { id: channel.id },
      body: { contact: { externalId: 'one', name: 'Visitor 4821' }, message: { text: 'Is anybody there?' } },
    })
    await page.getByText('Is anybody there?').click()
    await page.getByRole('textbox', { name: 'Reply' }).fill('Yes, I am.')
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('article', { name: /^You, / })
      .getByText('Yes, I am.')
      .waitFor()
    await page.getByRole('region', { name: 'Who is in control' }).getByText('You have it').waitFor()
  })

  test('lets in who was invited by a link, once', async () => {
    const { url, key } = await freshServer()
    const answer = await fetch(`${url}/v1/invitations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Agent West', email: 'west@example.com', role: 'agent' }),
    })
    const { link } = (await answer.json()) as { link: string }
    const { pathname } = new URL(link)
    const page = await strangerOn(url)
    await page.goto(pathname)
    await page.getByText('You were invited as west@example.com').waitFor()
    expect(await page.getByLabel('Your name').inputValue()).toBe('Agent West')
    await page.getByRole('textbox', { name: 'Password' }).fill('a long sentence')
    await page.getByRole('button', { name: 'Join the workspace' }).click()
    await page.getByRole('heading', { name: 'Needs a human' }).waitFor()
    await page.getByRole('button', { name: 'You: Agent West' }).waitFor()

    const other = await strangerOn(url)
    await other.goto(pathname)
    await other.getByRole('heading', { name: 'This link does not work any more.' }).waitFor()
  })
})

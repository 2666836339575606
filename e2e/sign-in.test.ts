import { AxeBuilder } from '@axe-core/playwright'
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

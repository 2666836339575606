import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { verifySignature } from '@baton/client'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pageOf, useBrowser } from './browser.ts'
import { openShop } from './shop.ts'

useBrowser()

/** An outside bot on this machine that greets whoever signs with its secret. */
async function startBot() {
  const known = { secret: '' }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const verified = verifySignature(body, request.headers, known.secret).then(
      () => true,
      () => false,
    )
    response.writeHead((await verified) ? 200 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ text: 'Hello from outside!' }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer`, known }
}

describe('R25 an outside bot', () => {
  test('is connected in the settings: address, secret, and a call that shows what comes back', async () => {
    const { north, baton, bot } = await openShop()
    await baton.updateBot({ params: { id: bot.id }, body: { brain: { kind: 'external' } } })
    const outside = await startBot()
    const page = await pageOf(north)
    await page.goto(`/bots/${bot.id}`)
    const address = page.getByRole('textbox', { name: 'Address of the outside bot' })
    await address.fill('my bot')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Give an address that begins with').waitFor()
    await address.fill(outside.url)
    await page.getByRole('button', { name: 'Save', exact: true }).click()

    await page.getByText('there is no secret to sign the calls with').waitFor()
    await page.getByRole('button', { name: 'Make a secret' }).click()
    const shown = page.getByRole('figure').filter({ hasText: 'Secret of the calls' })
    const secret = (await shown.locator('pre').textContent())?.trim() ?? ''
    expect(secret).toMatch(/^whsec_/)
    await page.getByRole('button', { name: 'Send a test call' }).click()
    await page.getByText('The bot answered with status 401.').waitFor()
    outside.known.secret = secret
    await page.getByRole('button', { name: 'Send a test call' }).click()
    await page.getByText('Hello from outside!').waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

    await page.reload()
    await page.getByRole('button', { name: 'Make a new secret' }).waitFor()
    await expect.poll(() => address.inputValue()).toBe(outside.url)
    await page.getByText(secret).waitFor({ state: 'detached' })
  })

  test.each([
    ['light', false],
    ['dark', false],
    ['light', true],
    ['dark', true],
  ] as const)('axe finds nothing in its settings (%s, phone: %s)', async (theme, phone) => {
    const { north, baton, bot } = await openShop()
    const { url } = await startBot()
    await baton.updateBot({ params: { id: bot.id }, body: { brain: { kind: 'external', url } } })
    const page = await pageOf(north, { theme, phone })
    await page.goto(`/bots/${bot.id}`)
    await page.getByRole('button', { name: 'Make a secret' }).click()
    await page.getByRole('button', { name: 'Send a test call' }).click()
    await page.getByText('The bot answered with status 401.').waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
})

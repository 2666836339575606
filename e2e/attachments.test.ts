import { crc32, deflateSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { pageOf, useBrowser } from './browser.ts'
import { chatOn, openSite, openVisitor } from './site.ts'

useBrowser()

const pdf = { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') }
const png = { name: 'lamp.png', mimeType: 'image/png', buffer: makePng(300, 200) }

describe('R24 files in the chat on a page', () => {
  test('are attached, seen as pictures under a strict policy, and there for staff, who answer with one', async () => {
    const site = await openSite()
    const { visit } = await openVisitor()
    const page = await visit(site.url)
    const chat = chatOn(page)
    await chat.open()
    await attach(page, png, pdf)
    await chat.dialog.getByRole('button', { name: 'Remove receipt.pdf' }).waitFor()
    await chat.say('My lamp is broken')
    await chat.log.getByRole('button', { name: 'lamp.png' }).waitFor()
    await expect.poll(() => colourOf(page)).toEqual([200, 40, 40, 255])
    const [whole] = await Promise.all([
      page.waitForEvent('popup'),
      chat.log.getByRole('button', { name: 'lamp.png' }).click(),
    ])
    await expect
      .poll(() => whole.locator('img').evaluate((img) => Reflect.get(img, 'naturalWidth')))
      .toBe(300)
    await whole.close()
    expect(await chat.dialog.getByRole('button', { name: /^Remove/ }).count()).toBe(0)
    await expect.poll(() => chat.log.getByText('Sending …').count()).toBe(0)

    const id = await site.conversationId()
    const north = await pageOf(site.north)
    await north.goto(`/inbox/all/${id}`)
    const picture = north.getByRole('log').getByRole('img', { name: 'lamp.png' })
    await picture.waitFor()
    await expect.poll(() => picture.evaluate((img) => Reflect.get(img, 'naturalWidth'))).toBe(300)
    const saved = north.waitForEvent('download')
    await north
      .getByRole('log')
      .getByRole('link', { name: /receipt.pdf/ })
      .click()
    expect((await saved).suggestedFilename()).toBe('receipt.pdf')

    await north.locator('input[type=file]').setInputFiles({ ...pdf, name: 'manual.pdf' })
    await north.getByRole('button', { name: 'Remove manual.pdf' }).waitFor()
    expect(await violationsOf(north)).toEqual([])
    await north.keyboard.press('r')
    await north.keyboard.press('Control+Enter')
    await chat.log.getByRole('button', { name: /manual.pdf/ }).waitFor()
    const download = page.waitForEvent('download')
    await chat.log.getByRole('button', { name: /manual.pdf/ }).click()
    expect((await download).suggestedFilename()).toBe('manual.pdf')

    await page.reload()
    await chat.open()
    await chat.log.getByRole('button', { name: 'lamp.png' }).waitFor()
    await expect.poll(() => colourOf(page)).toEqual([200, 40, 40, 255])
  })

  test('are pasted and dropped, and what cannot be sent is said at once', async () => {
    const site = await openSite()
    const { visit } = await openVisitor()
    const page = await visit(site.url)
    const chat = chatOn(page)
    await chat.open()
    await give(page, 'paste', 'textarea', 'shot.png', 'image/png')
    await chat.dialog.getByRole('button', { name: 'Remove shot.png' }).waitFor()
    await give(page, 'drop', '.log', 'page.html', 'text/html')
    await chat.dialog.getByText('Only images and PDFs can be sent.').waitFor()
    await give(page, 'drop', '.log', 'paper.pdf', 'application/pdf')
    await chat.dialog.getByRole('button', { name: 'Remove paper.pdf' }).waitFor()
    await chat.dialog.getByText('Only images and PDFs can be sent.').waitFor({ state: 'hidden' })
    await attach(page, { ...png, name: 'huge.png', buffer: Buffer.alloc(5 * 1024 * 1024 + 1) })
    await chat.dialog.getByText('huge.png is larger than 5 MB.').waitFor()
    await attach(page, pdf, pdf, pdf, pdf)
    await chat.dialog.getByText('At most 5 files at once.').waitFor()
    await chat.dialog.getByRole('button', { name: 'Remove shot.png' }).click()
    expect(await chat.dialog.getByRole('button', { name: /^Remove/ }).count()).toBe(4)
  })

  test('wait for the line, arrive once, and are refused in words when they are not what they say', async () => {
    const site = await openSite()
    const { visit, context, complaints } = await openVisitor({ viewport: { width: 320, height: 640 } })
    const page = await visit(site.url)
    const chat = chatOn(page)
    await chat.open()
    await chat.say('First')
    await expect.poll(() => site.conversationId()).not.toBe('')
    await context.setOffline(true)
    await attach(page, png)
    await chat.dialog.getByRole('button', { name: 'Send' }).click()
    await chat.dialog.getByText('No connection.').waitFor()
    await attach(page, pdf)
    expect(await violationsOf(page)).toEqual([])
    await chat.dialog.getByRole('button', { name: 'Remove receipt.pdf' }).click()
    await context.setOffline(false)
    await expect.poll(() => chat.log.getByText('Sending …').count()).toBe(0)
    const id = await site.conversationId()
    const sent = async () => (await site.baton.listMessages({ params: { id }, query: { limit: 50 } })).items
    await expect.poll(async () => (await sent()).filter(({ attachments }) => attachments).length).toBe(1)
    expect(await chat.log.getByRole('button', { name: 'lamp.png' }).count()).toBe(1)

    await attach(page, { ...png, name: 'fake.png', buffer: Buffer.from('<script>alert(1)</script>') })
    await chat.dialog.getByRole('button', { name: 'Send' }).click()
    await chat.log.getByRole('alert').getByText('Only images and PDFs can be sent.').waitFor()
    expect((await sent()).filter(({ attachments }) => attachments)).toHaveLength(1)
    complaints.length = 0
  })
})

/** What axe finds on a page, or in the chat on it. */
async function violationsOf(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

async function attach(page: Page, ...files: (typeof png)[]): Promise<void> {
  await page.locator('baton-chat input[type=file]').setInputFiles(files)
}

/** What stands near the corner of the first picture. */
function colourOf(page: Page): Promise<number[]> {
  return page
    .locator('baton-chat canvas')
    .first()
    .evaluate((canvas) => {
      const copy = Reflect.get(globalThis, 'document').createElement('canvas').getContext('2d')
      copy.drawImage(canvas, 0, 0)
      return [...copy.getImageData(10, 10, 1, 1).data]
    })
}

/** Pastes or drops a file on something in the chat. */
function give(page: Page, by: 'paste' | 'drop', on: string, name: string, type: string): Promise<void> {
  return page.locator(`baton-chat ${on}`).evaluate(
    (element, given) => {
      const of = (what: string) => Reflect.get(globalThis, what)
      const data = new (of('DataTransfer'))()
      data.items.add(new File(['x'], given.name, { type: given.type }))
      const init = {
        bubbles: true,
        composed: true,
        cancelable: true,
        clipboardData: data,
        dataTransfer: data,
      }
      const Kind = of(given.by === 'paste' ? 'ClipboardEvent' : 'DragEvent')
      element.dispatchEvent(new Kind(given.by, init))
    },
    { by, name, type },
  )
}

/** A red picture of this size. */
function makePng(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let at = 0; at < rows.length; at++) {
    const inRow = at % (width * 3 + 1)
    rows[at] = inRow === 0 ? 0 : inRow % 3 === 1 ? 200 : 40
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunks = [part('IHDR', header), part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

function part(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

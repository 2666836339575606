import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailNotification } from '../src/notification/mail-notification.ts'
import { readNotifications } from '../src/notification/mark-read.ts'
import { viewSettings } from '../src/notification/settings.ts'
import { fillDemo } from '../src/workspace/fill-demo.ts'
import { makeWorkspace, makeWorld, type World } from './factories.ts'
import { type MailBox, openMailBox } from './mail-box.ts'
import { rowsOf } from './rows.ts'
import { createBrowser, makePerson } from './sign-in-world.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let box: MailBox
let baton: TestApp
beforeAll(async () => {
  box = await openMailBox()
  baton = await createTestApp(undefined, {
    BATON_SMTP_URL: box.url,
    BATON_MAIL_FROM: 'Baton <baton@example.com>',
    BATON_URL: 'https://baton.example.com',
  })
})
afterAll(async () => {
  await baton.close()
  await box.close()
})

describe('R18 a forgotten password', () => {
  test('is replaced by a link that is mailed', async () => {
    const person = await makePerson(baton, await makeWorkspace(baton))
    const browser = createBrowser(baton)
    expect((await browser.get('/v1/setup')).body.mailsPasswords).toBe(true)
    const asked = await browser.send('post', '/v1/password-resets/request', { body: { email: person.email } })
    expect(asked.status).toBe(204)
    await baton.drain()
    const mail = box.received.at(-1)
    expect(mail?.to).toEqual([person.email])
    expect(mail?.head).toContain('From: Baton <baton@example.com>')
    const token = /https:\/\/baton\.example\.com\/reset\/([\w-]{43})/.exec(mail?.body ?? '')?.[1] ?? ''
    const changed = await browser.send('post', '/v1/password-resets/use', {
      body: { token, password: 'quite another sentence' },
    })
    expect(changed).toMatchObject({ status: 200, body: { user: { id: person.id } } })
  })

  test('is answered alike, and not mailed, where nobody signs in with the address', async () => {
    const before = box.received.length
    const browser = createBrowser(baton)
    const asked = await browser.send('post', '/v1/password-resets/request', {
      body: { email: 'nobody@example.com' },
    })
    expect(asked.status).toBe(204)
    await baton.drain()
    expect(box.received).toHaveLength(before)
  })

  test('is mailed again when the mail server was busy, with a link that is the only one', async () => {
    const person = await makePerson(baton, await makeWorkspace(baton))
    const browser = createBrowser(baton)
    box.refuse(1)
    await browser.send('post', '/v1/password-resets/request', { body: { email: person.email } })
    await expect(baton.drain()).rejects.toThrow('Busy')
    // A job that failed is run again; the drain of the tests takes it away.
    await browser.send('post', '/v1/password-resets/request', { body: { email: person.email } })
    await baton.drain()
    expect(box.received.at(-1)?.to).toEqual([person.email])
  })

  test('can be asked for ten times in a quarter of an hour', async () => {
    const browser = createBrowser(baton)
    const body = { email: 'often@example.com' }
    for (let time = 0; time < 10; time++)
      expect((await browser.send('post', '/v1/password-resets/request', { body })).status).toBe(204)
    const refused = await browser.send('post', '/v1/password-resets/request', { body })
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } })
  })

  test('is for an admin where no mail server is set', async () => {
    const without = await createTestApp()
    try {
      const browser = createBrowser(without)
      expect((await browser.get('/v1/setup')).body.mailsPasswords).toBe(false)
      const asked = await browser.send('post', '/v1/password-resets/request', {
        body: { email: 'sam@example.com' },
      })
      expect(asked).toMatchObject({ status: 409, body: { code: 'mail_not_set_up' } })
    } finally {
      await without.close()
    }
  })
})

describe('R19, R20 a notification by mail', () => {
  async function handedOver() {
    const world = await makeWorld(baton)
    await world.write('I want to talk to a human\r\nBcc: all@example.com')
    await baton.drain()
    return world
  }
  const mailsTo = (address: string) => box.received.filter(({ to }) => to.includes(address))
  const settingsOf = (world: World, userId: string) =>
    baton.work(world.workspaceId, (work) => viewSettings(work, userId))

  test('goes out when it was not read within half a minute, in the thread of its conversation', async () => {
    const world = await handedOver()
    expect(mailsTo(world.agent.email)).toHaveLength(0)
    baton.clock.advance(1)
    await baton.drain()
    const [mail] = mailsTo(world.agent.email)
    expect(mail?.head).toMatch(/Subject: .* was handed over to you/)
    expect(mail?.head).toMatch(/References: <conversation-[\w-]+@baton\.example\.com>/)
    expect(mail?.head).not.toContain('Bcc')
    expect(mail?.body).toContain('They wrote: I want to talk to a human Bcc: all@example.com')
    expect(mail?.body).toContain('https://baton.example.com/inbox/all/')
    baton.clock.advance(10)
    await baton.drain()
    expect(mailsTo(world.agent.email)).toHaveLength(1)
  })

  test('stays in the app when it was read there', async () => {
    const world = await handedOver()
    await baton.work(world.workspaceId, (work) => readNotifications(work, world.agent.id, 'all'))
    baton.clock.advance(1)
    await baton.drain()
    expect(mailsTo(world.agent.email)).toHaveLength(0)
    const deliveries = await rowsOf(baton, world.workspaceId, 'notification_delivery')
    expect(deliveries).toMatchObject([{ status: 'read_before' }])
  })

  test('that fails is said to the user, until one gets through', async () => {
    const world = await handedOver()
    baton.clock.advance(1)
    box.refuse(1)
    await expect(baton.drain()).rejects.toThrow('Busy')
    expect((await settingsOf(world, world.agent.id)).mail).toMatchObject({
      setUp: true,
      failing: { reason: expect.stringContaining('Busy') },
    })
    const [delivery] = await rowsOf(baton, world.workspaceId, 'notification_delivery')
    expect(delivery).toMatchObject({ status: 'failed', attempts: 1 })
    await mailNotification(baton.app, {
      workspaceId: world.workspaceId,
      notificationId: delivery?.notification_id ?? '',
    })
    expect(mailsTo(world.agent.email)).toHaveLength(1)
    expect((await settingsOf(world, world.agent.id)).mail.failing).toBeNull()
  })

  test('never goes to the made-up staff of a demo', async () => {
    const world = await makeWorld(baton)
    const before = box.received.length
    const { workspaceId } = await fillDemo(baton.app, world.workspaceId)
    baton.clock.advance(5)
    await baton.drain()
    expect(await rowsOf(baton, workspaceId, 'notification_delivery')).toEqual([])
    expect(box.received).toHaveLength(before)
  })

  test('is not sent twice, whatever repeats', async () => {
    const world = await handedOver()
    baton.clock.advance(1)
    await baton.drain()
    const [delivery] = await rowsOf(baton, world.workspaceId, 'notification_delivery')
    const job = { workspaceId: world.workspaceId, notificationId: delivery?.notification_id ?? '' }
    await mailNotification(baton.app, job)
    expect(mailsTo(world.agent.email)).toHaveLength(1)
  })
})

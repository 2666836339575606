import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorkspace } from './factories.ts'
import { type MailBox, openMailBox } from './mail-box.ts'
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

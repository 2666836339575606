import type { ChatThread } from '@baton/contract'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCaller, makeApiWorld, serveApi } from '../../test/api-world.ts'
import { upTo } from '../../test/rows.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { updateChannel } from '../channel/save-channel.ts'
import { claim } from '../conversation/claim.ts'
import { handBack } from '../conversation/hand-back.ts'
import { sendReply } from '../conversation/send-reply.ts'
import { writeNote } from '../conversation/write-note.ts'
import { setAvailability } from '../staff/save-user.ts'

const wish = 'I want to talk to a human, please'
const page = { origin: 'https://shop.example.com' }

let baton: TestApp
let call: ReturnType<typeof createCaller>['call']
let world: Awaited<ReturnType<typeof makeApiWorld>>
let chat: string
beforeAll(async () => {
  baton = await createTestApp()
  call = createCaller(baton).call
})
afterAll(() => baton.close())
beforeEach(async () => {
  baton.clock.advance(2)
  world = await makeApiWorld(baton)
  chat = `/v1/chat/${world.ids.chat}`
})

type Started = { token: string; identified: boolean; thread: ChatThread }

async function start(body: object = {}): Promise<Started> {
  const answer = await call('post', `${chat}/visitors`, { body })
  expect(answer.status).toBe(201)
  return answer.body as unknown as Started
}

let sent = 0
function send(token: string, text: string, clientId = `c${++sent}`) {
  return call('post', `${chat}/messages`, { token, body: { clientId, text } })
}

async function read(token: string, query = ''): Promise<ChatThread> {
  const answer = await call('get', `${chat}/thread`, { token, query })
  expect(answer.status).toBe(200)
  return answer.body as unknown as ChatThread
}

const conversationIds = async () =>
  (await call('get', '/v1/conversations', { token: world.token, query: '?view=all' })).body.items.map(
    ({ id }) => id,
  )

/** A visitor who has asked for a person, and the conversation as staff know it. */
async function askForPerson() {
  baton.clock.advance(1)
  const before = new Set(await conversationIds())
  const { token } = await start()
  await send(token, wish)
  await baton.drain()
  const id = (await conversationIds()).find((one) => !before.has(one)) ?? ''
  return { token, id }
}

function as<T>(run: Parameters<typeof baton.work<T>>[1]): Promise<T> {
  return baton.work(world.workspaceId, run)
}

async function saveSite(web: object) {
  await as((work) => updateChannel(work, world.ids.chat ?? '', { web }))
}

describe('R24 a visitor', () => {
  test('is nobody before they write, talks to the bot, and goes on where they were', async () => {
    const contacts = async () => (await call('get', '/v1/contacts', { token: world.token })).body.items.length
    const before = await contacts()
    const { token, identified, thread } = await start({ locale: 'de' })
    expect({ identified, thread }).toMatchObject({
      identified: false,
      thread: { messages: [], speaker: 'bot', waiting: null },
    })
    expect(await contacts()).toBe(before)

    await send(token, 'What are your hours?')
    expect(await read(token)).toMatchObject({ typing: true })
    await baton.drain()
    const later = await start({ token })
    expect(later.thread).toMatchObject({
      speaker: 'bot',
      typing: false,
      messages: [
        { from: 'visitor', text: 'What are your hours?', name: null },
        { from: 'bot', text: 'We are open from 9 to 5.', name: 'Shop bot', final: false },
      ],
    })
    expect((await read(token, '?after=1')).messages.map(({ seq }) => seq)).toEqual([2])
    expect((await read(token, '?before=2')).messages.map(({ seq }) => seq)).toEqual([1])
  })

  test('sends a message once, however often it is sent', async () => {
    const { token } = await start()
    const answers = await Promise.all(upTo(5).map(() => send(token, 'Hello', 'c-same')))
    expect(answers.map(({ status }) => status)).toEqual(upTo(5).map(() => 201))
    const { messages } = await read(token)
    expect(messages).toMatchObject([{ text: 'Hello', clientId: 'c-same' }])
    const other = await start()
    await send(other.token, 'Of somebody else', 'c-same')
    expect((await read(other.token)).messages).toMatchObject([{ text: 'Of somebody else' }])
  })

  test('hears who answers: the bot, the team, a person, and the bot again (R11, R13, R15)', async () => {
    const { token, id } = await askForPerson()
    expect(await read(token)).toMatchObject({
      speaker: 'team',
      person: null,
      waiting: { ahead: 1, minutes: null, available: true, backAt: null },
      messages: [{ text: wish }, { from: 'bot', final: true }],
    })
    await as((work) => claim(work, id, world.agent.id))
    expect(await read(token)).toMatchObject({ speaker: 'person', person: world.agent.name, waiting: null })
    await as((work) => sendReply(work, id, world.agent.id, 'Hi, here I am.'))
    expect(await read(token, '?after=2')).toMatchObject({
      messages: [{ from: 'person', name: world.agent.name, text: 'Hi, here I am.' }],
      readUpTo: 3,
      rating: null,
    })
    await as((work) => handBack(work, id, world.agent.id))
    const { speaker, rating } = await read(token)
    expect({ speaker, rating }).toMatchObject({ speaker: 'bot', rating: { name: world.agent.name } })

    const body = { handoverId: rating?.handoverId, helped: true }
    const stranger = await start()
    await send(stranger.token, 'Hello')
    const foreign = await call('put', `${chat}/rating`, { token: stranger.token, body })
    expect(foreign).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect((await call('put', `${chat}/rating`, { token, body })).status).toBe(204)
    expect((await read(token)).rating).toBeNull()
    const rated = await call('get', `/v1/handovers/${rating?.handoverId}`, { token: world.token })
    expect(rated.body).toMatchObject({ rating: { helped: true } })
  })

  test('who waits for nobody may go back to the bot, until somebody has come', async () => {
    const { token } = await askForPerson()
    expect((await call('delete', `${chat}/wait`, { token })).status).toBe(204)
    expect(await read(token)).toMatchObject({ speaker: 'bot', waiting: null })
    await send(token, 'What are your hours?')
    await baton.drain()
    expect((await read(token)).messages.at(-1)).toMatchObject({ text: 'We are open from 9 to 5.' })
    const again = await call('delete', `${chat}/wait`, { token })
    expect(again).toMatchObject({ status: 409, body: { code: 'no_handover' } })

    const other = await askForPerson()
    await as((work) => claim(work, other.id, world.agent.id))
    const late = await call('delete', `${chat}/wait`, { token: other.token })
    expect(late).toMatchObject({ status: 409, body: { code: 'already_claimed' } })
  })

  test('hears when somebody will be there, and leaves an e-mail address (R16)', async () => {
    const days = [...upTo(5).map(() => [{ from: '09:00', to: '17:00' }]), [], []]
    const hours = { timeZone: 'Europe/Berlin', days }
    baton.clock.set('2026-03-06T20:00:00Z')
    for (const { id } of [world.agent, world.admin])
      await as((work) => setAvailability(work, id, { availability: 'available', hours }))
    const { token, id } = await askForPerson()
    expect((await read(token)).waiting).toMatchObject({
      available: false,
      backAt: '2026-03-09T08:00:00.000Z',
    })
    const wrong = await call('put', `${chat}/email`, { token, body: { email: 'visitor@example' } })
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ path: 'body.email' }] } })
    expect((await call('put', `${chat}/email`, { token, body: { email: 'jo@example.com' } })).status).toBe(
      204,
    )
    expect(await read(token)).toMatchObject({ hasEmail: true })
    const seen = await call('get', `/v1/conversations/${id}`, { token: world.token })
    const { contactId } = seen.body as unknown as { contactId: string }
    const contact = await call('get', `/v1/contacts/${contactId}`, { token: world.token })
    expect(contact.body).toMatchObject({
      email: 'jo@example.com',
      name: expect.stringMatching(/^Visitor \d{4}$/),
    })
    await call('patch', `/v1/contacts/${contactId}`, { token: world.token, body: { name: 'Jo' } })
    await send(token, 'Any news?')
    const later = await call('get', `/v1/contacts/${contactId}`, { token: world.token })
    expect(later.body.name).toBe('Jo')
    expect((await send(token, 'A nul \u0000 byte')).status).toBeLessThan(500)
    baton.clock.set('2026-03-09T09:00:00Z')
  })

  test('sees no notes, nothing of detection, no e-mail of staff, and nobody else', async () => {
    const { token, id } = await askForPerson()
    await as((work) => writeNote(work, id, world.agent.id, 'A private word', []))
    await as((work) => sendReply(work, id, world.agent.id, 'Hello.'))
    const text = JSON.stringify(await read(token))
    expect(text).toContain('Hello.')
    for (const secret of ['A private word', 'Wants a person', world.agent.email, world.agent.id, id, 'score'])
      expect(text).not.toContain(secret)
    const { thread } = await start()
    expect(thread.messages).toEqual([])
    const foreign = await makeApiWorld(baton)
    const elsewhere = await call('get', `/v1/chat/${foreign.ids.chat}/thread`, { token })
    expect(elsewhere).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
  })

  test('is known for half a year after the last visit', async () => {
    const { token } = await start()
    await send(token, 'Hello')
    baton.clock.advance(181 * 24 * 60)
    expect((await call('get', `${chat}/thread`, { token })).status).toBe(401)
    expect((await start({ token })).thread.messages).toEqual([])
  })

  test('who floods is told to wait', async () => {
    const { token } = await start()
    const answers = []
    for (const n of upTo(32)) answers.push(await send(token, `Message ${n}`))
    expect(answers.at(0)?.status).toBe(201)
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'too_many_requests' } })
    expect(answers.at(-1)?.headers.get('retry-after')).toBe('60')
    baton.clock.advance(2)
    expect((await send(token, 'A minute later')).status).toBe(201)
  })
})

describe('R24 who is signed in on the page', () => {
  async function identityOf(claims: object, expires = '1h'): Promise<string> {
    const answer = await call('post', `/v1/channels/${world.ids.chat}/identity-secret`, {
      token: world.token,
    })
    const now = Math.floor(baton.clock.now().getTime() / 1000)
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt(now)
      .setExpirationTime(expires === '1h' ? now + 3_600 : now - 1)
      .sign(new TextEncoder().encode(answer.body.secret))
  }

  test('keeps what they wrote before, and is the same everywhere', async () => {
    const { token } = await start()
    await send(token, 'Before I signed in')
    const identity = await identityOf({ sub: '42', name: 'Jo', email: 'jo@example.com' })
    const signedIn = await start({ token, identity })
    expect(signedIn).toMatchObject({
      identified: true,
      thread: { messages: [{ text: 'Before I signed in' }] },
    })
    await send(signedIn.token, 'And after')
    const elsewhere = await start({ identity })
    expect(elsewhere.thread.messages).toHaveLength(2)
    expect(elsewhere.thread.hasEmail).toBe(true)
    const taken = await call('put', `${chat}/email`, {
      token: signedIn.token,
      body: { email: 'x@example.com' },
    })
    expect(taken).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    // Signed out on the page: nobody's conversation is shown to who comes next.
    expect((await start({ token: signedIn.token })).thread.messages).toEqual([])
  })

  test('is not believed without the signature of the site', async () => {
    const good = await identityOf({ sub: '42' })
    const [head, body] = good.split('.')
    for (const identity of ['nonsense', `${head}.${body}.AAAA`, await identityOf({ sub: '42' }, 'over')]) {
      const answer = await call('post', `${chat}/visitors`, { body: { identity } })
      expect(answer).toMatchObject({ status: 401, body: { code: 'identity_not_valid' } })
    }
    // The secret was made anew, so what the one before signed is worth nothing.
    const old = await call('post', `${chat}/visitors`, { body: { identity: good } })
    expect(old.status).toBe(401)
    const shown = await call('get', `/v1/channels/${world.ids.chat}`, { token: world.token })
    expect(shown.body).toMatchObject({ hasIdentitySecret: true })
  })
})

describe('R24 a page', () => {
  test('of any site may show the chat, until the channel names those that may', async () => {
    const open = await call('get', chat, { headers: page })
    expect(open.status).toBe(200)
    expect(open.headers.get('access-control-allow-origin')).toBe(page.origin)
    expect(open.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(open.headers.get('access-control-allow-credentials')).toBeNull()
    await saveSite({ allowedOrigins: ['https://shop.example.com'] })
    expect((await call('get', chat, { headers: page })).status).toBe(200)
    const foreign = { origin: 'https://elsewhere.example.com' }
    const { token } = await start()
    for (const [method, path] of [
      ['get', chat],
      ['post', `${chat}/visitors`],
      ['get', `${chat}/thread`],
      ['post', `${chat}/messages`],
    ] as const) {
      const body = method === 'post' ? {} : undefined
      const answer = await call(method, path, { token, body, headers: foreign })
      expect(answer).toMatchObject({ status: 403, body: { code: 'foreign_origin' } })
    }
  })

  test('is let ask beforehand, with the token in a header', async () => {
    const asked = { ...page, 'access-control-request-method': 'POST' }
    const answer = await call('options', `${chat}/messages`, { headers: asked })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-headers')).toContain('authorization')
  })

  test('hears how its chat looks, in its language', async () => {
    await saveSite({
      colour: '#0a7c66',
      greeting: 'Hi!',
      greetings: { de: 'Hallo!' },
      suggestions: ['Prices'],
    })
    const { body } = await call('get', chat, { query: '?locale=de-AT' })
    expect(body).toEqual({
      colour: '#0a7c66',
      position: 'right',
      greeting: 'Hallo!',
      suggestions: ['Prices'],
      bot: 'Shop bot',
    })
    expect((await call('get', chat, { query: '?locale=fr' })).body).toMatchObject({ greeting: 'Hi!' })
    const api = await call('get', `/v1/chat/${world.channelId}`)
    expect(api.status).toBe(404)
  })

  test('cannot be given settings that are none', async () => {
    const path = `/v1/channels/${world.ids.chat}`
    const patch = (web: object, at = path) => call('patch', at, { token: world.token, body: { web } })
    const wrong = await patch({ allowedOrigins: ['shop.example.com/x'], colour: 'red' })
    expect(wrong.body.errors.map((error) => error.path)).toEqual(
      expect.arrayContaining(['body.web.allowedOrigins[0]', 'body.web.colour']),
    )
    const other = await patch({ colour: null }, `/v1/channels/${world.channelId}`)
    expect(other).toMatchObject({ status: 409, body: { code: 'not_a_web_channel' } })
    const good = await patch({ allowedOrigins: ['https://Shop.example.com/'] })
    expect(good.body).toMatchObject({
      web: { allowedOrigins: ['https://shop.example.com'], position: 'right' },
    })
  })
})

describe('R24 the stream of a chat', () => {
  test('begins with what is new, and tells what happens', async () => {
    const served = await serveApi(baton)
    const { token, id } = await askForPerson()
    const gone = new AbortController()
    const response = await fetch(`${served.url}${chat}/events?after=1`, {
      headers: { authorization: `Bearer ${token}`, ...page },
      signal: gone.signal,
    })
    expect(response.headers.get('access-control-allow-origin')).toBe(page.origin)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    const until = async (part: string) => {
      while (!text.includes(part)) text += (await reader?.read())?.value ?? ''
    }
    await until('"final":true')
    await as((work) => writeNote(work, id, world.agent.id, 'A private word', []))
    await as((work) => claim(work, id, world.agent.id))
    const path = `/v1/conversations/${id}/typing`
    const say = (kind: 'note' | 'reply') =>
      call('put', path, { token: world.token, body: { userId: world.agent.id, typing: true, kind } })
    const seen = text.length
    await say('note')
    await until('"speaker":"person"')
    expect(text.slice(seen)).not.toContain('"typing":true')
    await say('reply')
    await until('"typing":true')
    expect(text).not.toContain(world.agent.id)
    await as((work) => sendReply(work, id, world.agent.id, 'Live!'))
    await until('Live!')
    expect(text.slice(text.lastIndexOf('Live!'))).toContain('"typing":false')
    expect(text).toContain(`"person":"${world.agent.name}"`)
    expect(text).not.toContain('A private word')
    gone.abort()
    const before = await fetch(`${served.url}${chat}/events`, {
      headers: { authorization: `Bearer ${(await start()).token}` },
    })
    expect(before.status).toBe(404)
    await served.close()
  })
})

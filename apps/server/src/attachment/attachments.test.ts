import { once } from 'node:events'
import { connect } from 'node:net'
import type { Attachment, ChatThread, Message } from '@baton/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCaller, makeApiWorld, serveApi } from '../../test/api-world.ts'
import { rowsOf } from '../../test/rows.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { purgeOld } from '../job/purge-old.ts'

const png = Buffer.from('\x89PNG\r\n\x1a\n and so on', 'latin1')
const pdf = Buffer.from('%PDF-1.7\n and so on')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const html = Buffer.from('<!doctype html><script>alert(1)</script>')

let baton: TestApp
let call: ReturnType<typeof createCaller>['call']
let world: Awaited<ReturnType<typeof makeApiWorld>>
let served: Awaited<ReturnType<typeof serveApi>>
let chat: string
beforeAll(async () => {
  baton = await createTestApp()
  call = createCaller(baton).call
  served = await serveApi(baton)
})
afterAll(async () => {
  await served.close()
  await baton.close()
})
beforeEach(async () => {
  baton.clock.advance(20)
  world = await makeApiWorld(baton)
  chat = `/v1/chat/${world.ids.chat}`
})

async function start(): Promise<string> {
  return (await call('post', `${chat}/visitors`, { body: {} })).body.token
}

type Upload = Attachment & { code: string; detail: string }
async function upload(
  token: string,
  bytes: Buffer | ReadableStream,
  name = 'file.bin',
  at = `${chat}/attachments`,
) {
  const response = await fetch(`${served.url}${at}?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: bytes as Buffer<ArrayBuffer>,
    // For a stream, whose length is not said.
    ...({ duplex: 'half' } as object),
  })
  return { status: response.status, body: (await response.json()) as Upload }
}

async function uploaded(token: string, bytes = png, name = 'photo.png'): Promise<string> {
  const { status, body } = await upload(token, bytes, name)
  expect(status).toBe(201)
  return body.id
}

let sent = 0
function send(token: string, text: string, attachments: string[], clientId = `c${++sent}`) {
  return call('post', `${chat}/messages`, { token, body: { clientId, text, attachments } })
}

async function thread(token: string): Promise<ChatThread> {
  return (await call('get', `${chat}/thread`, { token })).body as unknown as ChatThread
}

function fetchFile(path: string, token: string) {
  return fetch(`${served.url}${path}`, { headers: { authorization: `Bearer ${token}` } })
}

/** The visitor's conversation, as staff have it. */
async function conversationOf(): Promise<string> {
  const query = `?view=all&channelId=${world.ids.chat}`
  return (await call('get', '/v1/conversations', { token: world.token, query })).body.items[0]?.id ?? ''
}

async function messagesOf(id: string): Promise<Message[]> {
  const { body } = await call('get', `/v1/conversations/${id}/messages`, { token: world.token })
  return body.items as unknown as Message[]
}

describe('R24 a visitor', () => {
  test('sends files with a message or without one, and both sides can fetch them', async () => {
    const token = await start()
    const ids = [await uploaded(token), await uploaded(token, pdf, 'März "2".pdf')]
    expect((await send(token, 'See these', ids)).status).toBe(201)
    const shown = (await thread(token)).messages[0]?.attachments
    expect(shown).toEqual([
      { id: ids[0], name: 'photo.png', type: 'image/png', size: png.length },
      { id: ids[1], name: 'März 2.pdf', type: 'application/pdf', size: pdf.length },
    ])
    const [message] = await messagesOf(await conversationOf())
    expect(message?.attachments?.map(({ name }) => name)).toEqual(['photo.png', 'März 2.pdf'])

    const picture = await fetchFile(`${chat}/attachments/${ids[0]}`, token)
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(png)
    expect(Object.fromEntries(picture.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="photo.png"; filename*=UTF-8''photo.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cache-control': 'private, max-age=86400',
    })
    const document = await fetchFile(message?.attachments?.[1]?.url ?? '', world.token)
    expect(Buffer.from(await document.arrayBuffer())).toEqual(pdf)
    expect(document.headers.get('content-disposition')).toBe(
      `attachment; filename="M_rz_2.pdf"; filename*=UTF-8''M%C3%A4rz%202.pdf`,
    )
    expect(document.headers.get('cross-origin-resource-policy')).toBe('same-origin')

    const found = await call('get', '/v1/conversations', { token: world.token, query: '?view=all&q=photo' })
    expect(found.body.items).toMatchObject([{ lastMessage: { text: 'See these', attachments: 2 } }])
  })

  test('sends a file once, however often the message is sent, and never with another one', async () => {
    const token = await start()
    const id = await uploaded(token)
    for (let n = 0; n < 3; n++) expect((await send(token, '', [id], 'same')).status).toBe(201)
    expect((await thread(token)).messages).toHaveLength(1)
    const again = await send(token, 'Another one', [id])
    expect(again).toMatchObject({ status: 422, body: { code: 'unknown_attachment' } })
    expect((await thread(token)).messages).toHaveLength(1)
    const many = await send(
      token,
      'Six',
      Array.from({ length: 6 }, () => id),
    )
    expect(many).toMatchObject({ status: 400, body: { errors: [{ path: 'body.attachments' }] } })
    const nothing = await send(token, '  ', [])
    expect(nothing).toMatchObject({ status: 400, body: { errors: [{ path: 'body.text' }] } })
  })

  test('reaches no file of anybody else, and sends none', async () => {
    const [token, stranger] = [await start(), await start()]
    const [unsent, known] = [await uploaded(token), await uploaded(token)]
    await send(token, 'Mine', [known])
    await send(stranger, 'Hello', [])
    for (const id of [unsent, known]) {
      expect((await fetchFile(`${chat}/attachments/${id}`, token)).status).toBe(200)
      expect((await fetchFile(`${chat}/attachments/${id}`, stranger)).status).toBe(404)
      expect((await send(stranger, 'Yours', [id])).status).toBe(422)
    }
    const conversation = await conversationOf()
    const seen = (id: string) => fetchFile(`/v1/conversations/${conversation}/attachments/${id}`, world.token)
    // Not before it was sent, and not through another conversation.
    expect((await seen(unsent)).status).toBe(404)
    expect(
      (await fetchFile(`/v1/conversations/${world.ids.conversations}/attachments/${known}`, world.token))
        .status,
    ).toBe(404)
    const foreign = await makeApiWorld(baton)
    const path = `/v1/conversations/${conversation}/attachments/${known}`
    expect((await fetchFile(path, foreign.token)).status).toBe(404)
    expect((await fetchFile(path, token)).status).toBe(401)
  })

  test('is refused what is no picture and no PDF by its content, whatever it is called', async () => {
    const token = await start()
    for (const [bytes, name] of [
      [svg, 'picture.svg'],
      [svg, 'picture.png'],
      [html, 'page.pdf'],
      [Buffer.from(''), 'empty.png'],
    ] as const)
      expect(await upload(token, bytes, name)).toMatchObject({
        status: 415,
        body: { code: 'unsupported_media_type' },
      })
    const { body } = await upload(token, png, '../../etc/<script>.html')
    expect(body).toMatchObject({ name: 'script.html.png', type: 'image/png' })
    expect(await rowsOf(baton, world.workspaceId, 'attachment')).toHaveLength(1)
  })

  test('is refused what is too large, also where the length was not said or not true', async () => {
    const token = await start()
    const most = 5 * 1024 * 1024
    const exact = Buffer.concat([png, Buffer.alloc(most - png.length)])
    expect((await upload(token, exact)).status).toBe(201)
    const refused = { status: 413, body: { code: 'payload_too_large' } }
    const more = Buffer.concat([exact, Buffer.alloc(1)])
    let read = 0
    const endless = new ReadableStream({
      pull(controller) {
        read += 1
        controller.enqueue(new Uint8Array(1024 * 1024))
        if (read > 100) controller.close()
      },
    })
    expect(await upload(token, endless).catch(() => refused)).toMatchObject(refused)
    expect(read).toBeLessThan(50)
    expect(await upload(token, more).catch(() => refused)).toMatchObject(refused)
    expect(await rowsOf(baton, world.workspaceId, 'attachment')).toHaveLength(1)
  })

  test('whose line breaks while a file is on its way has sent none, and nobody else notices', async () => {
    const token = await start()
    const path = `${chat}/attachments`
    const { port } = new URL(served.url)
    const head = [
      `POST ${path} HTTP/1.1`,
      'Host: localhost',
      `Authorization: Bearer ${token}`,
      'Content-Type: application/octet-stream',
    ]
    for (const length of ['Content-Length: 100000', 'Transfer-Encoding: chunked']) {
      const socket = connect(Number(port), '127.0.0.1')
      socket.write(`${[...head, length].join('\r\n')}\r\n\r\n`)
      socket.write(length.startsWith('T') ? `${png.length.toString(16)}\r\n` : '')
      socket.write(png)
      // The answer to another request says that this one has begun to be read.
      await upload(token, png)
      socket.destroy()
      await once(socket, 'close')
    }
    expect((await upload(token, png)).status).toBe(201)
    expect(await rowsOf(baton, world.workspaceId, 'attachment')).toHaveLength(3)
  })

  test('who uploads one file after the other is told to wait', async () => {
    const token = await start()
    const answers = []
    for (let n = 0; n < 21; n++) answers.push((await upload(token, png)).status)
    expect(answers.slice(0, 20)).toEqual(Array(20).fill(201))
    expect(answers[20]).toBe(429)
  })
})

test('R16 a bot does not guess what is in a file: with no word beside it, it hands over for lack of information', async () => {
  const token = await start()
  await send(token, '', [await uploaded(token)])
  await baton.drain()
  const id = await conversationOf()
  const { body } = await call('get', '/v1/handovers', { token: world.token, query: `?conversationId=${id}` })
  expect(body.items).toMatchObject([
    { kind: 'lack_of_information', brief: { firstAsked: 'photo.png', lastAsked: 'photo.png' } },
  ])
  expect((await thread(token)).speaker).not.toBe('bot')
  const unanswered = await call('get', `/v1/bots/${world.botId}/unanswered-questions`, { token: world.token })
  expect(unanswered).toMatchObject({ status: 200, body: { items: [] } })

  const other = await start()
  await send(other, 'What are your hours?', [await uploaded(other)])
  await baton.drain()
  expect((await thread(other)).messages.at(-1)).toMatchObject({
    from: 'bot',
    text: 'We are open from 9 to 5.',
  })
})

describe('R24 staff', () => {
  test('attach files to a reply, which the visitor gets and nobody else can send', async () => {
    const token = await start()
    await send(token, 'Hello', [])
    const id = await conversationOf()
    const at = `/v1/conversations/${id}/attachments`
    const { status, body: file } = await upload(world.token, pdf, 'manual.pdf', at)
    expect(status).toBe(201)
    const reply = (attachments: string[], conversation = id) =>
      call('post', `/v1/conversations/${conversation}/messages`, {
        token: world.token,
        body: { kind: 'reply', text: '', userId: world.agent.id, attachments },
      })
    expect((await fetchFile(`${chat}/attachments/${file.id}`, token)).status).toBe(404)
    expect(await reply([file.id], world.ids.conversations)).toMatchObject({ status: 422 })
    expect(await reply([])).toMatchObject({ status: 400 })
    expect((await reply([file.id])).status).toBe(201)
    const answer = (await thread(token)).messages.at(-1)
    expect(answer).toMatchObject({ from: 'person', text: '', attachments: [{ name: 'manual.pdf' }] })
    expect(answer?.attachments?.[0]).not.toHaveProperty('url')
    expect((await fetchFile(`${chat}/attachments/${file.id}`, token)).status).toBe(200)
    const refused = await upload(world.token, svg, 'x.png', at)
    expect(refused.status).toBe(415)
  })
})

test('R24 files that were never sent are forgotten after a day', async () => {
  const token = await start()
  const [unsent, kept] = [await uploaded(token), await uploaded(token)]
  await send(token, '', [kept])
  baton.clock.advance(24 * 60 + 1)
  await purgeOld(baton.app)
  const rows = await rowsOf(baton, world.workspaceId, 'attachment')
  expect(rows.map(({ id }) => id)).toEqual([kept])
  expect((await send(token, '', [unsent])).status).toBe(422)
})

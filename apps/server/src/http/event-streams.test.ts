import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEventStreams, type EventStream, type EventStreams } from './event-streams.ts'

let server: Server
let streams: EventStreams
let opened: Promise<{ stream: EventStream; response: ServerResponse }>

beforeEach(async () => {
  streams = createEventStreams()
  server = createServer()
  opened = once(server, 'request').then(([, response]) => ({
    response,
    stream: streams.open(response, { 'content-type': 'text/event-stream', connection: 'close' }, '1.0'),
  }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  streams.endAll()
  server.closeAllConnections()
  server.close()
})

/** A reader that takes one chunk after the other, when it wants to. */
async function reader() {
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}`)
  const body = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  return async () => (await body?.read())?.value
}

describe('a stream of events', () => {
  test('begins with the place to resume from', async () => {
    const next = await reader()
    expect(await next()).toBe('retry: 2000\nid: 1.0\n\n')
  })

  test('says at each beat that it is there, and where it is if it has moved', async () => {
    const next = await reader()
    await next()
    const { stream } = await opened
    streams.beat()
    expect(await next()).toBe(':\n\n')
    stream.send('', '1.5')
    streams.beat()
    expect(await next()).toBe('id: 1.5\n\n')
    stream.send('id: 1.6\ndata: {}\n\n', '1.6')
    expect(await next()).toBe('id: 1.6\ndata: {}\n\n')
    streams.beat()
    expect(await next()).toBe(':\n\n')
  })

  test('ends with all others', async () => {
    const next = await reader()
    await next()
    await opened
    expect(streams.count()).toBe(1)
    streams.endAll()
    expect(await next()).toBeUndefined()
  })

  test('is forgotten when its reader is gone, and tells who asked before or after', async () => {
    const { port } = server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    const { stream } = await opened
    const before = new Promise<void>((resolve) => stream.onEnd(resolve))
    socket.destroy()
    await before
    expect(streams.count()).toBe(0)
    await new Promise<void>((resolve) => stream.onEnd(resolve))
    stream.send('id: 2.0\ndata: {}\n\n', '2.0')
  })

  test('is cut when its reader has too much to read', async () => {
    const { port } = server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1').pause()
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    const { stream, response } = await opened
    const cut = new Promise<void>((resolve) => stream.onEnd(resolve))
    const frame = `id: 2.0\ndata: ${'x'.repeat(500_000)}\n\n`
    for (let sent = 0; sent < 200 && !response.destroyed; sent++) stream.send(frame, '2.0')
    await cut
    expect(streams.count()).toBe(0)
    socket.destroy()
  })

  test('is cut when its reader takes nothing from one beat to the next', async () => {
    const next = await reader()
    await next()
    const { response } = await opened
    Object.defineProperty(response, 'writableNeedDrain', { value: true })
    streams.beat()
    expect(response.destroyed).toBe(false)
    streams.beat()
    expect(response.destroyed).toBe(true)
  })
})

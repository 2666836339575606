import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../errors.ts'
import { readBody } from './read-body.ts'

const http = new Hono()
http.post('/', async (c) => c.json((await readBody(c)).value))
http.onError((error, c) => c.json({ code: error instanceof DomainError ? error.code : String(error) }))

async function read(
  body: RequestInit['body'],
  headers: Record<string, string> = { 'content-type': 'application/json' },
) {
  const init: RequestInit = { method: 'POST', body, headers }
  if (body instanceof ReadableStream) Object.assign(init, { duplex: 'half' })
  return (await http.request('/', init)).json()
}

/** A body of unknown length. */
function chunks(count: number, bytes: number): ReadableStream {
  const chunk = new Uint8Array(bytes).fill(0x20)
  let left = count
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(chunk)
      else controller.close()
    },
  })
}

describe('a body', () => {
  test('is JSON, also with a charset or of a kind of JSON', async () => {
    expect(await read('{"a":[1]}')).toEqual({ a: [1] })
    expect(await read('{}', { 'content-type': 'application/json; charset=utf-8' })).toEqual({})
    expect(await read('{}', { 'content-type': 'application/merge-patch+json' })).toEqual({})
  })

  test('that is empty is an empty object, whatever it says it is', async () => {
    expect(await read('')).toEqual({})
    expect(await read(null, {})).toEqual({})
    expect(await read(' \n', { 'content-type': 'text/plain' })).toEqual({})
  })

  test('of another type is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'text/json'])
      expect(await read('{}', { 'content-type': type })).toEqual({ code: 'unsupported_media_type' })
  })

  test('that is broken is refused', async () => {
    expect(await read('{"a":')).toEqual({ code: 'invalid_request' })
  })

  test('has at most 1 MB, whether it says its length or not', async () => {
    const whole = JSON.stringify('x'.repeat(1024 * 1024 - 2))
    expect(
      await read(whole, { 'content-type': 'application/json', 'content-length': `${whole.length}` }),
    ).toHaveLength(1024 * 1024 - 2)
    expect(await read(`${whole} `, { 'content-length': `${whole.length + 1}` })).toEqual({
      code: 'payload_too_large',
    })
    expect(await read(chunks(16, 64 * 1024))).toEqual({})
    expect(await read(chunks(17, 64 * 1024))).toEqual({ code: 'payload_too_large' })
  })

  test('loses what no database keeps, and nothing else', async () => {
    expect(
      await read(String.raw`{"text":"a\u0000b","half":"\ud83d","whole":"\ud83d\ude00","slash":"\\u0000"}`),
    ).toEqual({
      text: 'ab',
      half: '\ufffd',
      whole: '😀',
      slash: String.raw`\u0000`,
    })
  })
})

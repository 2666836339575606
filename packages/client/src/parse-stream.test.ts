import { describe, expect, test } from 'vitest'
import { createStreamParser } from './parse-stream.ts'

function parseAll(...chunks: string[]) {
  const parse = createStreamParser()
  return chunks.flatMap((chunk) => parse(chunk))
}

describe('a stream of server-sent events', () => {
  const text = 'id: 1.0\n\n: still here\n\nid: 2.5\nevent: bot.turn\ndata: {"a":1}\n\nretry: 2000\n\n'
  const said = [
    { id: '1.0', data: null, retryMs: null },
    { id: '2.5', data: '{"a":1}', retryMs: null },
    { id: '2.5', data: null, retryMs: 2000 },
  ]

  test('is read', () => expect(parseAll(text)).toEqual(said))

  test('is read the same wherever it is cut', () => {
    for (let at = 1; at < text.length; at++) expect(parseAll(text.slice(0, at), text.slice(at))).toEqual(said)
  })

  test.each(['\r\n', '\r'])('may end its lines otherwise (%j)', (end) => {
    // A lone carriage return at the very end may be half of a pair, so something must follow it.
    expect(parseAll(...`${text}:`.replaceAll('\n', end))).toEqual(said)
  })

  test('joins lines of data, and gives nothing of a block that is not ended', () => {
    expect(parseAll('data: a\ndata:b\n\ndata: c')).toEqual([{ id: '', data: 'a\nb', retryMs: null }])
  })
})

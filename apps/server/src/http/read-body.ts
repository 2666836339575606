import type { Context } from 'hono'
import { DomainError } from '../errors.ts'

const megabyte = 1024 * 1024
const most = { plain: megabyte, files: 20 * megabyte }

/**
 * The JSON of a request, of at most 1 MB, or 20 where it holds files. An empty body is an empty object: actions need none.
 * @throws DomainError payload_too_large, unsupported_media_type, invalid_request
 */
export async function readBody(
  c: Context,
  holds: keyof typeof most = 'plain',
): Promise<{ text: string; value: unknown }> {
  const text = await readText(c, most[holds])
  if (text.trim() === '') return { text, value: {} }
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
    throw new DomainError(
      'unsupported_media_type',
      'Send the body as JSON, with content-type: application/json.',
    )
  return { text, value: parseJson(text) }
}

/**
 * A file as it is. It is read no further than it may be long.
 * @throws DomainError payload_too_large
 */
export async function readFile(c: Context, mostBytes: number): Promise<Buffer> {
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) throw tooLarge('A file', mostBytes)
  const chunks: Uint8Array[] = []
  for await (const chunk of upTo(mostBytes, 'A file', c.req.raw.body)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function readText(c: Context, mostBytes: number): Promise<string> {
  const length = c.req.header('content-length')
  if (length !== undefined) {
    if (Number(length) > mostBytes) throw tooLarge('A request', mostBytes)
    return c.req.text()
  }
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of upTo(mostBytes, 'A request', c.req.raw.body))
    text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}

/** Nobody said how long it will be, or what they said may be wrong, so it is measured on the way. */
async function* upTo(mostBytes: number, what: string, stream: ReadableStream<Uint8Array> | null) {
  let bytes = 0
  for await (const chunk of stream ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw tooLarge(what, mostBytes)
    yield chunk
  }
}

function tooLarge(what: string, mostBytes: number): DomainError {
  return new DomainError(
    'payload_too_large',
    `${what} has at most ${mostBytes / megabyte} MB. Send less at once.`,
  )
}

/** How JSON may write a NUL or half of a character. */
const unstorable = /\\u(0000|d[89a-f])/i

function parseJson(text: string): unknown {
  try {
    return unstorable.test(text) ? JSON.parse(text, storable) : JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read'
    throw new DomainError('invalid_request', `The body is not JSON: ${reason}.`)
  }
}

/** No database keeps a NUL or half of a character. A message is not lost for one. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
}

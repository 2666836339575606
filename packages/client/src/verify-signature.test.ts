import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { SignatureError, verifySignature } from './index.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const at = new Date('2026-03-02T10:00:00Z')
const body = '{"text":"Grüße"}'

/** As the library of the standard signs it. */
function signed(text = body, by = secret): Record<string, string> {
  return {
    'webhook-id': 'turn_1',
    'webhook-timestamp': String(at.getTime() / 1000),
    'webhook-signature': new Webhook(by).sign('turn_1', at, text),
  }
}

const verify = (headers: Record<string, string | string[] | undefined>, text = body, later = 0) =>
  verifySignature(text, headers, secret, { now: at.getTime() + later })

describe('R25 a signature', () => {
  test('of the standard is taken, and gives what was signed', async () => {
    expect(await verify(signed())).toEqual({ text: 'Grüße' })
    const bytes = new TextEncoder().encode(body)
    const options = { now: at.getTime() }
    expect(await verifySignature(bytes, new Headers(signed()), secret, options)).toEqual({ text: 'Grüße' })
  })

  test('of a secret that is being changed is one of several', async () => {
    const headers = signed()
    const several = `v1,AAAA v2,xyz ${headers['webhook-signature']}`
    expect(await verify({ ...headers, 'webhook-signature': several })).toEqual({ text: 'Grüße' })
  })

  test.each([
    ['of another text', signed('{"text":"Gruss"}')],
    ['of another secret', signed(body, 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD')],
    ['of another request', { ...signed(), 'webhook-id': 'turn_2' }],
    ['of another time', { ...signed(), 'webhook-timestamp': String(at.getTime() / 1000 + 1) }],
    ['of no time', { ...signed(), 'webhook-timestamp': 'now' }],
    ['that is no base64', { ...signed(), 'webhook-signature': 'v1,*' }],
    ['that is empty', { ...signed(), 'webhook-signature': 'v1,' }],
    ['of another version', { ...signed(), 'webhook-signature': signed()['webhook-signature']?.slice(3) }],
    ['that is not there', { ...signed(), 'webhook-signature': undefined }],
  ])('%s is refused', async (_, headers) => {
    await expect(verify(headers)).rejects.toBeInstanceOf(SignatureError)
  })

  test('is refused after five minutes, and that long before', async () => {
    await expect(verify(signed(), body, 299_000)).resolves.toBeDefined()
    await expect(verify(signed(), body, 301_000)).rejects.toBeInstanceOf(SignatureError)
    await expect(verify(signed(), body, -301_000)).rejects.toBeInstanceOf(SignatureError)
  })

  test('is not asked with a secret that is none', async () => {
    for (const wrong of ['', 'secret', 'whsec_'])
      await expect(verifySignature(body, signed(), wrong, { now: at.getTime() })).rejects.toThrow('whsec_')
  })
})

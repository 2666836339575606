import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { callerAddress } from './caller-address.ts'
import type { HttpEnv } from './environment.ts'

async function addressOf(remoteAddress: string | undefined, forwarded?: string): Promise<string> {
  const http = new Hono<HttpEnv>().get('/', (c) => c.text(callerAddress(c)))
  const bindings = remoteAddress === undefined ? {} : { incoming: { socket: { remoteAddress } } }
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return (await http.request('/', { headers }, bindings)).text()
}

describe('R18 the address that attempts are counted by', () => {
  test('is that of the connection, whatever a caller from outside says', async () => {
    expect(await addressOf('198.51.100.7', '203.0.113.9')).toBe('198.51.100.7')
    expect(await addressOf('2001:db8::7', '203.0.113.9')).toBe('2001:db8::7')
  })

  test('is what a proxy nearby wrote itself, not what its caller wrote before', async () => {
    for (const near of ['127.0.0.1', '::1', '::ffff:10.1.2.3', '172.20.0.2', '192.168.1.1', 'fd00::1'])
      expect(await addressOf(near, '203.0.113.9, 198.51.100.7'), near).toBe('198.51.100.7')
    expect(await addressOf('127.0.0.1')).toBe('127.0.0.1')
  })
})

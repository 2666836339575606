import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseConfig } from '../config.ts'
import type { AppContext } from '../context.ts'
import { createHttp } from './create-http.ts'

const app = { config: parseConfig({}), log: pino({ level: 'silent' }) } as unknown as AppContext
let folder: string
let http: ReturnType<typeof createHttp>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-web-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>the page')
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'run()')
  writeFileSync(join(folder, 'assets', 'app-1a2b.js.br'), brotliCompressSync('run()'))
  writeFileSync(join(folder, '.built-from'), 'secret')
  http = createHttp(app, [], undefined, { web: folder })
})
afterAll(() => rmSync(folder, { recursive: true }))

function get(path: string, headers: Record<string, string> = { accept: 'text/html' }) {
  return http.request(path, { headers })
}

describe('the staff app', () => {
  test.each(['/', '/inbox/mine', '/set-up'])('has its page at %s, asked for each time', async (path) => {
    const answer = await get(path)
    expect(await answer.text()).toContain('the page')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  })

  test('may run its own files, talk to its own server, and be framed by nobody', async () => {
    const policy = (await get('/')).headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self'; style-src 'self'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  test('has files that are kept for good, compressed for who takes it', async () => {
    const plain = await get('/assets/app-1a2b.js', {})
    expect(plain.headers.get('cache-control')).toContain('immutable')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe('run()')
    const packed = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, br' })
    expect(packed.headers.get('content-encoding')).toBe('br')
    expect(packed.headers.get('content-type')).toMatch(/^text\/javascript/)
  })

  test.each(['/v1/nowhere', '/assets/gone.js', '/auth/x', '/docs/x', '/metrics/x'])(
    'leaves %s to be said as what it is',
    async (path) => expect((await get(path)).status).toBe(404),
  )

  test('is served anew when it was built anew', async () => {
    await get('/')
    writeFileSync(join(folder, 'assets', 'app-9z9z.js'), 'runAnew()')
    writeFileSync(join(folder, 'index.html'), '<!doctype html>the new page')
    utimesSync(join(folder, 'index.html'), 4_000_000_000, 4_000_000_000)
    expect(await (await get('/')).text()).toContain('the new page')
    expect(await (await get('/assets/app-9z9z.js')).text()).toBe('runAnew()')
  })

  test('gives nothing that is not a file of it', async () => {
    expect(await (await get('/.built-from')).text()).not.toContain('secret')
    expect((await get('/../package.json', { accept: 'application/json' })).status).toBe(404)
    expect((await http.request('/inbox', { method: 'POST' })).status).toBe(404)
  })
})

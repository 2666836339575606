import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseConfig } from '../config.ts'
import type { AppContext } from '../context.ts'
import { createHttp } from './create-http.ts'

const app = { config: parseConfig({}), log: pino({ level: 'silent' }) } as unknown as AppContext
let folder: string
let http: ReturnType<typeof createHttp>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-widget-'))
  mkdirSync(join(folder, 'widget'))
  writeFileSync(join(folder, 'widget.js'), 'run()')
  writeFileSync(join(folder, 'widget.js.gz'), gzipSync('run()'))
  writeFileSync(join(folder, 'widget', 'de.json'), '{}')
  http = createHttp(app, [], undefined, { widget: folder })
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('R24 the script of the chat', () => {
  test('may be loaded by any page, is kept for minutes, and compressed', async () => {
    const answer = await http.request('/widget.js', { headers: { 'accept-encoding': 'gzip' } })
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      'content-encoding': 'gzip',
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    })
    const texts = await http.request('/widget/de.json')
    expect(texts.headers.get('content-type')).toBe('application/json')
    expect(texts.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('says so where there is no such file', async () => {
    const answer = await http.request('/widget/xx.json')
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'not_found' })
  })
})

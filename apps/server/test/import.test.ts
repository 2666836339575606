import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ImportResult } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchOutside } from '../src/article/import/fetch-outside.ts'
import { createApiKey } from '../src/auth/api-key.ts'
import { createCaller } from './api-world.ts'
import { makeWorld, type World } from './factories.ts'
import { rowsOf } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
let call: ReturnType<typeof createCaller>['call']
let site: Server
let address: string
const pages = new Map<string, RequestListener>()

beforeAll(async () => {
  baton = await createTestApp()
  call = createCaller(baton).call
  site = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    if (page) page(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise((resolve) => site.close(resolve))
  await baton.close()
})

function serve(path: string, body: string, type = 'text/html; charset=utf-8'): string {
  pages.set(path, (_, response) => response.writeHead(200, { 'content-type': type }).end(body))
  return `${address}${path}`
}

async function makeImporter() {
  const world = await makeWorld(baton)
  const { token } = await baton.work(world.workspaceId, (work) =>
    createApiKey(work, { name: 'Test', scopes: ['bots:write'] }),
  )
  const post = async (path: string, body: object) => {
    const answer = await call('post', path, { token, body })
    expect(answer.status).toBe(200)
    return (answer.body as unknown as ImportResult).items
  }
  return {
    world,
    token,
    files: (files: Record<string, string>, botId: string | null = null) =>
      post('/v1/articles/import', {
        botId,
        files: Object.entries(files).map(([name, text]) => ({
          name,
          content: Buffer.from(text).toString('base64'),
        })),
      }),
    pages: (url: string) => post('/v1/articles/import-pages', { url }),
  }
}

const articlesOf = ({ workspaceId }: World) => rowsOf(baton, workspaceId, 'article')

describe('files', () => {
  test('that are imported again change their article, and what it was is kept', async () => {
    const { world, files } = await makeImporter()
    const [first] = await files({ 'help.md': '# Returns\n\nWithin 30 days.' })
    expect(first).toMatchObject({ name: 'help.md', status: 'created', error: null })
    expect(await files({ 'help.md': '# Returns\n\nWithin 30 days.' })).toMatchObject([
      { status: 'unchanged', articleIds: first?.articleIds },
    ])
    expect(await files({ 'help.md': '# Returns\n\nWithin 60 days.' })).toMatchObject([
      { status: 'updated', articleIds: first?.articleIds },
    ])
    expect(await articlesOf(world)).toMatchObject([
      { text: '# Returns\n\nWithin 60 days.', source: { kind: 'file', name: 'help.md' }, revision: 2 },
    ])
    expect(await rowsOf(baton, world.workspaceId, 'article_version')).toMatchObject([
      { text: '# Returns\n\nWithin 30 days.', revision: 1 },
    ])
    await files({ 'help.md': '# Returns\n\nFor one bot.' }, world.botId)
    expect(await articlesOf(world)).toHaveLength(2)
  })

  test('one that is broken changes nothing, and the others are taken', async () => {
    const { world, files } = await makeImporter()
    await files({ 'faq.csv': 'Why?,Because.\nHow?,So.' })
    const items = await files({ 'faq.csv': 'Why?,Therefore.\nHow?,', 'a.docx': 'no', 'b.txt': 'Good.' })
    expect(items).toMatchObject([
      { status: 'failed', error: 'Row 2 has no answer in its second column.' },
      { status: 'failed', error: 'It is damaged, or not what its name says.' },
      { status: 'created', error: null },
    ])
    const texts = (await articlesOf(world)).map(({ text }) => text)
    expect(texts.sort()).toEqual(['Because.', 'Good.', 'So.'])
  })

  test('of more than 1 MB are taken, and refused from 20 MB on', async () => {
    const { token, files } = await makeImporter()
    expect(await files({ 'a.txt': 'Yes. '.repeat(300_000) })).toMatchObject([
      { status: 'failed', error: expect.stringContaining('200000 letters') },
    ])
    const tooMuch = await call('post', '/v1/articles/import', { token, body: `"${'a'.repeat(21 << 20)}"` })
    expect(tooMuch).toMatchObject({ status: 413, body: { detail: expect.stringContaining('20 MB') } })
  })

  test('for a bot that is not there, or that are no base64, are refused', async () => {
    const { token, world } = await makeImporter()
    const post = (body: object) => call('post', '/v1/articles/import', { token, body })
    const file = { name: 'a.txt', content: 'QQ==' }
    expect(await post({ files: [file], botId: world.workspaceId })).toMatchObject({ status: 422 })
    expect(await post({ files: [{ ...file, content: '%' }] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'body.files[0].content' }] },
    })
  })
})

describe('pages', () => {
  test('become articles with their address, and are changed when they are read again', async () => {
    const { world, pages: read } = await makeImporter()
    const url = serve('/returns', '<h1>Returns</h1><p>Within 30 days.</p>')
    expect(await read(url)).toMatchObject([{ name: url, status: 'created' }])
    serve('/returns', '<h1>Returns</h1><p>Within 60 days.</p>')
    expect(await read(url)).toMatchObject([{ status: 'updated' }])
    expect(await articlesOf(world)).toMatchObject([
      { title: 'Returns', text: expect.stringContaining('Within 60 days.'), source: { kind: 'url', url } },
    ])
  })

  test('of a sitemap are read, those at its own address', async () => {
    const { world, pages: read } = await makeImporter()
    const one = serve('/one', '<h1>One</h1><p>First.</p>')
    const two = serve('/two', 'Gr\xfc\xdfe'.slice(0, 3), 'text/html')
    const map = serve(
      '/sitemap.xml',
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${one}</loc></url>
      <url><loc>${two}</loc></url><url><loc>${address}/gone</loc></url><url><loc>http://other.example/x</loc></url></urlset>`,
      'application/xml',
    )
    expect(await read(map)).toMatchObject([
      { name: one, status: 'created' },
      { name: two, status: 'created' },
      { name: `${address}/gone`, status: 'failed', error: 'The page answers with status 404.' },
    ])
    expect(await articlesOf(world)).toHaveLength(2)
    expect(await read(serve('/empty.xml', '<?xml version="1.0"?><urlset/>', 'text/xml'))).toMatchObject([
      { status: 'failed', error: expect.stringContaining('names no page') },
    ])
  })

  test('that are no pages say so', async () => {
    const { pages: read } = await makeImporter()
    const errorOf = async (url: string) => (await read(url))[0]?.error
    expect(await errorOf(serve('/picture', 'x', 'image/png'))).toContain('image/png')
    expect(await errorOf(serve('/large', 'x'.repeat(3 << 20)))).toContain('2 MB')
    expect(await errorOf('http://127.0.0.1:1/')).toContain('cannot be reached')
    pages.set('/circle', (_, response) => response.writeHead(302, { location: '/circle' }).end())
    expect(await errorOf(`${address}/circle`)).toContain('without end')
  })

  test.each([
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
  ])('R25 at %s are refused, for they lie in a private network', async (url) => {
    await expect(fetchOutside(url, { allowPrivate: false })).rejects.toThrow(/private network/)
  })

  test('R25 an address that is no web page is refused before it is read', async () => {
    const { token } = await makeImporter()
    for (const url of ['file:///etc/passwd', 'ftp://shop.example/', 'javascript:alert(1)', 'shop'])
      expect(await call('post', '/v1/articles/import-pages', { token, body: { url } })).toMatchObject({
        status: 400,
      })
    pages.set('/out', (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end())
    await expect(fetchOutside(`${address}/out`, { allowPrivate: true })).rejects.toThrow(/Only http/)
  })
})

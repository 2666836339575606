import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiWorld, createCaller, makeApiWorld } from './api-world.ts'
import { rowsOf } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
let world: ApiWorld
let call: ReturnType<typeof createCaller>['call']
beforeAll(async () => {
  baton = await createTestApp()
  world = await makeApiWorld(baton)
  call = createCaller(baton).call
})
afterAll(() => baton.close())

const send = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  call(method, path, { token: world.token, body, headers })

async function create(values: object = {}): Promise<string> {
  const answer = await send('post', '/v1/articles', {
    title: 'Returning something',
    text: 'Within 30 days.',
    ...values,
  })
  expect(answer.status).toBe(201)
  return answer.body.id
}

describe('R4 the articles that bots answer from', () => {
  test('an article comes back as it was given, for all bots unless one is named', async () => {
    const id = await create({ language: 'de', questions: ['Kann ich umtauschen?'] })
    expect(await send('get', `/v1/articles/${id}`)).toMatchObject({
      status: 200,
      body: {
        title: 'Returning something',
        kind: 'article',
        botId: null,
        language: 'de',
        questions: ['Kann ich umtauschen?'],
        source: { kind: 'manual' },
        revision: 1,
      },
    })
  })

  test('each save keeps what was before, and it can be restored', async () => {
    const id = await create()
    await send('patch', `/v1/articles/${id}`, { text: 'Within 60 days.' })
    await send('patch', `/v1/articles/${id}`, { title: 'Sending back' })
    const versions = await send('get', `/v1/articles/${id}/versions`)
    expect(versions.body.items).toMatchObject([
      { revision: 2, title: 'Returning something', text: 'Within 60 days.' },
      { revision: 1, title: 'Returning something', text: 'Within 30 days.' },
    ])
    const restored = await send('post', `/v1/articles/${id}/restore`, { revision: 1 })
    expect(restored.body).toMatchObject({
      revision: 4,
      title: 'Returning something',
      text: 'Within 30 days.',
    })
    expect((await send('get', `/v1/articles/${id}/versions?limit=1`)).body).toMatchObject({
      items: [{ revision: 3, title: 'Sending back' }],
      nextCursor: '3',
    })
    expect((await send('post', `/v1/articles/${id}/restore`, { revision: 9 })).status).toBe(404)
  })

  test('a save that changes nothing keeps nothing', async () => {
    const id = await create()
    expect((await send('patch', `/v1/articles/${id}`, { text: 'Within 30 days.' })).body.revision).toBe(1)
    expect((await send('get', `/v1/articles/${id}/versions`)).body.items).toEqual([])
  })

  test('who saves over somebody else is told what it looks like now', async () => {
    const id = await create()
    await send('patch', `/v1/articles/${id}`, { text: 'Theirs.' }, { 'if-match': '"1"' })
    const late = await send('patch', `/v1/articles/${id}`, { text: 'Mine.' }, { 'if-match': '"1"' })
    expect(late).toMatchObject({
      status: 412,
      body: { code: 'revision_conflict', current: { text: 'Theirs.' } },
    })
    expect((await send('delete', `/v1/articles/${id}`, undefined, { 'if-match': '"1"' })).status).toBe(412)
    expect((await send('delete', `/v1/articles/${id}`, undefined, { 'if-match': '"2"' })).status).toBe(204)
  })

  test('a list is searched as it is written, and for a bot holds its own and those of all', async () => {
    const mine = await create({ title: 'Only 100% mine', botId: world.botId })
    const found = await send('get', '/v1/articles?search=100%25%20MINE')
    expect(found.body.items.map(({ id }) => id)).toEqual([mine])
    expect((await send('get', '/v1/articles?search=1_0')).body.items).toEqual([])
    const { body } = await send('post', '/v1/bots', { name: 'Another bot' })
    const ofAnother = await send('get', `/v1/articles?limit=200&botId=${body.id}`)
    expect(ofAnother.body.items.map(({ id }) => id)).not.toContain(mine)
    expect(ofAnother.body.items.length).toBeGreaterThan(0)
  })

  test('an article of a bot that is not there is refused', async () => {
    const answer = await send('post', '/v1/articles', {
      title: 'A',
      text: 'B',
      botId: world.ids.conversations,
    })
    expect(answer).toMatchObject({ status: 422, body: { code: 'unknown_bot' } })
  })

  test('what it says is a passage at once, under the words of its language', async () => {
    const id = await create({
      language: 'de',
      title: 'Rückgabe',
      text: '# Frist\n\nDie Lampen nehmen wir zurück.',
    })
    const passages = (await rowsOf(baton, world.workspaceId, 'article_passage')).filter(
      ({ article_id }) => article_id === id,
    )
    expect(passages).toMatchObject([
      { heading: 'Frist', text: 'Die Lampen nehmen wir zurück.', config: 'german' },
    ])
    expect(passages[0]?.words).toContain("'lamp'")
  })
})

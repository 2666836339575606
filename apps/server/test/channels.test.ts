import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webhookInput } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { dispatchWebhooks } from '../src/webhook/dispatch-webhooks.ts'
import { createWebhook, listDeliveries } from '../src/webhook/save-webhook.ts'
import { testWebhook } from '../src/webhook/test-webhook.ts'
import { viewWebhook } from '../src/webhook/view.ts'
import { makeWorld, type World } from './factories.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

/** A channel that keeps what is posted to it and answers with what a test wants. */
async function openChannel() {
  const posted: string[] = []
  let status = 200
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      posted.push(body)
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/T0/B0/key`
  return {
    url,
    posted,
    answers: (next: number) => {
      status = next
    },
  }
}

function connect(world: World, values: object) {
  return baton.work(world.workspaceId, (work) => createWebhook(work, webhookInput.parse(values)))
}

async function ask(world: World, contact: string, text = 'I want to talk to a human'): Promise<void> {
  await world.write(text, { contact })
  await baton.drain()
  await dispatchWebhooks(baton.app)
  await baton.drain()
}

describe('R19 a channel of Slack or Teams is told of handovers', () => {
  test('Slack: who, why and to whom, with the way there; nothing of what was said unless it may be', async () => {
    const channel = await openChannel()
    const world = await makeWorld(baton)
    await connect(world, { url: channel.url, format: 'slack' })
    await ask(world, 'visitor-1')
    expect(channel.posted).toHaveLength(1)
    const { text, blocks } = JSON.parse(channel.posted[0] ?? '')
    expect(text).toBe(`A contact was handed over to ${world.agent.name}`)
    expect(blocks[0].text.text).toContain('Wants a person')
    expect(blocks[1].elements[0].url).toMatch(/\/inbox\/all\/[0-9a-f-]{36}$/)
    expect(channel.posted[0]).not.toContain('talk to a human')
  })

  test('Slack: what a contact writes mentions nobody and links nowhere', async () => {
    const channel = await openChannel()
    const world = await makeWorld(baton)
    await connect(world, { url: channel.url, format: 'slack', quotesContact: true })
    await ask(world, 'visitor-1', 'I want to talk to a human <!channel> <http://x.example|here>')
    expect(channel.posted[0]).toContain('&lt;!channel&gt;')
    expect(channel.posted[0]).not.toContain('<!channel>')
  })

  test('Teams: an adaptive card', async () => {
    const channel = await openChannel()
    const world = await makeWorld(baton)
    await connect(world, { url: channel.url, format: 'teams', quotesContact: true })
    await ask(world, 'visitor-1')
    const [card] = JSON.parse(channel.posted[0] ?? '').attachments
    expect(card.content.body.map(({ text }: { text: string }) => text)).toEqual([
      `A contact was handed over to ${world.agent.name}`,
      'Wants a person',
      '“I want to talk to a human”',
    ])
    expect(card.content.actions[0].type).toBe('Action.OpenUrl')
  })

  test('only of its team, where it has one, and of nothing but handovers', async () => {
    const channel = await openChannel()
    const world = await makeWorld(baton)
    await connect(world, { url: channel.url, format: 'slack', teamId: world.workspaceId, eventTypes: [] })
    await ask(world, 'visitor-1')
    expect(channel.posted).toEqual([])
  })

  test('R20 one that fails is told again, and once', async () => {
    const channel = await openChannel()
    const world = await makeWorld(baton)
    const { id } = await connect(world, { url: channel.url, format: 'slack' })
    channel.answers(500)
    await expect(ask(world, 'visitor-1')).rejects.toThrow('The receiver answered with 500.')
    const { rows } = await baton.work(world.workspaceId, (work) => listDeliveries(work, id, { limit: 10 }))
    expect(rows).toMatchObject([{ status: 'pending', attempts: 1, last_status: 500 }])
  })

  test('its address is a secret: only the host is shown', async () => {
    const world = await makeWorld(baton)
    const row = await connect(world, { url: 'https://hooks.example.com/services/T0/B0/key', format: 'slack' })
    expect(viewWebhook(row).url).toBe('https://hooks.example.com/…')
  })

  test('a test says what came of it', async () => {
    const channel = await openChannel()
    const world = await makeWorld(baton)
    const { id } = await connect(world, { url: channel.url, format: 'teams' })
    expect(await testWebhook(baton.app, world.workspaceId, id)).toEqual({
      ok: true,
      status: 200,
      error: null,
    })
    channel.answers(404)
    expect(await testWebhook(baton.app, world.workspaceId, id)).toMatchObject({ ok: false, status: 404 })
    expect(channel.posted[0]).toContain('A test')
  })
})

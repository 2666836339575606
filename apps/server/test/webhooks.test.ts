import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webhookInput } from '@baton/contract'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { parseConfig } from '../src/config.ts'
import { deliverWebhook } from '../src/webhook/deliver-webhook.ts'
import { dispatchWebhooks } from '../src/webhook/dispatch-webhooks.ts'
import { createWebhook, deleteWebhook, resendDelivery, updateWebhook } from '../src/webhook/save-webhook.ts'
import { makeWorld, type World } from './factories.ts'
import { logIsReadable, rowsOf, takeJobs, upTo } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

type Received = { headers: Record<string, string>; body: string }

/** A receiver on this machine that answers each request with the next status, the last one for all that follow. */
async function receiver(...statuses: number[]) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const status = statuses[Math.min(received.length, statuses.length - 1)] ?? 200
      received.push({
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(chunks).toString(),
      })
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received }
}

/** It goes when the test is over: whoever drains the queues next delivers nothing of it. */
async function addWebhook(world: World, url: string, eventTypes: string[] = ['handover.began']) {
  const webhook = await baton.work(world.workspaceId, (work) =>
    createWebhook(work, webhookInput.parse({ url, eventTypes })),
  )
  onTestFinished(() => baton.work(world.workspaceId, (work) => deleteWebhook(work, webhook.id)))
  return webhook
}

/** Hands a conversation over, and gives the deliveries that came of it. */
async function handOver(world: World, contact = 'visitor-1') {
  await world.write('I want to talk to a human, please', { contact })
  await baton.drain()
  await logIsReadable(baton, world.workspaceId)
  await dispatchWebhooks(baton.app)
  return takeJobs(baton, world.workspaceId, 'webhook_delivery')
}

function deliver(job: Parameters<typeof deliverWebhook>[1], app = baton.app) {
  return deliverWebhook(app, job).then(
    () => 'taken' as const,
    () => 'failed' as const,
  )
}

async function deliveriesOf(world: World) {
  return rowsOf(baton, world.workspaceId, 'webhook_delivery')
}

describe('R25 a webhook', () => {
  test('cannot ask for what is kept nowhere: who is writing', () => {
    const asked = { url: 'https://example.com/hook', eventTypes: ['conversation.typing'] }
    expect(webhookInput.safeParse(asked).success).toBe(false)
  })

  test('is signed so that a library of the standard verifies it, and not with another secret', async () => {
    const world = await makeWorld(baton)
    const target = await receiver(200)
    const webhook = await addWebhook(world, target.url)
    // Signatures are as old as the clock says, and the library lets only some minutes pass.
    baton.clock.set(new Date())
    const [job] = await handOver(world)
    if (!job) throw new Error('No delivery was made.')
    expect(await deliver(job)).toBe('taken')

    const [request] = target.received
    if (!request) throw new Error('Nothing arrived.')
    expect(new Webhook(webhook.secret).verify(request.body, request.headers)).toMatchObject({
      type: 'handover.began',
      data: { userId: world.agent.id },
    })
    expect(() => new Webhook(webhook.secret).verify(`${request.body} `, request.headers)).toThrow()
    const other = await addWebhook(world, target.url)
    expect(() => new Webhook(other.secret).verify(request.body, request.headers)).toThrow()
    expect(await deliveriesOf(world)).toMatchObject([{ status: 'delivered', attempts: 1, last_status: 200 }])
  })

  test('gets the events that it asked for, each once, from when it was made', async () => {
    const world = await makeWorld(baton)
    const target = await receiver(200)
    await handOver(world, 'earlier')
    await addWebhook(world, target.url, ['handover.began', 'task.created'])
    const jobs = await handOver(world)
    await Promise.all(upTo(5).map(() => dispatchWebhooks(baton.app)))
    expect(await takeJobs(baton, world.workspaceId, 'webhook_delivery')).toHaveLength(0)
    for (const job of jobs) await deliver(job)
    const types = target.received.map((request) => JSON.parse(request.body).type)
    expect(types.sort()).toEqual(['handover.began', 'task.created'])
  })

  test('gets an event once although several processes dispatch at the same moment', async () => {
    const world = await makeWorld(baton)
    const target = await receiver(200)
    await addWebhook(world, target.url, [])
    await world.write('Hello')
    await logIsReadable(baton, world.workspaceId)
    await Promise.all(upTo(8).map(() => dispatchWebhooks(baton.app)))
    await dispatchWebhooks(baton.app)
    const deliveries = await deliveriesOf(world)
    expect(new Set(deliveries.map((row) => row.event_seq)).size).toBe(deliveries.length)
    expect(deliveries.map((row) => row.event_type)).toContain('message.created')
    expect(await takeJobs(baton, world.workspaceId, 'webhook_delivery')).toHaveLength(deliveries.length)
  })

  test('is sent again after a 500, under the same id, and not after it was taken', async () => {
    const world = await makeWorld(baton)
    const target = await receiver(500, 302, 204)
    await addWebhook(world, target.url)
    const [job] = await handOver(world)
    if (!job) throw new Error('No delivery was made.')
    const results = []
    for (const _ of upTo(4)) results.push(await deliver(job))
    expect(results).toEqual(['failed', 'failed', 'taken', 'taken'])
    expect(target.received).toHaveLength(3)
    expect(new Set(target.received.map((request) => request.headers['webhook-id'])).size).toBe(1)
    expect(new Set(target.received.map((request) => request.body)).size).toBe(1)
    expect(await deliveriesOf(world)).toMatchObject([
      { status: 'delivered', attempts: 3, last_status: 204, last_error: null },
    ])
  })

  test('is given up after the last attempt, and can be sent again by hand under the same id', async () => {
    const world = await makeWorld(baton)
    const target = await receiver(...upTo(13).map(() => 503), 200)
    const webhook = await addWebhook(world, target.url)
    const [job] = await handOver(world)
    if (!job) throw new Error('No delivery was made.')
    const results = []
    for (const _ of upTo(14)) results.push(await deliver(job))
    expect(results).toEqual([...upTo(12).map(() => 'failed'), 'taken', 'taken'])
    expect(target.received).toHaveLength(13)
    expect(await deliveriesOf(world)).toMatchObject([
      { status: 'failed', attempts: 13, last_status: 503, last_error: 'The receiver answered with 503.' },
    ])

    await baton.work(world.workspaceId, (work) => resendDelivery(work, webhook.id, job.deliveryId))
    await baton.drain()
    expect(target.received).toHaveLength(14)
    expect(target.received.at(-1)?.headers['webhook-id']).toBe(target.received[0]?.headers['webhook-id'])
    expect(await deliveriesOf(world)).toMatchObject([{ status: 'delivered', attempts: 1 }])
  })

  test('whose receiver cannot be reached says so in the log of deliveries', async () => {
    const world = await makeWorld(baton)
    await addWebhook(world, 'http://127.0.0.1:1/nobody')
    const [job] = await handOver(world)
    if (!job) throw new Error('No delivery was made.')
    expect(await deliver(job)).toBe('failed')
    expect(await deliveriesOf(world)).toMatchObject([
      { status: 'pending', last_status: null, last_error: 'ECONNREFUSED' },
    ])
  })

  test('that is switched off gets nothing', async () => {
    const world = await makeWorld(baton)
    const target = await receiver(200)
    const webhook = await addWebhook(world, target.url)
    const [job] = await handOver(world)
    await baton.work(world.workspaceId, (work) => updateWebhook(work, webhook.id, { active: false }))
    if (job) await deliver(job)
    expect(await handOver(world, 'visitor-2')).toHaveLength(0)
    expect(target.received).toHaveLength(0)
  })

  for (const host of [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '0.0.0.0',
    '10.0.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '[::ffff:127.0.0.1]',
  ])
    test(`to ${host} is refused unless private networks are allowed`, async () => {
      const world = await makeWorld(baton)
      const target = await receiver(200)
      await addWebhook(world, target.url.replace('127.0.0.1', host))
      const [job] = await handOver(world)
      if (!job) throw new Error('No delivery was made.')
      const strict = { ...baton.app, config: parseConfig({ PORT: '0' }) }
      expect(await deliver(job, strict)).toBe('failed')
      expect(target.received).toHaveLength(0)
      expect(await deliveriesOf(world)).toMatchObject([
        { last_error: 'The address lies in a private network, which is not allowed.' },
      ])
    })
})

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BotCall } from '@baton/contract'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createCallSecret } from '../src/bot/create-call-secret.ts'
import { updateBot } from '../src/bot/save-bot.ts'
import { takeTurn } from '../src/bot/take-turn.ts'
import { testCall } from '../src/bot/test-call.ts'
import { parseConfig } from '../src/config.ts'
import { postBotReply } from '../src/conversation/post-bot-reply.ts'
import { listAssessments } from '../src/conversation/queries.ts'
import { takeOver } from '../src/conversation/take-over.ts'
import { checkReadiness } from '../src/scenario/readiness.ts'
import { makeWorld, type World } from './factories.ts'
import { messagesOf, rowsOf, takeJobs, upTo } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
  // Signatures are as old as the clock says, and who verifies them lets only some minutes pass.
  baton.clock.set(new Date())
})
afterAll(() => baton.close())

type Received = { headers: IncomingHttpHeaders; body: string; call: BotCall }
type Reply = (response: ServerResponse) => unknown

const says = (answer: unknown, status = 200): Reply => {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  }
}
const status = (code: number, headers: Record<string, string> = {}): Reply => {
  return (response) => response.writeHead(code, headers).end()
}

/** An outside bot on this machine that answers each call with the next reply, the last one for all that follow. */
async function startBot(...replies: Reply[]) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const reply = replies[Math.min(received.length, replies.length - 1)]
      received.push({ headers: request.headers, body, call: JSON.parse(body) })
      reply?.(response)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer`, received }
}

/** A world whose bot is called at this address, and the secret of the calls. */
async function makeCalled(url: string, bot: object = {}): Promise<World & { secret: string }> {
  const world = await makeWorld(baton, { bot: { brain: { kind: 'external', url }, ...bot } })
  const { secret } = await baton.work(world.workspaceId, (work) => createCallSecret(work, world.botId))
  return { ...world, secret }
}

/** What became of a message: all that the contact reads, the handovers, and why. */
async function outcomeOf(world: World, conversationId: string) {
  const messages = await messagesOf(baton, world.workspaceId, conversationId)
  const assessments = await baton.work(world.workspaceId, (work) => listAssessments(work, conversationId, 10))
  return {
    said: messages.filter(({ author }) => author === 'bot').map(({ text, kind }) => ({ text, kind })),
    handovers: await rowsOf(baton, world.workspaceId, 'handover'),
    why: assessments.find(({ judged }) => judged === 'bot')?.outcome,
  }
}

async function ask(world: World, text = 'Where is my parcel?') {
  const { conversationId } = await world.write(text)
  await baton.drain()
  return { conversationId, ...(await outcomeOf(world, conversationId)) }
}

describe('R25 an outside bot that Baton calls', () => {
  test('is told the turn under a signature that a library of the standard verifies', async () => {
    const bot = await startBot(says({ text: 'It is on the way.', answered: true, confidence: 0.9 }))
    const world = await makeCalled(bot.url)
    const { conversationId, said } = await ask(world)
    expect(said).toEqual([{ text: 'It is on the way.', kind: 'message' }])

    const [request] = bot.received
    if (!request) throw new Error('Nothing arrived.')
    const headers = request.headers as Record<string, string>
    expect(new Webhook(world.secret).verify(request.body, headers)).toEqual(request.call)
    expect(() => new Webhook(world.secret).verify(`${request.body} `, headers)).toThrow()
    expect(headers['webhook-id']).toBe(request.call.turnId)
    expect(request.call).toMatchObject({
      turnId: `turn_${conversationId}_1_1`,
      trial: false,
      workspaceId: world.workspaceId,
      botId: world.botId,
      conversationId,
      epoch: 1,
      language: 'en',
      messages: [{ from: 'contact', text: 'Where is my parcel?', at: baton.clock.now().toISOString() }],
      scenarios: [{ name: 'Wants a person', kind: 'human_requested' }],
    })
    expect(request.call.contact).toEqual({ name: null, locale: null })
  })

  test('is not asked where the contact asks for a person', async () => {
    const bot = await startBot(says({ text: 'Stay with me!' }))
    const { handovers } = await ask(await makeCalled(bot.url), 'I want to talk to a human, please')
    expect(handovers).toHaveLength(1)
    expect(bot.received).toHaveLength(0)
  })

  test('is asked about a turn under the same id when the job comes twice', async () => {
    const bot = await startBot(says({ text: 'It is on the way.' }))
    const world = await makeCalled(bot.url)
    const { conversationId } = await world.write('Where is my parcel?')
    const [job] = await takeJobs(baton, world.workspaceId, 'bot_turn')
    if (!job) throw new Error('There is no turn.')
    await Promise.all([takeTurn(baton.app, job), takeTurn(baton.app, job)])
    expect(new Set(bot.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect((await outcomeOf(world, conversationId)).said).toHaveLength(1)
  })

  test('reads the newest messages where there are too many words for one call', async () => {
    const bot = await startBot(says({ text: 'So much!' }))
    const world = await makeCalled(bot.url)
    const words = 'word '.repeat(3_999)
    for (const number of upTo(7)) await world.write(`${words}${number}`)
    await baton.drain()
    const said = bot.received[0]?.call.messages ?? []
    expect(said.map(({ text }) => Number(text.at(-1)))).toEqual([3, 4, 5, 6, 7])
  })

  test('that answers 204 posts by itself: its turn is told as an event', async () => {
    const bot = await startBot(status(204))
    const world = await makeCalled(bot.url)
    const { said, handovers } = await ask(world)
    expect(said).toEqual([])
    expect(handovers).toHaveLength(0)
    const events = await rowsOf(baton, world.workspaceId, 'event')
    expect(events.filter(({ type }) => type === 'bot.turn')).toHaveLength(1)
  })

  test('without an address is not called, as before', async () => {
    const world = await makeWorld(baton, { bot: { brain: { kind: 'external' } } })
    await ask(world)
    const events = await rowsOf(baton, world.workspaceId, 'event')
    expect(events.filter(({ type }) => type === 'bot.turn')).toHaveLength(1)
  })

  test('hands over with a scenario and a reason in place of an answer', async () => {
    const handOver = { scenario: 'Wants a person', reason: 'The parcel is lost.' }
    const bot = await startBot(says({ handOver }))
    const world = await makeCalled(bot.url)
    const { said, handovers } = await ask(world)
    expect(handovers).toHaveLength(1)
    expect(said).toMatchObject([{ kind: 'final' }])
    const tried = await testCall(baton.app, world.workspaceId, world.botId)
    expect(tried).toMatchObject({ outcome: 'hands_over', handOver })
  })
})

describe('R16 an outside bot that fails', () => {
  const failing: [string, Reply, number][] = [
    ['answers with a status of its own fault', status(500), 2],
    ['has too much to do', status(429), 2],
    ['breaks off', (response) => response.destroy(), 2],
    ['refuses the call', status(401), 1],
    ['sends it elsewhere', status(302, { location: 'http://127.0.0.1:1/' }), 1],
    ['says nonsense', says('<h1>Hello</h1>'), 1],
    ['says something else', says({ text: 7 }), 1],
    ['says nothing', says({ text: '' }), 1],
    ['says far too much', says({ text: 'x'.repeat(300 * 1024) }), 1],
  ]
  for (const [what, reply, calls] of failing)
    test(`and ${what} leaves nobody unanswered, after ${calls === 1 ? 'one call' : 'two calls'}`, async () => {
      const bot = await startBot(reply)
      const { said, handovers, why } = await ask(await makeCalled(bot.url))
      expect(bot.received).toHaveLength(calls)
      expect(handovers).toMatchObject([{ kind: 'lack_of_information' }])
      expect(said).toMatchObject([{ kind: 'final' }])
      expect(why).toBe('handed_over')
    })

  test('once and then answers has answered', async () => {
    const bot = await startBot(status(500), says({ text: 'It is on the way.' }))
    const { said, handovers } = await ask(await makeCalled(bot.url))
    expect(said).toEqual([{ text: 'It is on the way.', kind: 'message' }])
    expect(handovers).toHaveLength(0)
    expect(bot.received.map(({ call }) => call.turnId)).toEqual([
      bot.received[0]?.call.turnId,
      bot.received[0]?.call.turnId,
    ])
  })

  const stalling: [string, Reply][] = [
    ['never answers', () => {}],
    [
      'never ends its answer',
      (response) => {
        response.writeHead(200).write('{"text":"It is')
      },
    ],
  ]
  for (const [what, reply] of stalling)
    test(`and ${what} has 30 seconds`, async () => {
      const bot = await startBot(reply)
      const world = await makeCalled(bot.url)
      const { conversationId } = await world.write('Where is my parcel?')
      const timers = vi.spyOn(globalThis, 'setTimeout')
      onTestFinished(() => timers.mockRestore())
      const turn = baton.drain()
      await vi.waitFor(() => expect(bot.received).toHaveLength(1))
      // The half minute passes as soon as the bot has the call.
      const limit = timers.mock.calls.find(([, ms]) => ms === 30_000)?.[0]
      limit?.()
      await turn
      expect((await outcomeOf(world, conversationId)).handovers).toMatchObject([
        { kind: 'lack_of_information' },
      ])
      expect(bot.received).toHaveLength(1)
    })

  test('because it has no secret is not called, and readiness says so (R10)', async () => {
    const bot = await startBot(says({ text: 'It is on the way.' }))
    const world = await makeWorld(baton, { bot: { brain: { kind: 'external', url: bot.url } } })
    const { handovers } = await ask(world)
    expect(bot.received).toHaveLength(0)
    expect(handovers).toHaveLength(1)
    const codes = async () =>
      (await baton.work(world.workspaceId, (work) => checkReadiness(work, world.botId))).bot.map(
        ({ code }) => code,
      )
    expect(await codes()).toEqual(['bot_has_no_call_secret'])
    await baton.work(world.workspaceId, (work) => createCallSecret(work, world.botId))
    expect(await codes()).toEqual([])
  })

  test('because it is on a private network is not called, unless that is allowed', async () => {
    const bot = await startBot(says({ text: 'It is on the way.' }))
    const world = await makeCalled(bot.url)
    const strict = { ...baton.app, config: parseConfig({ PORT: '0' }) }
    expect(await testCall(strict, world.workspaceId, world.botId)).toMatchObject({
      outcome: 'failed',
      reason: 'The address lies in a private network, which is not allowed.',
    })
    expect(bot.received).toHaveLength(0)
  })
})

describe('R12 an answer of an outside bot', () => {
  test('is dropped when the contact has written meanwhile, and Why says so (R26)', async () => {
    let meanwhile: () => Promise<unknown> = async () => {}
    const bot = await startBot(
      async (response) => {
        await meanwhile()
        says({ text: 'It is on the way.' })(response)
      },
      says({ text: 'Both are on the way.' }),
    )
    const world = await makeCalled(bot.url)
    meanwhile = () => world.write('And the other one?')
    const { conversationId } = await world.write('Where is my parcel?')
    const [first] = await takeJobs(baton, world.workspaceId, 'bot_turn')
    if (!first) throw new Error('There is no turn.')
    await takeTurn(baton.app, first)
    expect(await outcomeOf(world, conversationId)).toMatchObject({ said: [], why: 'dropped_newer_message' })
    await baton.drain()
    expect((await outcomeOf(world, conversationId)).said).toEqual([
      { text: 'Both are on the way.', kind: 'message' },
    ])
  })

  test('is dropped when a person has taken over meanwhile, and Why says so (R26)', async () => {
    let meanwhile: () => Promise<unknown> = async () => {}
    const bot = await startBot(async (response) => {
      await meanwhile()
      says({ text: 'It is on the way.' })(response)
    })
    const world = await makeCalled(bot.url)
    const { conversationId } = await world.write('Where is my parcel?')
    meanwhile = () => baton.work(world.workspaceId, (work) => takeOver(work, conversationId, world.agent.id))
    await baton.drain()
    expect(await outcomeOf(world, conversationId)).toMatchObject({ said: [], why: 'dropped_bot_asleep' })
  })
})

describe('R12 a reply that an outside bot posts by itself', () => {
  test('is refused when the contact has written since the bot read', async () => {
    const world = await makeWorld(baton, { bot: { brain: { kind: 'external' } } })
    const { conversationId, seq } = await world.write('Where is my parcel?')
    await baton.drain()
    const post = (readUpTo: number | null) =>
      baton.work(world.workspaceId, (work) =>
        postBotReply(work, conversationId, { text: 'It is on the way.', readUpTo }),
      )
    const second = await world.write('And the other one?')
    await expect(post(seq)).rejects.toMatchObject({ code: 'newer_message' })
    expect(await post(second.seq)).toMatchObject({ outcome: 'sent' })
    expect(await post(null)).toMatchObject({ outcome: 'sent' })
  })
})

describe('a test call (R25)', () => {
  test('shows what the bot answers, says that it is a trial, and stores nothing', async () => {
    const bot = await startBot(says({ text: 'Hello!' }))
    const world = await makeCalled(bot.url)
    expect(await testCall(baton.app, world.workspaceId, world.botId)).toMatchObject({
      outcome: 'answered',
      text: 'Hello!',
      reason: null,
    })
    expect(bot.received[0]?.call).toMatchObject({
      trial: true,
      conversationId: null,
      epoch: null,
      messages: [{ from: 'contact', text: 'Hello' }],
    })
    expect(await rowsOf(baton, world.workspaceId, 'conversation')).toEqual([])
  })

  test('says why there was no answer', async () => {
    const bot = await startBot(status(404))
    const world = await makeCalled(bot.url)
    const reasonOf = async () => (await testCall(baton.app, world.workspaceId, world.botId)).reason
    expect(await reasonOf()).toBe('The bot answered with status 404.')
    await baton.work(world.workspaceId, (work) =>
      updateBot(work, world.botId, { brain: { kind: 'external', url: 'http://127.0.0.1:1/' } }),
    )
    expect(await reasonOf()).toBe('The bot cannot be reached: ECONNREFUSED.')
  })

  test('is refused for a bot that is not called', async () => {
    const world = await makeWorld(baton)
    await expect(testCall(baton.app, world.workspaceId, world.botId)).rejects.toMatchObject({
      code: 'bot_not_called',
    })
  })
})

test('R25 a new secret replaces the one before, and neither is stored in clear', async () => {
  const bot = await startBot(says({ text: 'Hello!' }))
  const world = await makeCalled(bot.url)
  const { secret } = await baton.work(world.workspaceId, (work) => createCallSecret(work, world.botId))
  await ask(world)
  const [request] = bot.received
  if (!request) throw new Error('Nothing arrived.')
  const headers = request.headers as Record<string, string>
  expect(() => new Webhook(secret).verify(request.body, headers)).not.toThrow()
  expect(() => new Webhook(world.secret).verify(request.body, headers)).toThrow()
  const [row] = await rowsOf(baton, world.workspaceId, 'bot')
  expect(row?.call_secret?.toString('latin1')).not.toContain(secret.slice(6))
})

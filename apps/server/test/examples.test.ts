import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Client, createClient } from '@baton/client'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { createTestDatabase } from './postgres.ts'
import { startServerProcess } from './server-process.ts'

const key = 'baton_examples_test_key_0123456789'
let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** A Baton that may call this machine, as the README says. */
async function startBaton() {
  const { url } = await startServerProcess(database.url, key, { BATON_ALLOW_PRIVATE_TARGETS: '1' })
  return { url, baton: createClient({ baseUrl: url, apiKey: key }) }
}

type Example = { child: ChildProcess; printed: () => string; prints: (words: string) => Promise<void> }

/** Starts a file of an example as its README says. */
function start(file: string, env: Record<string, string>): Example {
  const path = fileURLToPath(new URL(`../../../examples/${file}`, import.meta.url))
  const child = spawn(process.execPath, [path], { env: { PATH: process.env.PATH, ...env } })
  let text = ''
  const read = (chunk: Buffer) => {
    text += chunk
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const gone = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await gone
  })
  const printed = () => text
  const prints = (words: string) => vi.waitFor(() => expect(text).toContain(words), { timeout: 20_000 })
  return { child, printed, prints }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

/** What a contact reads in answer to their words. */
async function answersTo(baton: Client, channelId: string, externalId: string, text: string) {
  const { conversationId, seq } = await baton.receiveMessage({
    params: { id: channelId },
    body: { contact: { externalId }, message: { text } },
  })
  const answer = await vi.waitFor(
    async () => {
      const { items } = await baton.listMessages({
        params: { id: conversationId },
        query: { after: seq },
      })
      const said = items.find(({ author }) => author === 'bot')
      if (!said) throw new Error('There is no answer yet.')
      return said
    },
    { timeout: 20_000, interval: 50 },
  )
  const { items: handovers } = await baton.listHandovers({ query: { conversationId } })
  return { text: answer.text, kind: answer.kind, handover: handovers[0] ?? null }
}

test('R25 the bot on Express is connected, called, and hands over', async () => {
  const { url, baton } = await startBaton()
  const port = await freePort()
  const botUrl = `http://127.0.0.1:${port}/answer`
  const connecting = start('express-bot/connect.ts', {
    BATON_URL: url,
    BATON_API_KEY: key,
    BOT_URL: botUrl,
  })
  await connecting.prints('CHANNEL_ID=')
  const { BATON_CALL_SECRET = '', CHANNEL_ID = '' } = Object.fromEntries(
    connecting
      .printed()
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  const bot = start('express-bot/main.ts', { BATON_CALL_SECRET, PORT: String(port) })
  await bot.prints('The bot answers')

  // The new bot waits two seconds before it replies.
  const { botId } = await baton.getChannel({ params: { id: CHANNEL_ID } })
  if (botId === null) throw new Error('No bot stands behind the channel.')
  await baton.updateBot({ params: { id: botId }, body: { waitSeconds: 0 } })
  expect(await baton.testCall({ params: { id: botId } })).toMatchObject({
    outcome: 'answered',
    text: 'Hello!',
  })
  expect(await answersTo(baton, CHANNEL_ID, 'a', 'Where is my parcel 4711?')).toMatchObject({
    text: 'It left our warehouse this morning and arrives tomorrow.',
    handover: null,
  })
  expect(await answersTo(baton, CHANNEL_ID, 'b', 'Is a refund possible for parcel 4711?')).toMatchObject({
    kind: 'final',
  })
  expect(await answersTo(baton, CHANNEL_ID, 'c', 'Do you sell stamps?')).toMatchObject({
    kind: 'final',
    handover: { kind: 'lack_of_information' },
  })
  expect(await answersTo(baton, CHANNEL_ID, 'd', 'I want to talk to a human')).toMatchObject({
    kind: 'final',
    handover: { kind: 'human_requested' },
  })

  const forged = await fetch(botUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': 'turn_1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': 'v1,AAAA',
    },
    body: '{}',
  })
  expect(forged.status).toBe(401)
})

test('R25 the bot on the AI SDK follows its turns, answers with its model, and leaves nobody alone without', async () => {
  const { url, baton } = await startBaton()
  const model = await startModel()
  const made = await baton.createBot({
    body: { name: 'AI SDK bot', mode: 'autopilot', waitSeconds: 0, brain: { kind: 'external' } },
  })
  const { id: channelId } = await baton.createChannel({ body: { name: 'Shop', botId: made.id } })
  await baton.createScenario({
    params: { id: made.id },
    body: {
      kind: 'human_requested',
      name: 'Wants a person',
      enabled: true,
      examplePhrases: ['I want to talk to a human', 'Can I speak to a person?'],
    },
  })
  const { token } = await baton.createApiKey({
    body: {
      name: 'AI SDK bot',
      scopes: ['bots:read', 'conversations:read', 'conversations:write', 'events:read'],
    },
  })
  // Somebody has written before the bot is there.
  const early = answersTo(baton, channelId, 'early', 'Are you open?')
  const bot = start('ai-sdk-bot/main.ts', {
    BATON_URL: url,
    BATON_API_KEY: token,
    BATON_BOT_ID: made.id,
    MODEL_URL: model.url,
    MODEL_NAME: 'small',
  })
  await bot.prints('The bot follows')
  expect(await early).toMatchObject({ text: 'From the model: Are you open?', handover: null })
  expect(await answersTo(baton, channelId, 'a', 'Where is my parcel?')).toMatchObject({
    text: 'From the model: Where is my parcel?',
    handover: null,
  })
  const asked = model.asked()
  expect(await answersTo(baton, channelId, 'b', 'I want to talk to a human')).toMatchObject({
    kind: 'final',
    handover: { kind: 'human_requested' },
  })
  expect(model.asked()).toBe(asked)
  model.fail()
  expect(await answersTo(baton, channelId, 'c', 'Do you sell stamps?')).toMatchObject({
    kind: 'final',
    handover: { kind: 'lack_of_information' },
  })
  expect(bot.printed()).not.toContain('stamps')
})

/** An OpenAI-compatible server on this machine that repeats what it is asked. */
async function startModel() {
  let asked = 0
  let down = false
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    asked += 1
    const { messages } = JSON.parse(body) as { messages: { content: string }[] }
    const content = `From the model: ${messages.at(-1)?.content}`
    const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }]
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 }
    response.writeHead(down ? 400 : 200, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify(
        down
          ? { error: { message: 'no' } }
          : { id: '1', object: 'chat.completion', created: 1, model: 'small', choices, usage },
      ),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: () => asked,
    fail: () => {
      down = true
    },
  }
}

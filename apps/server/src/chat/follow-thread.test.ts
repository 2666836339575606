import { createStreamParser } from '@baton/client/parse-stream'
import type { ChatThread } from '@baton/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCaller, makeApiWorld, serveApi } from '../../test/api-world.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { takeOver } from '../conversation/take-over.ts'

let baton: TestApp
let call: ReturnType<typeof createCaller>['call']
let world: Awaited<ReturnType<typeof makeApiWorld>>
let served: Awaited<ReturnType<typeof serveApi>>
let chat: string
beforeAll(async () => {
  baton = await createTestApp()
  call = createCaller(baton).call
  world = await makeApiWorld(baton)
  served = await serveApi(baton)
  chat = `/v1/chat/${world.ids.chat}`
})
afterAll(async () => {
  await served.close()
  await baton.close()
})

/** A visitor who has asked the bot something, which it has not answered, and what they hear from then on. */
async function ask(text: string) {
  const { token } = (await call('post', `${chat}/visitors`, { body: {} })).body as unknown as {
    token: string
  }
  await call('post', `${chat}/messages`, { token, body: { clientId: text, text } })
  const { items } = (await call('get', '/v1/conversations', { token: world.token, query: '?view=all' })).body
  const conversationId = String(items[0]?.id)
  const gone = new AbortController()
  const response = await fetch(`${served.url}${chat}/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: gone.signal,
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const parse = createStreamParser()
  const heard: ChatThread[] = []
  const until = async (is: (thread: ChatThread) => boolean): Promise<void> => {
    while (!heard.some(is))
      for (const { data } of parse((await reader?.read())?.value ?? ''))
        if (data !== null) heard.push(JSON.parse(data))
  }
  await until(({ typing }) => typing)
  const write = (written: string | null, to = conversationId) =>
    baton.app.writings.tell({ workspaceId: world.workspaceId, conversationId: to, text: written })
  return { conversationId, heard, until, write, leave: () => gone.abort() }
}

test('R24 a visitor sees what the bot has written so far, and then the message in its place', async () => {
  const { heard, until, write, leave } = await ask('What are your hours?')
  write('Of somebody else', '0198f2a4-0000-7000-8000-000000000000')
  write('We are')
  await until(({ writing }) => writing === 'We are')
  for (let n = 0; n < 200; n++) write(`We are ${n}`)
  write('We are open')
  await until(({ writing }) => writing === 'We are open')
  // Not each of them: what comes quickly is gathered.
  expect(heard.length).toBeLessThan(20)
  await baton.drain()
  await until(({ messages }) => messages.at(-1)?.from === 'bot')
  expect(heard.at(-1)).toMatchObject({ writing: null, typing: false })
  expect(JSON.stringify(heard)).not.toContain('Of somebody else')
  // Heard late, from a process that is slower.
  write('We are open from')
  const { length } = heard
  await baton.work(world.workspaceId, async (work) =>
    work.emit({ type: 'user.saved', data: { userId: world.agent.id } }),
  )
  leave()
  expect(heard.slice(length).some(({ writing }) => writing !== null)).toBe(false)
})

test('R13 what the bot was writing is gone when a person takes over', async () => {
  const { conversationId, heard, until, write, leave } = await ask('Do you ship to Malta?')
  write('I believe')
  await until(({ writing }) => writing === 'I believe')
  await baton.work(world.workspaceId, (work) => takeOver(work, conversationId, world.agent.id))
  await until(({ speaker }) => speaker === 'person')
  expect(heard.at(-1)).toMatchObject({ writing: null })
  write('I believe so')
  const { length } = heard
  baton.app.writings.tellTyping({
    workspaceId: world.workspaceId,
    conversationId,
    userId: world.agent.id,
    typing: true,
    kind: 'reply',
  })
  await until(({ speaker, typing }) => speaker === 'person' && typing)
  expect(heard.slice(length).map(({ writing }) => writing)).toEqual([null])
  leave()
})

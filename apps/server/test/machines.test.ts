import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveMessage } from '../src/conversation/receive-message.ts'
import { wake } from '../src/conversation/wake.ts'
import { makeWorld, type World } from './factories.ts'
import { conversationOf, messagesOf, rowsOf } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

async function write(world: World, text: string, automatic = false) {
  baton.clock.advance(1)
  const { conversationId } = await baton.work(world.workspaceId, (work) =>
    receiveMessage(work, world.channelId, {
      contact: { externalId: 'visitor-1' },
      message: { text, automatic },
    }),
  )
  await baton.drain()
  const messages = await messagesOf(baton, world.workspaceId, conversationId)
  return { conversationId, kinds: messages.map(({ author, kind }) => `${author} ${kind}`) }
}

describe('R3 R17 a machine at the other end', () => {
  test('an out-of-office reply is let be, with a note, and nobody waits', async () => {
    const world = await makeWorld(baton)
    const { conversationId, kinds } = await write(world, 'Automatic reply: I am back on Monday.')
    expect(kinds).toEqual(['contact message', 'user note'])
    const row = await conversationOf(baton, world.workspaceId, conversationId)
    expect(row).toMatchObject({ bot_status: 'awake', waits_for: 'nobody' })
    expect(await rowsOf(baton, world.workspaceId, 'assessment')).toMatchObject([{ outcome: 'let_be' }])
    expect((await write(world, 'And now it is me: your hours?')).kinds.at(-1)).toBe('bot message')
  })

  test('so is whatever the channel says no person wrote', async () => {
    const world = await makeWorld(baton)
    const { kinds } = await write(world, 'Your ticket was filed.', true)
    expect(kinds).toEqual(['contact message', 'user note'])
  })

  test('a question before it in the same burst is answered', async () => {
    const world = await makeWorld(baton)
    await world.write('What are your hours?')
    const { kinds } = await write(world, 'Automatic reply: I am back on Monday.')
    expect(kinds.at(-1)).toBe('bot message')
  })

  test('a loop puts the bot to sleep with a note, and a person is to look', async () => {
    const world = await makeWorld(baton)
    for (let round = 0; round < 4; round++) await write(world, `Your request ${round} was received.`)
    const { conversationId, kinds } = await write(world, 'Your request 5 was received.')
    expect(kinds.at(-1)).toBe('user note')
    const row = await conversationOf(baton, world.workspaceId, conversationId)
    expect(row).toMatchObject({ bot_status: 'asleep', sleep_cause: 'loop', waits_for: 'human' })
    expect((await write(world, 'Your request 6 was received.')).kinds.at(-1)).toBe('contact message')
    await baton.work(world.workspaceId, (work) => wake(work, conversationId, world.agent.id))
    expect((await write(world, 'Hello, what are your hours?')).kinds.at(-1)).toBe('bot message')
  })
})

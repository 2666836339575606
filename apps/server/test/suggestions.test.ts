import { articleInput, type Brain, botPatch } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createArticle } from '../src/article/save-article.ts'
import { readSuggestions } from '../src/bot/read-suggestions.ts'
import { updateBot } from '../src/bot/save-bot.ts'
import { suggestReplies } from '../src/bot/suggest-replies.ts'
import { type AppContext, inWorkspace } from '../src/context.ts'
import { findConversation } from '../src/conversation/queries.ts'
import { sendReply } from '../src/conversation/send-reply.ts'
import { takeOver } from '../src/conversation/take-over.ts'
import { makeWorld, type World } from './factories.ts'
import { messagesOf, rowsOf } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

const knowing = (mode: 'suggestive' | 'autopilot' = 'suggestive') =>
  makeWorld(baton, { bot: { mode, brain: { kind: 'knowledge' } } })

async function fillShop(world: World) {
  const articles = [
    ['How long does delivery take?', 'Delivery takes two days.'],
    ['How long does delivery to islands take?', 'Delivery to islands takes a week.'],
    ['Can I pay by invoice?', 'Yes.'],
  ]
  for (const [title, text] of articles)
    await baton.work(world.workspaceId, (work) =>
      createArticle(work, articleInput.parse({ kind: 'qa', title, text })),
    )
}

async function written(world: World, text: string): Promise<string> {
  const { conversationId } = await world.write(text)
  await baton.drain()
  return conversationId
}

function suggestionsOf(world: World, conversationId: string, app: AppContext = baton.app) {
  return inWorkspace(app, world.workspaceId, async (work) => {
    const row = await findConversation(work, conversationId)
    return row && readSuggestions(work, row)
  })
}

async function textsOf(world: World, conversationId: string): Promise<string[] | undefined> {
  return (await suggestionsOf(world, conversationId))?.rows.map(({ text }) => text)
}

describe('R1 a suggestive bot', () => {
  test('drafts from different articles, best first, and sends nothing', async () => {
    const world = await knowing()
    await fillShop(world)
    const id = await written(world, 'how long does delivery take to islands')
    const found = await suggestionsOf(world, id)
    expect(found?.rows).toMatchObject([
      {
        text: 'Delivery to islands takes a week.',
        sources: [{ title: 'How long does delivery to islands take?' }],
      },
      { text: 'Delivery takes two days.', sources: [{ title: 'How long does delivery take?' }] },
    ])
    expect(found).toMatchObject({ seq: 1, wouldHandOver: null })
    expect(await messagesOf(baton, world.workspaceId, id)).toHaveLength(1)
    const events = (await rowsOf(baton, world.workspaceId, 'event')).filter(
      ({ type }) => type === 'suggestion.made',
    )
    expect(events).toMatchObject([{ conversation_id: id, data: { seq: 1, count: 2 } }])
  })

  test('drafts what its script says', async () => {
    const world = await makeWorld(baton, { bot: { mode: 'suggestive' } })
    expect(await textsOf(world, await written(world, 'your hours?'))).toEqual(['We are open from 9 to 5.'])
  })

  test('says that it would hand over, by which scenario and which words, and hands nothing over', async () => {
    const world = await makeWorld(baton, { bot: { mode: 'suggestive' } })
    const id = await written(world, 'Hello, I want to talk to a human')
    expect((await suggestionsOf(world, id))?.wouldHandOver).toMatchObject({
      scenarioId: world.scenarioId,
      scenarioName: 'Wants a person',
      quote: expect.stringContaining('talk to a human'),
    })
    expect(await rowsOf(baton, world.workspaceId, 'handover')).toEqual([])
    const [assessment] = await rowsOf(baton, world.workspaceId, 'assessment')
    expect(assessment?.outcome).toBe('would_hand_over')
  })

  test('says that it would hand over where it has nothing to draft', async () => {
    const world = await knowing()
    const id = await written(world, 'Do you sell gift cards for dogs?')
    expect(await suggestionsOf(world, id)).toMatchObject({
      rows: [],
      wouldHandOver: { scenarioId: null, scenarioName: null, quote: null },
    })
  })

  test('drafts also where a person has the conversation', async () => {
    const world = await makeWorld(baton, { bot: { mode: 'suggestive' } })
    const id = await written(world, 'hello')
    await baton.work(world.workspaceId, (work) => takeOver(work, id, world.agent.id))
    await written(world, 'your hours?')
    expect(await suggestionsOf(world, id)).toMatchObject({
      seq: 2,
      rows: [{ text: 'We are open from 9 to 5.' }],
      wouldHandOver: null,
    })
  })
})

describe('R1 drafts', () => {
  test('are gone once somebody has answered, and replaced when the contact writes again', async () => {
    const world = await makeWorld(baton, { bot: { mode: 'suggestive' } })
    const id = await written(world, 'your hours?')
    await world.write('and on sundays?')
    expect(await textsOf(world, id)).toEqual([])
    await baton.drain()
    expect(await textsOf(world, id)).toEqual(['I see.'])
    await baton.work(world.workspaceId, (work) => sendReply(work, id, world.agent.id, 'Closed.'))
    expect(await suggestionsOf(world, id)).toEqual({ seq: null, rows: [], wouldHandOver: null })
  })

  test('are not made of what is answered, not new any more, or by a bot that is not suggestive', async () => {
    const world = await makeWorld(baton, { bot: { mode: 'suggestive' } })
    const { conversationId } = await world.write('your hours?')
    await world.write('hello?')
    const job = { workspaceId: world.workspaceId, conversationId }
    await suggestReplies(baton.app, { ...job, seq: 1 })
    await baton.work(world.workspaceId, (work) =>
      updateBot(work, world.botId, botPatch.parse({ mode: 'off' })),
    )
    await suggestReplies(baton.app, { ...job, seq: 2 })
    expect(await rowsOf(baton, world.workspaceId, 'suggestion')).toEqual([])
  })

  test('are there once, however often the job comes', async () => {
    const world = await makeWorld(baton, { bot: { mode: 'suggestive' } })
    const id = await written(world, 'your hours?')
    const job = { workspaceId: world.workspaceId, conversationId: id, seq: 1 }
    await Promise.all([suggestReplies(baton.app, job), suggestReplies(baton.app, job)])
    expect(await rowsOf(baton, world.workspaceId, 'suggestion')).toHaveLength(1)
  })

  test('are none of a bot on autopilot, nor of one outside', async () => {
    const outside: Brain = { kind: 'external' }
    for (const bot of [{ mode: 'autopilot' }, { mode: 'suggestive', brain: outside }]) {
      const world = await makeWorld(baton, { bot })
      await written(world, 'your hours?')
      expect(await rowsOf(baton, world.workspaceId, 'suggestion')).toEqual([])
    }
  })

  test('R18 are seen by who sees the conversation', async () => {
    const world = await makeWorld(baton, { bot: { mode: 'suggestive' } })
    await written(world, 'your hours?')
    const seen = (viewerId: string) =>
      inWorkspace({ ...baton.app, viewerId }, world.workspaceId, ({ db }) =>
        db.selectFrom('suggestion').select('text').where('workspace_id', '=', world.workspaceId).execute(),
      )
    expect(await seen(world.agent.id)).toEqual([])
    const [conversation] = await rowsOf(baton, world.workspaceId, 'conversation')
    await baton.work(world.workspaceId, (work) => takeOver(work, conversation?.id ?? '', world.agent.id))
    expect(await seen(world.agent.id)).toHaveLength(1)
  })
})

import { articleInput, trialInput } from '@baton/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createArticle } from '../src/article/save-article.ts'
import { updateBot } from '../src/bot/save-bot.ts'
import { tryBot } from '../src/bot/trial/try-bot.ts'
import { createScenario } from '../src/scenario/save-scenario.ts'
import { setAvailability } from '../src/staff/save-user.ts'
import { makeWorld, scenarioOf, type World } from './factories.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

type Said = { from: 'contact' | 'bot'; text: string; answered?: boolean }
const asks = (text: string): Said => ({ from: 'contact', text })

function say(world: World, turns: Said[], more: { watermark?: number; locale?: string } = {}) {
  return tryBot(baton.app, world.workspaceId, world.botId, trialInput.parse({ turns, ...more }))
}

/** How many rows there are in every table of every schema: what is Baton's, people's and the jobs'. */
async function rowCounts(): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    baton.app.db,
  )
  const counts: Record<string, number> = {}
  for (const { name } of rows)
    await baton.app.db.transaction().execute(async (trx) => {
      await sql`set local baton.workspace = '*'`.execute(trx)
      const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(name)}`.execute(trx)
      counts[name] = found.rows[0]?.n ?? -1
    })
  return counts
}

describe('R4 a trial of a bot', () => {
  test('answers as the bot would, with what it says of its answer', async () => {
    const world = await makeWorld(baton)
    expect(await say(world, [asks('What are your hours?')])).toMatchObject({
      outcome: 'answers',
      answer: { text: 'We are open from 9 to 5.', sources: [], failed: false },
      handover: null,
      contact: { decision: 'answer', scenarioId: null, opinion: null },
      reply: { decision: 'answer' },
    })
  })

  test('quotes articles with their sources', async () => {
    const world = await makeWorld(baton, { bot: { brain: { kind: 'knowledge' } } })
    const article = await baton.work(world.workspaceId, (work) =>
      createArticle(work, articleInput.parse({ kind: 'qa', title: 'When do you open?', text: 'At nine.' })),
    )
    const { answer } = await say(world, [asks('when do you open')])
    expect(answer).toMatchObject({
      text: 'At nine.',
      answered: true,
      sources: [{ articleId: article.id, title: 'When do you open?' }],
    })
    expect(answer?.confidence).toBeGreaterThan(0.3)
  })

  test.each(['off', 'suggestive'] as const)(
    'works while the bot is %s, as it would on autopilot',
    async (mode) => {
      const world = await makeWorld(baton, { bot: { mode } })
      expect((await say(world, [asks('What are your hours?')])).outcome).toBe('answers')
      expect((await say(world, [asks('I want to talk to a human')])).outcome).toBe('hands_over')
    },
  )

  test('shows the handover: who gets it, what is said and done, and when the bot would wake', async () => {
    const world = await makeWorld(baton, {
      scenario: {
        finalMessageTranslations: { de: 'Danke! Jemand meldet sich.' },
        reactivateAfter: { minutes: 90, countFrom: 'handover' },
        // biome-ignore lint/suspicious/noThenProperty: it holds a word, so nothing takes it for a promise.
        responseTarget: { minutes: 15, then: 'remind' },
      },
    })
    const now = baton.clock.now().getTime()
    const later = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
    const result = await say(
      world,
      [asks('hello'), { from: 'bot', text: 'Hi.' }, asks('I want to talk to a human')],
      {
        locale: 'de-AT',
      },
    )
    expect(result).toMatchObject({
      outcome: 'hands_over',
      answer: null,
      reply: null,
      contact: { decision: 'hand_over', scenarioId: world.scenarioId },
      handover: {
        scenarioId: world.scenarioId,
        scenarioName: 'Wants a person',
        cause: 'scenario',
        userId: world.agent.id,
        queued: false,
        trail: [{ as: 'assignee', verdict: 'takes_it' }],
        pausesBot: true,
        finalMessage: 'Danke! Jemand meldet sich.',
        task: { title: 'Call back', dueAt: later(60) },
        tags: ['human_handover'],
        wakesAt: later(90),
        respondBy: later(15),
      },
    })
    const [score] = result.contact.scores
    expect(score?.fired).toBe(true)
    expect(score?.score).toBeGreaterThanOrEqual(score?.threshold ?? 1)
    expect(score?.evidence[0]).toMatchObject({ turn: 2, speaks: 'for' })
  })

  test('R16 says that nobody could take it', async () => {
    const world = await makeWorld(baton)
    await baton.work(world.workspaceId, (work) =>
      setAvailability(work, world.agent.id, { availability: 'away' }),
    )
    expect((await say(world, [asks('I want to talk to a human')])).handover).toMatchObject({
      userId: null,
      queued: true,
      trail: [{ as: 'assignee', verdict: 'away' }],
    })
  })

  test('hands over where the bot has no answer, with and without that scenario', async () => {
    const world = await makeWorld(baton, { bot: { brain: { kind: 'knowledge' } } })
    const question = [asks('Do you sell gift cards for dogs?')]
    expect(await say(world, question)).toMatchObject({
      outcome: 'hands_over',
      handover: { kind: 'lack_of_information', scenarioId: null, userId: world.agent.id },
    })
    const { id } = await baton.work(world.workspaceId, (work) =>
      createScenario(
        work,
        world.botId,
        scenarioOf({ kind: 'lack_of_information', name: 'Does not know', examplePhrases: [] }),
      ),
    )
    expect(await say(world, question)).toMatchObject({
      outcome: 'hands_over',
      handover: { scenarioId: id, scenarioName: 'Does not know', queued: true },
      reply: { scenarioId: id, decision: 'hand_over' },
    })
  })

  test('R3 hands over at the cap, counted from where the bot woke', async () => {
    const world = await makeWorld(baton, { bot: { messageCap: 1 } })
    const turns: Said[] = [asks('hello'), { from: 'bot', text: 'I see.' }, asks('and your hours?')]
    expect((await say(world, turns)).handover).toMatchObject({ kind: 'message_cap', cause: 'message_cap' })
    expect((await say(world, turns, { watermark: 2 })).outcome).toBe('answers')
  })

  test('R7 shows a flag beside the answer where the scenario does not pause the bot', async () => {
    const world = await makeWorld(baton, { scenario: { pauseBot: false } })
    expect(await say(world, [asks('I want to talk to a human. Your hours?')])).toMatchObject({
      outcome: 'answers',
      answer: { text: 'We are open from 9 to 5.' },
      handover: { scenarioId: world.scenarioId, pausesBot: false, finalMessage: null, wakesAt: null },
    })
  })

  test('R15 what stands before the watermark triggers nothing', async () => {
    const world = await makeWorld(baton)
    const turns: Said[] = [
      asks('I want to talk to a human'),
      { from: 'bot', text: 'Thanks.' },
      asks('Your hours?'),
    ]
    expect((await say(world, turns, { watermark: 2 })).outcome).toBe('answers')
  })

  test('R17 shows that the bot would sleep after an opt-out word', async () => {
    const world = await makeWorld(baton)
    expect(await say(world, [asks('STOP')])).toMatchObject({
      outcome: 'opted_out',
      answer: null,
      handover: null,
    })
  })

  test('says that an outside bot which answers by itself cannot be asked here', async () => {
    const world = await makeWorld(baton, { bot: { brain: { kind: 'external' } } })
    expect(await say(world, [asks('hello')])).toMatchObject({ outcome: 'outside', answer: null })
    expect((await say(world, [asks('I want to talk to a human')])).outcome).toBe('hands_over')
  })

  test('reads the bot as it is saved', async () => {
    const world = await makeWorld(baton)
    const brain = { kind: 'scripted' as const, answers: [], otherwise: 'Something else.' }
    await baton.work(world.workspaceId, (work) => updateBot(work, world.botId, { brain }))
    expect((await say(world, [asks('hello')])).answer?.text).toBe('Something else.')
  })

  test('wants the last turn to be of the contact, and no more than 50', () => {
    const hello = asks('hello')
    expect(trialInput.safeParse({ turns: [hello, { from: 'bot', text: 'Hi.' }] }).success).toBe(false)
    expect(trialInput.safeParse({ turns: [asks('  ')] }).success).toBe(false)
    expect(trialInput.safeParse({ turns: Array(51).fill(hello) }).success).toBe(false)
    expect(trialInput.safeParse({ turns: Array(50).fill(hello) }).success).toBe(true)
  })
})

test('R27 a trial has no side effects: no table has a row more or less', async () => {
  const world = await makeWorld(baton, { bot: { brain: { kind: 'knowledge' } } })
  await baton.work(world.workspaceId, (work) =>
    createArticle(work, articleInput.parse({ kind: 'qa', title: 'When do you open?', text: 'At nine.' })),
  )
  await world.write('when do you open')
  await baton.drain()
  const before = await rowCounts()
  expect(Object.entries(before).find(([name]) => name.endsWith('.message'))?.[1]).toBe(2)
  for (const text of ['when do you open', 'I want to talk to a human', 'Gift cards for dogs?', 'STOP'])
    await say(world, [asks(text)])
  expect(await rowCounts()).toEqual(before)
})

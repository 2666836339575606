import { conversationQuery } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorld, type World } from '../../test/factories.ts'
import { fillInbox } from '../../test/large-inbox.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { countViews } from './count-views.ts'
import { listConversations, selectPage } from './list-conversations.ts'

let baton: TestApp
let world: World
beforeAll(async () => {
  baton = await createTestApp()
  world = await makeWorld(baton)
  await fillInbox(baton, world, 10_000)
}, 60_000)
afterAll(() => baton.close())

async function planOf(query: object): Promise<string> {
  const rows = await baton.work(world.workspaceId, async (work) =>
    selectPage(work, conversationQuery.parse(query)).explain('text'),
  )
  return rows.map((row) => Object.values(row).join()).join('\n')
}

function list(query: object) {
  return baton.work(world.workspaceId, (work) => listConversations(work, conversationQuery.parse(query)))
}

describe('R21 with 10,000 conversations', () => {
  test.each([
    ['needs_human', 'conversation_needs_human'],
    ['unassigned', 'conversation_needs_human'],
    ['mine', 'conversation_mine'],
    ['with_bot', 'conversation_with_bot'],
    ['snoozed', 'conversation_snoozed'],
    ['resolved', 'conversation_resolved'],
    ['all', 'conversation_all'],
  ])('%s is read from its own index, and nothing is sorted', async (view, index) => {
    const plan = await planOf({ view, userId: world.agent.id })
    expect(plan).toContain(`using ${index} on conversation`)
    expect(plan).not.toContain('Seq Scan on conversation ')
    expect(plan).not.toContain('Seq Scan on message')
  })

  test('a search looks the words up', async () => {
    const plan = await planOf({ q: 'w1717' })
    expect(plan).toContain('message_word_pkey')
    expect(plan).toContain('contact_word_pkey')
    expect(plan).not.toContain('Seq Scan on message_word')
  })

  test('views are counted', async () => {
    const { items } = await baton.work(world.workspaceId, (work) => countViews(work, world.agent.id))
    expect(Object.fromEntries(items.map((item) => [item.view, item.count]))).toEqual({
      needs_human: 200,
      mine: 100,
      unassigned: 100,
      with_bot: 800,
      snoozed: 1_000,
      resolved: 8_000,
      all: 10_000,
    })
    expect(items.filter((item) => item.unread !== null).map((item) => [item.view, item.unread])).toEqual([
      ['needs_human', 200],
      ['mine', 100],
    ])
  })

  test('filters and words narrow a view, page by page', async () => {
    const query = { view: 'resolved', q: 'W17 visitor', limit: '200' }
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await list(cursor ? { ...query, cursor } : query)
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen.length).toBeGreaterThan(3_000)
    expect(new Set(seen).size).toBe(seen.length)
    expect((await list({ tag: 'VIP', limit: '200' })).rows).toHaveLength(100)
    expect((await list({ q: 'visitor 4242' })).rows.map((row) => row.contact_name)).toEqual(['Visitor 4242'])
  })
})

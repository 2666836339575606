import { type Selectable, sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openKysely, openPool, transact } from '../src/database/database.ts'
import type { Database } from '../src/database/schema/index.ts'
import { createTestDatabase } from './postgres.ts'
import { upTo } from './rows.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

const rounds = 30
const clients = 6
const messagesEach = 5
const key = 'baton_crash_test_key_0123456789'
const request = 'I want to talk to a human, please'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let db: ReturnType<typeof openKysely>
beforeAll(async () => {
  database = await createTestDatabase()
  db = openKysely(openPool(database.url, 2))
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

/** Numbers from 0 to below 1, the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Acknowledged = { conversationId: string; messageId: string; seq: number }

async function post<T>(url: string, path: string, body: object): Promise<T> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.status === 503) throw new Error('Not available for the moment.')
  if (!response.ok) throw new Refused(`${path} answers ${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}

/** The server was there and said no. */
class Refused extends Error {}

async function setUp({ url }: ServerProcess): Promise<string> {
  type Made = { id: string }
  const user = await post<Made>(url, '/v1/users', {
    name: 'Agent',
    email: 'agent@example.com',
    role: 'agent',
  })
  const bot = await post<Made>(url, '/v1/bots', {
    name: 'Shop bot',
    mode: 'autopilot',
    waitSeconds: 0,
    brain: { kind: 'scripted', answers: [], otherwise: 'I see.' },
  })
  await post(url, `/v1/bots/${bot.id}/scenarios`, {
    kind: 'human_requested',
    name: 'Wants a person',
    enabled: true,
    examplePhrases: ['I want to talk to a human', 'Can I speak to a person'],
    assignTo: { type: 'user', userId: user.id },
    createTask: { title: 'Call back' },
  })
  return (await post<Made>(url, '/v1/channels', { kind: 'api', name: 'Web shop', botId: bot.id })).id
}

/** Two servers on one database, each up or down, and what their clients had acknowledged. */
function createShop() {
  const acknowledged = new Map<string, Acknowledged>()
  const places = [Promise.withResolvers<ServerProcess>(), Promise.withResolvers<ServerProcess>()]
  const awaited = new Set<{ count: number; reached: () => void }>()
  return {
    acknowledged,
    /** A server that is up: if both are, the one at this place. */
    server: (place: number) =>
      Promise.race([places[place % 2], places[(place + 1) % 2]].map((entry) => entry?.promise)),
    up: (place: number, server: ServerProcess) => places[place]?.resolve(server),
    down: (place: number) => {
      places[place] = Promise.withResolvers<ServerProcess>()
    },
    acknowledge(externalId: string, answer: Acknowledged) {
      acknowledged.set(externalId, answer)
      for (const wish of awaited)
        if (acknowledged.size >= wish.count) {
          awaited.delete(wish)
          wish.reached()
        }
    },
    /** Resolves when so many more were acknowledged. */
    more: (count: number) =>
      new Promise<void>((reached) => awaited.add({ count: acknowledged.size + count, reached })),
  }
}

type Shop = ReturnType<typeof createShop>

/** What a contact writes. Every third one has no wish for a person; the others ask at some point. */
function script(contact: number): string[] {
  const asksAt = contact % 3 === 0 ? -1 : contact % messagesEach
  return upTo(messagesEach).map((n) => (n - 1 === asksAt ? request : `Message ${n}`))
}

/** Writes a contact's messages one after the other, and each again until it is acknowledged. */
async function chat(shop: Shop, channelId: string, contact: number): Promise<void> {
  for (const [index, text] of script(contact).entries()) {
    const externalId = `c${contact}-m${index}`
    const body = { contact: { externalId: `c${contact}` }, message: { externalId, text } }
    for (let attempt = contact; !shop.acknowledged.has(externalId); attempt++) {
      const server = await shop.server(attempt)
      try {
        const path = `/v1/channels/${channelId}/messages`
        shop.acknowledge(externalId, await post<Acknowledged>(server?.url ?? '', path, body))
      } catch (error) {
        if (error instanceof Refused) throw error
        // The connection broke. Let the kill be noted before the next server is asked.
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
  }
}

function rowsOf<
  Table extends 'message' | 'conversation' | 'handover' | 'task' | 'contact_tag' | 'notification',
>(table: Table) {
  return transact(db, '*', async (trx) => {
    const { rows } = await sql<Selectable<Database[Table]>>`select * from ${sql.table(table)}`.execute(trx)
    return rows
  })
}

async function unfinishedJobs(): Promise<string[]> {
  const { rows } = await sql<{ name: string; state: string; n: number }>`
    select name, state, count(*) as n from pgboss.job
    where state <> 'completed' and name in ('bot_turn', 'control_timer') group by name, state`.execute(db)
  return rows.map((row) => `${row.n} ${row.name} ${row.state}`)
}

test(`I2 I6 killed ${rounds} times at random moments, nothing is lost, doubled or half done`, async () => {
  const shop = createShop()
  const first = await startServerProcess(database.url, key)
  const channelId = await setUp(first)

  let contacts = 0
  let closing = false
  const lanes = Promise.all(
    upTo(clients).map(async () => {
      while (!closing) await chat(shop, channelId, contacts++)
    }),
  )
  // Whatever goes wrong in a lane ends the killing below.
  lanes.catch(() => {})
  /** Kills the server of a place again and again, and starts it anew. */
  async function keepKilling(place: number, server: ServerProcess): Promise<ServerProcess> {
    const random = randomFrom(20_260_302 + place)
    for (const _ of upTo(rounds / 2)) {
      shop.up(place, server)
      await Promise.race([shop.more(1 + Math.floor(random() * 40)), lanes])
      for (const _ of upTo(Math.floor(random() * 50))) await new Promise((resolve) => setImmediate(resolve))
      shop.down(place)
      await server.kill()
      server = await startServerProcess(database.url, key)
    }
    shop.up(place, server)
    return server
  }
  const second = await startServerProcess(database.url, key)
  const servers = await Promise.all([keepKilling(0, first), keepKilling(1, second)])
  closing = true
  await lanes
  await vi.waitFor(async () => expect(await unfinishedJobs()).toEqual([]), { timeout: 30_000, interval: 200 })
  for (const server of servers) await server.kill()

  await expectAllMessages(shop, contacts)
  await expectTurnOfEachMessage()
  await expectWholeHandovers(contacts)
}, 180_000)

async function expectAllMessages({ acknowledged }: Shop, contacts: number): Promise<void> {
  expect(acknowledged.size).toBe(contacts * messagesEach)
  const messages = await rowsOf('message')
  const fromContacts = messages.filter((message) => message.author === 'contact')
  expect(fromContacts).toHaveLength(acknowledged.size)
  for (const message of fromContacts) {
    const { id, conversation_id, seq, external_id } = message
    expect(acknowledged.get(external_id ?? '')).toMatchObject({
      conversationId: conversation_id,
      messageId: id,
      seq,
    })
  }
  const conversations = await rowsOf('conversation')
  expect(conversations).toHaveLength(contacts)
  for (const conversation of conversations) {
    const own = messages
      .filter((row) => row.conversation_id === conversation.id)
      .sort((a, b) => a.seq - b.seq)
    expect(own.map((message) => message.seq)).toEqual(upTo(conversation.last_seq))
    const written = own.flatMap((message) => message.external_id ?? [])
    expect(written).toEqual([...written].sort())
    expect(written).toHaveLength(messagesEach)
  }
}

/** A message and its turn were stored together or not at all. */
async function expectTurnOfEachMessage(): Promise<void> {
  const messages = await rowsOf('message')
  const { rows } = await sql<{ turn: string }>`
    select (data ->> 'conversationId') || ' ' || (data ->> 'seq') as turn from pgboss.job
    where name = 'bot_turn'`.execute(db)
  const written = messages.filter((row) => row.author === 'contact')
  expect(rows.map((row) => row.turn).sort()).toEqual(
    written.map((row) => `${row.conversation_id} ${row.seq}`).sort(),
  )
}

async function expectWholeHandovers(contacts: number): Promise<void> {
  const messages = await rowsOf('message')
  const conversations = await rowsOf('conversation')
  const handovers = await rowsOf('handover')
  const tasks = await rowsOf('task')
  const tags = await rowsOf('contact_tag')
  const notifications = await rowsOf('notification')
  for (const contact of upTo(contacts).map((n) => n - 1)) {
    const asked = script(contact).includes(request)
    const conversationId = messages.find((row) => row.external_id === `c${contact}-m0`)?.conversation_id
    const conversation = conversations.find((row) => row.id === conversationId)
    const begun = handovers.filter((row) => row.conversation_id === conversationId)
    expect(begun, `contact ${contact}`).toHaveLength(asked ? 1 : 0)
    const spoken = messages.filter((row) => row.conversation_id === conversationId && row.author === 'bot')
    const [handover] = begun
    if (!handover) {
      expect(conversation).toMatchObject({ bot_status: 'awake', waits_for: 'nobody' })
      continue
    }
    expect(conversation).toMatchObject({ bot_status: 'asleep', sleep_cause: 'handover', waits_for: 'human' })
    expect(conversation?.open_handover).toMatchObject({ id: handover.id })
    expect(handover.steps.map((step) => step.status)).toEqual(upTo(6).map(() => 'done'))
    const final = spoken.filter((row) => row.kind === 'final')
    expect(final.map((row) => row.handover_id)).toEqual([handover.id])
    expect(spoken.some((row) => row.seq > (final[0]?.seq ?? 0))).toBe(false)
    expect(tasks.filter((row) => row.handover_id === handover.id)).toHaveLength(1)
    expect(tags.filter((row) => row.contact_id === handover.contact_id)).toHaveLength(1)
    const told = notifications.filter((row) => row.handover_id === handover.id && row.about === 'handover')
    expect(told).toHaveLength(1)
  }
}

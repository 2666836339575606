import { webhookInput } from '@baton/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeAttachment } from '../src/attachment/store-attachment.ts'
import { createNote, updateContact } from '../src/contact/save-contact.ts'
import { newId } from '../src/context.ts'
import { sendReply } from '../src/conversation/send-reply.ts'
import { transact } from '../src/database/database.ts'
import { saveSettings } from '../src/notification/settings.ts'
import { beginDraft } from '../src/scenario/save-draft.ts'
import { saveHoliday } from '../src/staff/holidays.ts'
import { createTeam } from '../src/staff/save-team.ts'
import { dispatchWebhooks } from '../src/webhook/dispatch-webhooks.ts'
import { createWebhook } from '../src/webhook/save-webhook.ts'
import { allWays } from './api-world.ts'
import { makeArticle, makeModel, makeWorld, type World } from './factories.ts'
import { logIsReadable } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
let one: World
let other: World
/** Every table that belongs to a workspace, with the column that says to which. */
let tables: { name: string; owner: 'workspace_id' | 'id' }[]

beforeAll(async () => {
  // Nothing is sent: what would be mailed is not due yet.
  baton = await createTestApp(undefined, { BATON_SMTP_URL: 'smtp://127.0.0.1:1' })
  one = await fullWorld()
  other = await fullWorld()
  await logIsReadable(baton, other.workspaceId)
  await dispatchWebhooks(baton.app)
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name not like 'kysely%'
    order by table_name`.execute(baton.app.db)
  tables = rows.map(({ name }) => ({ name, owner: name === 'workspace' ? 'id' : 'workspace_id' }))
})
afterAll(() => baton.close())

/** A workspace with at least one row in every table. */
async function fullWorld(): Promise<World> {
  const world = await makeWorld(baton)
  const { workspaceId } = world
  await baton.work(workspaceId, async (work) => {
    await createWebhook(work, webhookInput.parse({ url: 'https://example.com/hook' }))
    await makeArticle(work)
    await createTeam(work, { name: 'Support', userIds: [world.agent.id] })
    await work.db
      .insertInto('api_key')
      .values({
        workspace_id: workspaceId,
        id: newId(),
        name: 'Test',
        prefix: 'bk_test',
        hash: Buffer.from(newId()),
        scopes: ['bots:read'],
        created_at: work.now,
        last_used_at: null,
        revoked_at: null,
      })
      .execute()
    const link = { workspace_id: workspaceId, created_at: work.now, expires_at: work.now }
    await work.db
      .insertInto('invitation')
      .values({
        ...link,
        id: newId(),
        name: 'Test',
        email: 'invited@example.com',
        role: 'agent',
        permissions: JSON.stringify(world.agent.permissions),
        team_ids: [],
        token_hash: Buffer.from(newId()),
        user_id: null,
        invited_by: null,
        accepted_at: null,
      })
      .execute()
    await work.db
      .insertInto('password_reset')
      .values({
        ...link,
        id: newId(),
        user_id: world.agent.id,
        token_hash: Buffer.from(newId()),
        made_by: null,
        used_at: null,
      })
      .execute()
    await sql`insert into idempotency_key (workspace_id, key, request_hash, created_at)
      values (${workspaceId}, 'key', 'hash', ${work.now})`.execute(work.db)
    await saveSettings(work, world.agent.id, { events: allWays(), quietOutsideHours: false })
    await beginDraft(work, world.botId, { userId: world.admin.id, content: {} })
  })
  const { conversationId } = await world.write('I want to talk to a human, please')
  await baton.drain()
  await makeModel(baton, workspaceId)
  const contact = await baton.work(workspaceId, ({ db }) =>
    db.selectFrom('contact').select('id').where('workspace_id', '=', workspaceId).executeTakeFirstOrThrow(),
  )
  await baton.work(workspaceId, async (work) => {
    await createNote(work, contact.id, { text: 'A note.', userId: null })
    await updateContact(work, contact.id, { name: 'Visitor' })
    await sendReply(work, conversationId, world.agent.id, 'Hello')
    const upload = { channelId: world.channelId, conversationId, uploader: 'a user' }
    await storeAttachment(work, upload, { bytes: Buffer.from('%PDF-1.7'), name: 'a.pdf' })
    await saveHoliday(work, { day: '2026-12-25', name: 'Christmas Day' })
    await work.db
      .insertInto('suggestion')
      .values({
        workspace_id: workspaceId,
        conversation_id: conversationId,
        position: 0,
        seq: 1,
        text: 'A draft.',
        confidence: null,
        sources: '[]',
        created_at: work.now,
      })
      .execute()
  })
  return world
}

async function count(workspaceId: string, table: string, where = sql`true`): Promise<number> {
  return transact(baton.app.db, workspaceId, async (trx) => {
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from ${sql.table(table)} where ${where}`.execute(trx)
    return rows[0]?.n ?? -1
  })
}

describe('the database keeps workspaces apart by itself', () => {
  test('every table has an owner, a policy, and a row of both workspaces to try it on', async () => {
    expect(tables.length).toBeGreaterThan(20)
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class
      where relkind = 'r' and relnamespace = current_schema()::regnamespace and relrowsecurity and relforcerowsecurity`.execute(
      baton.app.db,
    )
    expect(rows.map((row) => row.name).sort()).toEqual(tables.map((table) => table.name))
    for (const { name, owner } of tables)
      for (const { workspaceId } of [one, other])
        expect(await count('*', name, sql`${sql.ref(owner)} = ${workspaceId}`), name).toBeGreaterThan(0)
  })

  test('with the setting of one, no row of another is seen', async () => {
    for (const { name, owner } of tables) {
      expect(await count(one.workspaceId, name), name).toBeGreaterThan(0)
      expect(await count(one.workspaceId, name, sql`${sql.ref(owner)} <> ${one.workspaceId}`), name).toBe(0)
    }
  })

  test('nor changed, nor deleted', async () => {
    for (const { name, owner } of tables) {
      const before = await count('*', name, sql`${sql.ref(owner)} = ${other.workspaceId}`)
      await transact(baton.app.db, one.workspaceId, async (trx) => {
        const changed = await sql`
          update ${sql.table(name)} set ${sql.ref(owner)} = ${sql.ref(owner)}
          where ${sql.ref(owner)} = ${other.workspaceId}`.execute(trx)
        const deleted = await sql`
          delete from ${sql.table(name)} where ${sql.ref(owner)} = ${other.workspaceId}`.execute(trx)
        expect([changed.numAffectedRows, deleted.numAffectedRows], name).toEqual([0n, 0n])
      })
      expect(await count('*', name, sql`${sql.ref(owner)} = ${other.workspaceId}`), name).toBe(before)
    }
  })

  test('nor added to, nor handed to another', async () => {
    for (const { name, owner } of tables) {
      await expect(
        transact(baton.app.db, one.workspaceId, (trx) =>
          sql`update ${sql.table(name)} set ${sql.ref(owner)} = ${other.workspaceId}`.execute(trx),
        ),
        name,
      ).rejects.toThrow(/row-level security/)
    }
    await expect(
      transact(baton.app.db, one.workspaceId, (trx) =>
        sql`insert into team (workspace_id, id, name, created_at)
          values (${other.workspaceId}, ${newId()}, 'Intruders', now())`.execute(trx),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('a query without the setting sees nothing, also on a connection that had it before', async () => {
    const client = await baton.app.pool.connect()
    try {
      await client.query(`begin; select set_config('baton.workspace', '${one.workspaceId}', true); commit`)
      for (const { name } of tables) {
        const { rows } = await client.query(`select count(*)::int as n from "${name}"`)
        expect(rows[0].n, name).toBe(0)
      }
      await expect(
        client.query('insert into team (workspace_id, id, name, created_at) values ($1, $2, $3, now())', [
          one.workspaceId,
          newId(),
          'Nobody',
        ]),
      ).rejects.toThrow(/row-level security/)
    } finally {
      client.release()
    }
  })

  test('a setting that is no workspace sees nothing', async () => {
    for (const setting of ['', ' ', '%', newId(), `${one.workspaceId}' or '1'='1`, `${one.workspaceId},*`])
      for (const { name } of tables) expect(await count(setting, name), `${name} with “${setting}”`).toBe(0)
  })
})

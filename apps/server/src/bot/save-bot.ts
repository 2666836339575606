import { type BotInput, type BotPatch, scenarioInput } from '@baton/contract'
import { presets } from '@baton/detection'
import { newId, type UnitOfWork } from '../context.ts'
import { afterId, type Page, type PageQuery, toPage } from '../database/page.ts'
import { DomainError } from '../errors.ts'
import { changedFields } from '../event/changed-fields.ts'
import { createScenario } from '../scenario/save-scenario.ts'
import type { BotRow } from './read-turn.ts'
import { viewBot } from './view.ts'

/** Makes a bot with the three preset scenarios, filled in and disabled. */
export async function createBot(work: UnitOfWork, input: BotInput): Promise<BotRow> {
  const row = await work.db
    .insertInto('bot')
    .values({
      workspace_id: work.workspaceId,
      id: newId(),
      created_at: work.now,
      ...columnsOf(input),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  for (const preset of presets)
    await createScenario(
      work,
      row.id,
      scenarioInput.parse({ ...preset, examplePhrases: [...preset.examplePhrases] }),
    )
  work.emit({ type: 'bot.saved', data: { botId: row.id, revision: row.revision }, audit: { name: row.name } })
  return row
}

/** @throws DomainError not_found */
export async function updateBot(work: UnitOfWork, id: string, patch: BotPatch): Promise<BotRow> {
  const before = await findBot(work, id, { lock: true })
  const row = await work.db
    .updateTable('bot')
    .set({ ...columnsOf({ ...inputOf(before), ...patch }), revision: before.revision + 1 })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  work.emit({
    type: 'bot.saved',
    data: { botId: id, revision: row.revision },
    audit: { name: row.name, changed: changedFields(viewBot(before), viewBot(row)) },
  })
  return row
}

/**
 * Removes a bot with its scenarios. Its channels go on without one; who waits for it then needs a human.
 * @throws DomainError not_found
 */
export async function deleteBot(work: UnitOfWork, id: string): Promise<void> {
  const { name } = await findBot(work, id, { lock: true })
  await work.db.deleteFrom('bot').where('workspace_id', '=', work.workspaceId).where('id', '=', id).execute()
  work.emit({ type: 'bot.deleted', data: { botId: id }, audit: { name } })
}

/** @throws DomainError not_found */
export async function findBot(
  { db, workspaceId }: UnitOfWork,
  id: string,
  options: { lock?: boolean } = {},
): Promise<BotRow> {
  const query = db.selectFrom('bot').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id)
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'There is no bot with this id.')
  return row
}

export async function listBots({ db, workspaceId }: UnitOfWork, page: PageQuery): Promise<Page<BotRow>> {
  const after = afterId(page)
  let select = db
    .selectFrom('bot')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .limit(page.limit + 1)
  if (after) select = select.where('id', '>', after)
  return toPage(await select.execute(), page.limit)
}

function columnsOf(input: BotInput) {
  return {
    name: input.name,
    mode: input.mode,
    persona: input.persona,
    instructions: input.instructions,
    language: input.language,
    wait_seconds: input.waitSeconds,
    message_cap: input.messageCap,
    sleep_on_user_message: input.sleepOnUserMessage,
    brain: JSON.stringify(input.brain),
  }
}

function inputOf(row: BotRow): BotInput {
  return {
    name: row.name,
    mode: row.mode,
    persona: row.persona,
    instructions: row.instructions,
    language: row.language,
    waitSeconds: row.wait_seconds,
    messageCap: row.message_cap,
    sleepOnUserMessage: row.sleep_on_user_message,
    brain: row.brain,
  }
}

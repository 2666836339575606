import type { Selectable } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import type { ScenarioTable } from '../database/schema/bot.ts'
import { DomainError } from '../errors.ts'

export type ScenarioRow = Selectable<ScenarioTable>

/** All scenarios of a bot, first to last. There are six at most. */
export function listScenarios({ db, workspaceId }: UnitOfWork, botId: string): Promise<ScenarioRow[]> {
  return db
    .selectFrom('scenario')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('bot_id', '=', botId)
    .orderBy('position')
    .execute()
}

/** Those that may fire, first to last: when several fire on one turn, the first wins. */
export async function enabledScenarios(work: UnitOfWork, botId: string): Promise<ScenarioRow[]> {
  return (await listScenarios(work, botId)).filter((scenario) => scenario.enabled)
}

/** @throws DomainError not_found */
export async function findScenario(
  { db, workspaceId }: UnitOfWork,
  botId: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ScenarioRow> {
  const query = db
    .selectFrom('scenario')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('bot_id', '=', botId)
    .where('id', '=', id)
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'This bot has no scenario with this id.')
  return row
}

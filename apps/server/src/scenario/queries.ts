import type { Selectable } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import type { ScenarioDraftTable, ScenarioTable } from '../database/schema/bot.ts'
import { DomainError } from '../errors.ts'

export type ScenarioRow = Selectable<ScenarioTable>
/** A draft, and where its scenario is now. */
export type DraftRow = Selectable<ScenarioDraftTable> & { present_revision: number | null }

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

/** Everything that a user has typed of a bot's scenarios and not saved, newest first. */
export function listDrafts(work: UnitOfWork, botId: string, userId: string): Promise<DraftRow[]> {
  return drafts(work, botId, userId).orderBy('saved_at', 'desc').execute()
}

export function findDraft(
  work: UnitOfWork,
  botId: string,
  userId: string,
  scenarioId: string,
): Promise<DraftRow | undefined> {
  return drafts(work, botId, userId).where('scenario_draft.scenario_id', '=', scenarioId).executeTakeFirst()
}

function drafts({ db, workspaceId }: UnitOfWork, botId: string, userId: string) {
  return db
    .selectFrom('scenario_draft')
    .leftJoin('scenario', (join) =>
      join
        .onRef('scenario.workspace_id', '=', 'scenario_draft.workspace_id')
        .onRef('scenario.id', '=', 'scenario_draft.scenario_id'),
    )
    .selectAll('scenario_draft')
    .select('scenario.revision as present_revision')
    .where('scenario_draft.workspace_id', '=', workspaceId)
    .where('scenario_draft.bot_id', '=', botId)
    .where('user_id', '=', userId)
}

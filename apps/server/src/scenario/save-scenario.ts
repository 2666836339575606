import type { ScenarioInput, ScenarioPatch } from '@baton/contract'
import { newId, type UnitOfWork } from '../context.ts'
import { isUniqueViolation } from '../database/database.ts'
import { DomainError } from '../errors.ts'
import { changedFields } from '../event/changed-fields.ts'
import { requireActor } from '../staff/require-actor.ts'
import { requireAssignable } from '../staff/require-assignable.ts'
import { findDraft, findScenario, listScenarios, type ScenarioRow } from './queries.ts'
import { dropDraft } from './save-draft.ts'
import { viewScenario } from './view.ts'

export const mostScenarios = 6
const fewestPhrases = 2

/**
 * Adds a scenario at the end of a bot's list. The draft that it was written in goes, and it takes the draft's id.
 * @throws DomainError not_found, forbidden, too_many_scenarios, name_taken, too_few_phrases, unknown_user, unknown_team
 */
export async function createScenario(
  work: UnitOfWork,
  botId: string,
  input: ScenarioInput,
): Promise<ScenarioRow> {
  await lockBot(work, botId)
  const present = await listScenarios(work, botId)
  if (present.length >= mostScenarios)
    throw new DomainError(
      'too_many_scenarios',
      `A bot has at most ${mostScenarios} scenarios. Delete one, or change one of those that are there.`,
    )
  const { userId = null, draftId = null } = input
  await requireActor(work, userId, 'manageBots')
  await checkScenario(work, input)
  const draft = userId && draftId ? await findDraft(work, botId, userId, draftId) : undefined
  if (draft) await dropDraft(work, draft.user_id, draft.scenario_id)
  const values = {
    workspace_id: work.workspaceId,
    id: draft?.present_revision === null ? draft.scenario_id : newId(),
    bot_id: botId,
    kind: input.kind,
    position: present.length,
    revision: 1,
    created_at: work.now,
    updated_at: work.now,
    ...columnsOf(input),
  }
  const row = await named(input.name, () =>
    work.db.insertInto('scenario').values(values).returningAll().executeTakeFirstOrThrow(),
  )
  work.emit({
    type: 'scenario.saved',
    data: { botId, scenarioId: row.id, revision: row.revision },
    audit: { name: row.name },
  })
  return row
}

/**
 * Changes a scenario, and drops the draft of who does it. With `revision`, only if it is still the present one.
 * @throws DomainError not_found, forbidden, revision_conflict, name_taken, too_few_phrases, unknown_user, unknown_team
 */
export async function updateScenario(
  work: UnitOfWork,
  botId: string,
  id: string,
  patch: ScenarioPatch,
  revision: number | null,
): Promise<ScenarioRow> {
  const { userId = null } = patch
  await requireActor(work, userId, 'manageBots')
  const before = await findScenario(work, botId, id, { lock: true })
  requireRevision(before, revision)
  const whole = { ...inputOf(before), ...patch }
  await checkScenario(work, whole)
  const row = await named(whole.name, () =>
    work.db
      .updateTable('scenario')
      .set({ ...columnsOf(whole), revision: before.revision + 1, updated_at: work.now })
      .where('workspace_id', '=', work.workspaceId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow(),
  )
  if (userId) await dropDraft(work, userId, id)
  work.emit({
    type: 'scenario.saved',
    data: { botId, scenarioId: id, revision: row.revision },
    audit: { name: row.name, changed: changedFields(viewScenario(before), viewScenario(row)) },
  })
  return row
}

/** Removes a scenario; those after it move up. Handovers that it began keep its name. */
export async function deleteScenario(
  work: UnitOfWork,
  botId: string,
  id: string,
  revision: number | null,
): Promise<void> {
  await lockBot(work, botId)
  const row = await findScenario(work, botId, id, { lock: true })
  requireRevision(row, revision)
  await work.db
    .deleteFrom('scenario')
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .execute()
  await renumber(work, await listScenarios(work, botId))
  work.emit({ type: 'scenario.deleted', data: { botId, scenarioId: id }, audit: { name: row.name } })
}

/**
 * Puts the scenarios in a new order: when several fire on one turn, the first wins.
 * @throws DomainError not_found, invalid_order when the list does not name each scenario of the bot once
 */
export async function orderScenarios(
  work: UnitOfWork,
  botId: string,
  scenarioIds: string[],
): Promise<ScenarioRow[]> {
  await lockBot(work, botId)
  const present = new Map((await listScenarios(work, botId)).map((row) => [row.id, row]))
  const ordered = scenarioIds.flatMap((id) => present.get(id) ?? [])
  if (
    ordered.length !== present.size ||
    new Set(scenarioIds).size !== present.size ||
    scenarioIds.length !== present.size
  )
    throw new DomainError(
      'invalid_order',
      'Name each scenario of the bot exactly once. Somebody may have added or deleted one: read the list again.',
    )
  await renumber(work, ordered)
  work.emit({
    type: 'scenario.ordered',
    data: { botId, scenarioIds },
    audit: { name: null, changed: ['order'] },
  })
  return listScenarios(work, botId)
}

async function renumber({ db, workspaceId }: UnitOfWork, ordered: ScenarioRow[]): Promise<void> {
  for (const [position, row] of ordered.entries()) {
    if (row.position === position) continue
    await db
      .updateTable('scenario')
      .set({ position })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', row.id)
      .execute()
  }
}

/** Whoever changes the list of a bot's scenarios waits for the others. */
async function lockBot({ db, workspaceId }: UnitOfWork, botId: string): Promise<void> {
  const bot = await db
    .selectFrom('bot')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', botId)
    .forUpdate()
    .executeTakeFirst()
  if (!bot) throw new DomainError('not_found', 'There is no bot with this id.')
}

async function checkScenario(
  work: UnitOfWork,
  scenario: Pick<ScenarioInput, 'kind' | 'enabled' | 'examplePhrases' | 'assignTo' | 'ifUnavailable'>,
): Promise<void> {
  const needsPhrases = scenario.kind === 'human_requested' || scenario.kind === 'custom'
  if (scenario.enabled && needsPhrases && scenario.examplePhrases.length < fewestPhrases)
    throw new DomainError(
      'too_few_phrases',
      `Give at least ${fewestPhrases} example phrases before you enable this scenario.`,
    )
  await requireAssignable(work, scenario.assignTo)
  await requireAssignable(work, scenario.ifUnavailable)
}

function requireRevision(row: ScenarioRow, revision: number | null): void {
  if (revision === null || row.revision === revision) return
  throw new DomainError(
    'revision_conflict',
    `Somebody saved this scenario since: you have revision ${revision}, it is at ${row.revision}. Look at \`current\` and put your change to it.`,
    { current: viewScenario(row) },
  )
}

async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isUniqueViolation(error, 'scenario_name'))
      throw new DomainError('name_taken', `This bot has a scenario “${name}” already. Choose another name.`)
    throw error
  }
}

type ScenarioContent = Omit<ScenarioInput, 'kind' | 'userId' | 'draftId'>

function columnsOf(input: ScenarioContent) {
  return {
    name: input.name,
    enabled: input.enabled,
    trigger_condition: input.triggerCondition,
    example_phrases: input.examplePhrases,
    assign_to: JSON.stringify(input.assignTo),
    keep_present_owner: input.keepPresentOwner,
    if_unavailable: JSON.stringify(input.ifUnavailable),
    final_message: input.finalMessage,
    final_message_translations: JSON.stringify(input.finalMessageTranslations),
    absence_message: input.absenceMessage,
    absence_message_translations: JSON.stringify(input.absenceMessageTranslations),
    pause_bot: input.pauseBot,
    reactivate_after: orNull(input.reactivateAfter),
    create_task: orNull(input.createTask),
    tags: input.tags,
    attempts: input.attempts,
    response_target: orNull(input.responseTarget),
  }
}

function orNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}

function inputOf(row: ScenarioRow): ScenarioInput {
  return {
    kind: row.kind,
    name: row.name,
    enabled: row.enabled,
    triggerCondition: row.trigger_condition,
    examplePhrases: row.example_phrases,
    assignTo: row.assign_to,
    keepPresentOwner: row.keep_present_owner,
    ifUnavailable: row.if_unavailable,
    finalMessage: row.final_message,
    finalMessageTranslations: row.final_message_translations,
    absenceMessage: row.absence_message,
    absenceMessageTranslations: row.absence_message_translations,
    pauseBot: row.pause_bot,
    reactivateAfter: row.reactivate_after,
    createTask: row.create_task,
    tags: row.tags,
    attempts: row.attempts,
    responseTarget: row.response_target,
  }
}

import type { DraftInput, NewDraftInput } from '@baton/contract'
import { findBot } from '../bot/save-bot.ts'
import { newId, type UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { requireActor } from '../staff/require-actor.ts'
import { type DraftRow, findDraft, findScenario, listDrafts } from './queries.ts'

/** Of scenarios that are not there yet, for one user and bot. */
const mostNewDrafts = 20

/**
 * Begins the draft of a scenario that is not there yet. It gets the id that the scenario will have.
 * @throws DomainError not_found, too_many_drafts, unknown_user, user_deactivated, forbidden
 */
export async function beginDraft(
  work: UnitOfWork,
  botId: string,
  { userId, content }: NewDraftInput,
): Promise<DraftRow> {
  await findBot(work, botId)
  await requireActor(work, userId, 'manageBots')
  const unborn = (await listDrafts(work, botId, userId)).filter((draft) => draft.present_revision === null)
  if (unborn.length >= mostNewDrafts)
    throw new DomainError(
      'too_many_drafts',
      `You have ${mostNewDrafts} drafts of new scenarios. Save or discard one first.`,
    )
  return store(work, { botId, userId, scenarioId: newId(), content, basedOn: null })
}

/**
 * Keeps what stands in a user's editor, whatever it is (R9). A draft whose scenario was deleted is kept too.
 * @throws DomainError not_found, unknown_user, user_deactivated, forbidden
 */
export async function saveDraft(
  work: UnitOfWork,
  botId: string,
  scenarioId: string,
  { userId, content, basedOn }: DraftInput,
): Promise<DraftRow> {
  const before = await findDraft(work, botId, userId, scenarioId)
  const begunWith = before ? before.based_on : (await findScenario(work, botId, scenarioId)).revision
  await requireActor(work, userId, 'manageBots')
  return store(work, {
    botId,
    userId,
    scenarioId,
    content,
    basedOn: basedOn === undefined ? begunWith : basedOn,
  })
}

/** @throws DomainError not_found */
export async function requireDraft(
  work: UnitOfWork,
  botId: string,
  userId: string,
  scenarioId: string,
): Promise<DraftRow> {
  const draft = await findDraft(work, botId, userId, scenarioId)
  if (!draft) throw new DomainError('not_found', 'This user has no draft of this scenario.')
  return draft
}

/** @throws DomainError not_found */
export async function discardDraft(
  work: UnitOfWork,
  botId: string,
  userId: string,
  scenarioId: string,
): Promise<void> {
  await requireDraft(work, botId, userId, scenarioId)
  await dropDraft(work, userId, scenarioId)
}

/** Takes a draft away, if there is one: its scenario was saved. */
export async function dropDraft(
  { db, workspaceId }: UnitOfWork,
  userId: string,
  scenarioId: string,
): Promise<void> {
  await db
    .deleteFrom('scenario_draft')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('scenario_id', '=', scenarioId)
    .execute()
}

async function store(
  work: UnitOfWork,
  draft: {
    botId: string
    userId: string
    scenarioId: string
    content: Record<string, unknown>
    basedOn: number | null
  },
): Promise<DraftRow> {
  const typed = { content: JSON.stringify(draft.content), based_on: draft.basedOn, saved_at: work.now }
  await work.db
    .insertInto('scenario_draft')
    .values({
      workspace_id: work.workspaceId,
      user_id: draft.userId,
      scenario_id: draft.scenarioId,
      bot_id: draft.botId,
      ...typed,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'user_id', 'scenario_id']).doUpdateSet(typed))
    .execute()
  return requireDraft(work, draft.botId, draft.userId, draft.scenarioId)
}

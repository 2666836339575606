import type { Opinion } from '@baton/contract'
import { type AppContext, inWorkspace, type UnitOfWork } from '../../context.ts'
import { type ModelAccess, openModel } from '../../model/open-model.ts'
import type { ScenarioRow } from '../../scenario/queries.ts'
import { recordUse } from '../../workspace/model.ts'
import type { TurnContext } from '../read-turn.ts'

/** A question that is worth a model's opinion, and how to reach the model. */
export type Doubt = { scenarios: ScenarioRow[]; access: ModelAccess }

/** What to ask the workspace's model, if it has one and may use it today. Null: detection decides alone. */
export async function openDoubt(work: UnitOfWork, scenarios: ScenarioRow[]): Promise<Doubt | null> {
  if (scenarios.length === 0) return null
  const access = await openModel(work)
  return typeof access === 'string' ? null : { scenarios, access }
}

/** Asks outside of any transaction, and writes down what it cost. */
export async function secondOpinion(
  app: AppContext,
  workspaceId: string,
  { scenarios, access }: Doubt,
  { turns }: TurnContext,
): Promise<Opinion> {
  // Loaded when it is first needed: most servers have no model, and it takes memory.
  const { askModel } = await import('./ask-model.ts')
  const opinion = await askModel(access, scenarios, turns)
  if (opinion.failure !== null)
    app.log.warn({ reason: opinion.failure }, 'the model gave no opinion, so detection decides alone')
  await inWorkspace(app, workspaceId, (work) =>
    recordUse(work, { ...opinion, failed: opinion.failure !== null }),
  )
  return opinion
}

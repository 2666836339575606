import type { ModelInput, ModelSettings } from '@baton/contract'
import { type Selectable, sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import type { ModelTable } from '../database/schema/model.ts'
import { DomainError } from '../errors.ts'

export type ModelRow = Selectable<ModelTable>

/** The workspace's model, if it has one. */
export function findModel({ db, workspaceId }: UnitOfWork): Promise<ModelRow | undefined> {
  return db.selectFrom('model').selectAll().where('workspace_id', '=', workspaceId).executeTakeFirst()
}

/**
 * Sets the model. A key that is left out stays as it is, unless the address changes: it was given for the old one.
 * @throws DomainError invalid_request
 */
export async function saveModel(work: UnitOfWork, input: ModelInput): Promise<void> {
  const { app, db, workspaceId, now } = work
  const known = await findModel(work)
  const baseUrl = input.baseUrl ?? null
  if (input.provider === 'openai_compatible' && baseUrl === null)
    throw new DomainError('invalid_request', 'Give `baseUrl`, such as https://api.example.com/v1.')
  const isSameAddress = known?.provider === input.provider && known.base_url === baseUrl
  const kept = input.apiKey === undefined && isSameAddress ? known.sealed_key : null
  const row = {
    provider: input.provider,
    base_url: baseUrl,
    name: input.name,
    sealed_key: input.apiKey ? await app.seal.close(input.apiKey, aboutKey(workspaceId)) : kept,
    daily_tokens: input.dailyTokens,
    updated_at: now,
  }
  await db
    .insertInto('model')
    .values({ workspace_id: workspaceId, ...row })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row))
    .execute()
  work.emit({
    type: 'workspace.updated',
    data: { changed: ['model'] },
    audit: { name: null, changed: ['model'] },
  })
}

/** @throws DomainError not_found */
export async function deleteModel(work: UnitOfWork): Promise<void> {
  const gone = await work.db
    .deleteFrom('model')
    .where('workspace_id', '=', work.workspaceId)
    .returning('workspace_id')
    .executeTakeFirst()
  if (!gone) throw new DomainError('not_found', 'No model is set.')
  work.emit({
    type: 'workspace.updated',
    data: { changed: ['model'] },
    audit: { name: null, changed: ['model'] },
  })
}

/** @throws DomainError not_found */
export async function viewModel(work: UnitOfWork): Promise<ModelSettings> {
  const row = await findModel(work)
  if (!row) throw new DomainError('not_found', 'No model is set. Set one with PUT /v1/workspace/model.')
  const used = await usedToday(work)
  return {
    provider: row.provider,
    baseUrl: row.base_url,
    name: row.name,
    hasApiKey: row.sealed_key !== null,
    dailyTokens: row.daily_tokens,
    today: used,
  }
}

export async function usedToday({ db, workspaceId, now }: UnitOfWork): Promise<ModelSettings['today']> {
  const row = await db
    .selectFrom('model_use')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('day', '=', dayOf(now))
    .executeTakeFirst()
  return {
    calls: row?.calls ?? 0,
    failures: row?.failures ?? 0,
    inputTokens: Number(row?.input_tokens ?? 0),
    outputTokens: Number(row?.output_tokens ?? 0),
  }
}

/** Adds a call to what the model has used today. */
export async function recordUse(
  { db, workspaceId, now }: UnitOfWork,
  use: { failed: boolean; inputTokens: number; outputTokens: number },
): Promise<void> {
  await db
    .insertInto('model_use')
    .values({
      workspace_id: workspaceId,
      day: dayOf(now),
      calls: 1,
      failures: use.failed ? 1 : 0,
      input_tokens: use.inputTokens,
      output_tokens: use.outputTokens,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'day']).doUpdateSet({
        calls: sql`model_use.calls + excluded.calls`,
        failures: sql`model_use.failures + excluded.failures`,
        input_tokens: sql`model_use.input_tokens + excluded.input_tokens`,
        output_tokens: sql`model_use.output_tokens + excluded.output_tokens`,
      }),
    )
    .execute()
}

/** What the key of a workspace's model is sealed with. */
export function aboutKey(workspaceId: string): string {
  return `model key of ${workspaceId}`
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}

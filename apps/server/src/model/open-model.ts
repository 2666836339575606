import type { UnitOfWork } from '../context.ts'
import { aboutKey, findModel, usedToday } from '../workspace/model.ts'

/** How a model is reached. */
export type ModelAccess = {
  provider: 'openai_compatible' | 'anthropic'
  baseUrl: string | null
  name: string
  apiKey: string | null
}

/** Why there is no model to ask now. */
export type NoModel = 'no_model' | 'used_up_for_today' | 'key_unreadable'

/** The workspace's model, where it has one, may use it today and can read its key. */
export async function openModel(work: UnitOfWork): Promise<ModelAccess | NoModel> {
  const row = await findModel(work)
  if (!row) return 'no_model'
  const { inputTokens, outputTokens } = await usedToday(work)
  if (inputTokens + outputTokens >= row.daily_tokens) return 'used_up_for_today'
  try {
    const apiKey = row.sealed_key && (await work.app.seal.open(row.sealed_key, aboutKey(work.workspaceId)))
    return { provider: row.provider, baseUrl: row.base_url, name: row.name, apiKey }
  } catch (error) {
    work.app.log.error({ reason: String(error) }, 'the model cannot be asked')
    return 'key_unreadable'
  }
}

import type { Selectable } from 'kysely'
import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import { latestMessages } from '../conversation/queries.ts'
import type { HandoverTable } from '../database/schema/handover.ts'
import type { JobData } from '../job/jobs.ts'
import { openModel } from '../model/open-model.ts'
import { recordUse } from '../workspace/model.ts'

/**
 * Lets the workspace's model sum up what a handover is about, in the language of whoever it is assigned to. The handover does
 * not wait for it: the plain brief stands there from the beginning, and stays where the model fails.
 */
export async function summariseHandover(
  app: AppContext,
  { workspaceId, handoverId }: JobData['handover_summary'],
): Promise<void> {
  const asked = await inWorkspace(app, workspaceId, (work) => prepare(work, handoverId))
  if (!asked) return
  // Loaded when it is first needed: most servers have no model, and it takes memory.
  const { askSummary } = await import('./ask-summary.ts')
  const { summary, failure, ...used } = await askSummary(asked.access, asked.messages, asked.language)
  if (failure !== null) app.log.warn({ reason: failure }, 'the model wrote no brief, so the plain one stands')
  await inWorkspace(app, workspaceId, async (work) => {
    await recordUse(work, { failed: failure !== null, ...used })
    if (!summary) return
    const { brief } = asked.handover
    await work.db
      .updateTable('handover')
      .set({ brief: JSON.stringify({ ...brief, summary }) })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', handoverId)
      .execute()
    work.emit({
      type: 'handover.summarised',
      conversationId: asked.handover.conversation_id,
      data: { handoverId },
    })
  })
}

async function prepare(work: UnitOfWork, handoverId: string) {
  const access = await openModel(work)
  if (typeof access === 'string') return null
  const handover = await work.db
    .selectFrom('handover')
    .selectAll()
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', handoverId)
    .executeTakeFirst()
  if (!handover || handover.brief.summary) return null
  const messages = (await latestMessages(work, handover.conversation_id)).reverse()
  return { access, handover, messages, language: await languageFor(work, handover) }
}

/** The first language of the assignee, else of the bot. */
async function languageFor(
  { db, workspaceId }: UnitOfWork,
  { user_id, bot_id }: Selectable<HandoverTable>,
): Promise<string> {
  const found = await db
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('staff_user')
        .select('languages')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', user_id)
        .as('languages'),
      selectFrom('bot')
        .select('language')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', bot_id)
        .as('language'),
    ])
    .executeTakeFirst()
  return found?.languages?.[0] ?? found?.language ?? 'en'
}

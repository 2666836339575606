import type { Selectable } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { botBehind } from '../conversation/queries.ts'
import type { SuggestionTable } from '../database/schema/conversation.ts'
import { isDue } from './suggest-replies.ts'

export type SuggestionsFound = {
  /** The contact's message that waits. Null: none does, or no suggestive bot is there. */
  seq: number | null
  rows: Selectable<SuggestionTable>[]
  wouldHandOver: { scenarioId: string | null; scenarioName: string | null; quote: string | null } | null
}

/** What the bot drafted as replies to what the contact wrote last, and whether it would have handed over. */
export async function readSuggestions(work: UnitOfWork, row: ConversationRow): Promise<SuggestionsFound> {
  const seq = row.last_contact_seq
  const none = { seq: null, rows: [], wouldHandOver: null }
  if (!isDue(row, seq) || (await botBehind(work, row))?.mode !== 'suggestive') return none
  const rows = await work.db
    .selectFrom('suggestion')
    .selectAll()
    .where('workspace_id', '=', work.workspaceId)
    .where('conversation_id', '=', row.id)
    .where('seq', '=', seq)
    .orderBy('position')
    .execute()
  return { seq, rows, wouldHandOver: await readHandover(work, row.id, seq) }
}

async function readHandover(
  { db, workspaceId }: UnitOfWork,
  conversationId: string,
  seq: number,
): Promise<SuggestionsFound['wouldHandOver']> {
  const judged = await db
    .selectFrom('assessment')
    .leftJoin('scenario', (join) =>
      join
        .onRef('scenario.workspace_id', '=', 'assessment.workspace_id')
        .onRef('scenario.id', '=', 'assessment.scenario_id'),
    )
    .select(['assessment.scenario_id', 'assessment.scores', 'scenario.name'])
    .where('assessment.workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .where('outcome', '=', 'would_hand_over')
    // By the contact's words before it is by the bot's.
    .orderBy('judged', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!judged) return null
  const mark = judged.scores
    .find(({ scenarioId }) => scenarioId === judged.scenario_id)
    ?.evidence.find((one) => one.speaks === 'for' && one.seq !== null && one.end > one.start)
  const said =
    mark &&
    (await db
      .selectFrom('message')
      .select('text')
      .where('workspace_id', '=', workspaceId)
      .where('conversation_id', '=', conversationId)
      .where('seq', '=', mark.seq)
      .executeTakeFirst())
  return {
    scenarioId: judged.scenario_id,
    scenarioName: judged.name,
    quote: (said && mark && said.text.slice(mark.start, mark.end).trim()) || null,
  }
}

import { z } from 'zod'
import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import { type ChannelNews, channelMessage } from './channel-message.ts'
import type { WebhookRow } from './save-webhook.ts'

const payload = z.object({
  type: z.string(),
  conversationId: z.string().nullable(),
  data: z.object({ handoverId: z.string() }),
})

/** What is posted: the event as it is, or a message for a channel. Null: this channel is not told of it. */
export async function writeBody(
  app: AppContext,
  webhook: Pick<WebhookRow, 'workspace_id' | 'format' | 'team_id' | 'quotes_contact'>,
  event: unknown,
): Promise<string | null> {
  const { format } = webhook
  if (format === 'standard') return JSON.stringify(event)
  const { data } = payload.safeParse(event)
  if (!data) return null
  const news = await inWorkspace(app, webhook.workspace_id, (work) =>
    newsOf(work, webhook, data.type, data.data.handoverId),
  )
  return news && JSON.stringify(channelMessage(format, news))
}

/** A message that nobody has to act on. */
export function testBody({ app }: Pick<UnitOfWork, 'app'>, { format }: Pick<WebhookRow, 'format'>): string {
  if (format === 'standard')
    return JSON.stringify({
      type: 'test',
      timestamp: app.clock().toISOString(),
      conversationId: null,
      data: {},
    })
  const news = {
    type: 'handover.began',
    contact: 'A test',
    scenario: 'Nobody waits.',
    to: 'nobody',
    words: null,
  }
  return JSON.stringify(channelMessage(format, { ...news, url: app.config.url }))
}

async function newsOf(
  { app, db, workspaceId }: UnitOfWork,
  webhook: Pick<WebhookRow, 'team_id' | 'quotes_contact'>,
  type: string,
  handoverId: string,
): Promise<ChannelNews | null> {
  const row = await db
    .selectFrom('handover')
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'handover.workspace_id')
        .onRef('contact.id', '=', 'handover.contact_id'),
    )
    .leftJoin('staff_user as person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'handover.workspace_id')
        .on((on) => on('person.id', '=', on.fn.coalesce('handover.claimed_by', 'handover.user_id'))),
    )
    .leftJoin('team', (join) =>
      join.onRef('team.workspace_id', '=', 'handover.workspace_id').onRef('team.id', '=', 'handover.team_id'),
    )
    .where('handover.workspace_id', '=', workspaceId)
    .where('handover.id', '=', handoverId)
    .select([
      'handover.conversation_id',
      'handover.scenario_name',
      'handover.team_id',
      'handover.brief',
      'contact.name as contact',
      'person.name as person',
      'team.name as team',
    ])
    .executeTakeFirst()
  if (!row || (webhook.team_id !== null && row.team_id !== webhook.team_id)) return null
  return {
    type,
    contact: row.contact ?? 'A contact',
    scenario: row.scenario_name,
    to: row.person ?? row.team,
    words: webhook.quotes_contact ? row.brief.lastAsked : null,
    url: new URL(`/inbox/all/${row.conversation_id}`, app.config.url).href,
  }
}

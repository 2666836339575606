import { isAutomaticReply, type Turn } from '@baton/detection'
import type { Selectable } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { type ContactDetails, contactOf, latestMessages, type MessageRow } from '../conversation/queries.ts'
import type { BotTable } from '../database/schema/bot.ts'
import { enabledScenarios, type ScenarioRow } from '../scenario/queries.ts'

export type BotRow = Selectable<BotTable>
/** What the bot reads before it says anything: the conversation so far, and the rules it stands under. */
export type TurnContext = {
  bot: BotRow
  scenarios: ScenarioRow[]
  contact: ContactDetails
  /** Oldest first, notes left out. */
  messages: MessageRow[]
  /** The same for detection, one for one. */
  turns: Turn[]
  /** Index of the first turn that may trigger something. */
  watermark: number
}

/** Null where no bot stands behind the channel any more. */
export async function readTurn(work: UnitOfWork, conversation: ConversationRow): Promise<TurnContext | null> {
  const { db, workspaceId } = work
  const found = await db
    .selectFrom('channel')
    .innerJoin('bot', (join) =>
      join.onRef('bot.workspace_id', '=', 'channel.workspace_id').onRef('bot.id', '=', 'channel.bot_id'),
    )
    .where('channel.workspace_id', '=', workspaceId)
    .where('channel.id', '=', conversation.channel_id)
    .selectAll('bot')
    .executeTakeFirst()
  if (!found) return null
  const contact = await contactOf(work, conversation.contact_id)
  const messages = (await latestMessages(work, conversation.id)).reverse()
  const firstNew = messages.findIndex((message) => message.seq > conversation.watermark)
  return {
    bot: found,
    scenarios: await enabledScenarios(work, found.id),
    contact,
    messages,
    turns: messages.map(toTurn),
    watermark: firstNew === -1 ? messages.length : firstNew,
  }
}

/** Whether no person wrote it, such as an out-of-office reply. */
export function isAutomatic({ author, automatic, text }: MessageRow): boolean {
  return author === 'contact' && (automatic || isAutomaticReply(text))
}

function toTurn(message: MessageRow): Turn {
  return {
    from: message.author,
    // What no person wrote asks for nothing, whatever words it has.
    text: isAutomatic(message) ? '' : message.text,
    ...(message.answered === null ? {} : { answered: message.answered }),
    ...(message.confidence === null ? {} : { confidence: message.confidence }),
  }
}

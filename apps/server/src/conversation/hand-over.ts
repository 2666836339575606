import type { AssignTo } from '@baton/handover'
import { readTurn } from '../bot/read-turn.ts'
import type { UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { writeBrief } from '../handover/brief.ts'
import { type HandoverSettings, plainSettings, planHandover } from '../handover/plan-handover.ts'
import { requireActor } from '../staff/require-actor.ts'
import { requireAssignable } from '../staff/require-assignable.ts'
import { refusalError } from './act.ts'
import { changeControl, lockConversation } from './change-control.ts'
import type { ConversationRow } from './control.ts'
import { contactOf, latestMessages } from './queries.ts'

export type HandOverByHand = {
  scenarioId?: string | null | undefined
  assignTo?: AssignTo | undefined
  finalMessage?: string | null | undefined
  note?: string | undefined
}

/**
 * A person, or an outside bot, hands a conversation over by hand: with the settings of one of the bot's
 * scenarios or with the plain ones, to whom it says.
 * @throws DomainError not_found, handover_open, unknown_user, unknown_team
 */
export async function handOver(
  work: UnitOfWork,
  id: string,
  actorId: string | null,
  wish: HandOverByHand,
): Promise<ConversationRow> {
  await requireActor(work, actorId)
  if (wish.assignTo) await requireAssignable(work, wish.assignTo)
  const row = await lockConversation(work, id)
  const settings = await settingsOf(work, row, wish)
  const contact = await contactOf(work, row.contact_id)
  const plan = await planHandover(work, row, settings, 'handover', contact.locale)
  const messages = (await latestMessages(work, row.id)).reverse()
  const { refused, row: changed } = await changeControl(
    work,
    row,
    { type: 'hand_over', plan },
    {
      actorId,
      handover: {
        kind: 'by_hand',
        scenarioName: settings.name,
        cause: 'by_hand',
        botId: settings.bot_id,
        score: null,
        threshold: null,
        evidence: [],
        brief: writeBrief(contact, messages, wish.note ?? 'Handed over by hand.'),
      },
    },
  )
  if (refused !== undefined && refused !== 'no_change') throw refusalError(refused)
  return changed
}

async function settingsOf(
  work: UnitOfWork,
  row: ConversationRow,
  wish: HandOverByHand,
): Promise<HandoverSettings & { name: string; bot_id: string | null }> {
  const context = await readTurn(work, row)
  const scenario = wish.scenarioId
    ? await work.db
        .selectFrom('scenario')
        .selectAll()
        .where('workspace_id', '=', work.workspaceId)
        .where('id', '=', wish.scenarioId)
        .executeTakeFirst()
    : null
  if (scenario === undefined) throw new DomainError('not_found', 'There is no scenario with this id.')
  const base = scenario ?? { ...plainSettings, name: 'By hand', bot_id: context?.bot.id ?? null }
  return {
    ...base,
    pause_bot: true,
    // Who is named by hand gets it, whoever had it before.
    ...(wish.assignTo ? { assign_to: wish.assignTo, keep_present_owner: false } : {}),
    ...(wish.finalMessage ? { final_message: wish.finalMessage, final_message_translations: {} } : {}),
  }
}

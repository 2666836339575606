import type { AssignTo, Fallback, HandoverPlan, Needs, Placement } from '@baton/handover'
import { placeHandover } from '@baton/handover'
import { newId, type UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'
import type { ScenarioRow } from '../scenario/queries.ts'
import { loadRoster, takeTurnInTeam } from '../staff/load-roster.ts'

/** What a handover does, whatever it began with. A scenario has all of it; by hand it is given. */
export type HandoverSettings = Pick<
  ScenarioRow,
  | 'assign_to'
  | 'keep_present_owner'
  | 'if_unavailable'
  | 'final_message'
  | 'final_message_translations'
  | 'pause_bot'
  | 'reactivate_after'
  | 'create_task'
  | 'tags'
  | 'response_target'
> & { id: string | null }

/** What applies where no scenario says otherwise: the queue, the default words, the default tag. */
export const plainSettings: HandoverSettings = {
  id: null,
  assign_to: { type: 'nobody' },
  keep_present_owner: true,
  if_unavailable: { type: 'queue' },
  final_message: 'Thank you! Someone from the team will get back to you.',
  final_message_translations: {},
  pause_bot: true,
  reactivate_after: null,
  create_task: null,
  tags: ['human_handover'],
  response_target: null,
}

/** Works out a handover: who gets it now, and in which language the contact hears the last message. */
export async function planHandover(
  work: UnitOfWork,
  conversation: ConversationRow,
  settings: HandoverSettings,
  cause: HandoverPlan['cause'],
  locale: string | null,
): Promise<HandoverPlan> {
  return {
    handoverId: newId(),
    scenarioId: settings.id,
    cause,
    finalMessage: inLanguage(settings.final_message, settings.final_message_translations, locale),
    pauseBot: settings.pause_bot,
    reactivation: settings.reactivate_after,
    task: settings.create_task && {
      title: settings.create_task.title,
      text: settings.create_task.text ?? '',
      dueInMinutes: settings.create_task.dueInMinutes,
    },
    tags: settings.tags,
    responseTarget: settings.response_target && { minutes: settings.response_target.minutes },
    placement: await placeNow(work, conversation, {
      assignTo: settings.assign_to,
      keepPresentOwner: settings.keep_present_owner,
      ifUnavailable: settings.if_unavailable,
    }),
  }
}

/** Routes a handover with the staff as they are at this moment. */
export async function placeNow(
  work: UnitOfWork,
  conversation: ConversationRow,
  rule: { assignTo: AssignTo; keepPresentOwner: boolean; ifUnavailable: Fallback },
): Promise<Placement> {
  const owner = rule.keepPresentOwner ? conversation.assignee_id : null
  const roster = await loadRoster(work, [rule.assignTo, rule.ifUnavailable], owner)
  const placement = placeHandover(rule, owner, roster, work.now.getTime(), await needsOf(work, conversation))
  const { teamId, userId } = placement.trail.find(({ verdict }) => verdict === 'takes_it') ?? {}
  if (teamId && userId && roster.sharing?.get(teamId)?.by === 'round_robin')
    await takeTurnInTeam(work, teamId, userId)
  return placement
}

/** What is known of the contact that makes one member of a team suit them better than another. */
async function needsOf({ db, workspaceId }: UnitOfWork, conversation: ConversationRow): Promise<Needs> {
  const contact = await db
    .selectFrom('contact')
    .select('locale')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', conversation.contact_id)
    .executeTakeFirst()
  const tags = await db
    .selectFrom('contact_tag')
    .select('tag')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', conversation.contact_id)
    .orderBy('tag')
    .execute()
  return { locale: contact?.locale ?? null, tags: tags.map(({ tag }) => tag) }
}

/** The translation for a locale (`de-AT`, then `de`), else the text as it was written. */
function inLanguage(text: string, translations: Record<string, string>, locale: string | null): string {
  if (!locale) return text
  const wanted = locale.toLowerCase()
  const byLocale = new Map(Object.entries(translations).map(([key, value]) => [key.toLowerCase(), value]))
  return byLocale.get(wanted) ?? byLocale.get(wanted.split(/[-_]/)[0] ?? wanted) ?? text
}

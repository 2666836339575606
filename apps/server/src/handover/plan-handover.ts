import type { AssignTo, Fallback, HandoverPlan, Placement } from '@baton/handover'
import { placeHandover } from '@baton/handover'
import { newId, type UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'
import type { ScenarioRow } from '../scenario/queries.ts'
import { loadRoster } from '../staff/load-roster.ts'

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
  conversation: Pick<ConversationRow, 'assignee_id'>,
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
  conversation: Pick<ConversationRow, 'assignee_id'>,
  rule: { assignTo: AssignTo; keepPresentOwner: boolean; ifUnavailable: Fallback },
): Promise<Placement> {
  const owner = rule.keepPresentOwner ? conversation.assignee_id : null
  const roster = await loadRoster(work, [rule.assignTo, rule.ifUnavailable], owner)
  return placeHandover(rule, owner, roster, work.now.getTime())
}

/** The translation for a locale (`de-AT`, then `de`), else the text as it was written. */
function inLanguage(text: string, translations: Record<string, string>, locale: string | null): string {
  if (!locale) return text
  const wanted = locale.toLowerCase()
  const byLocale = new Map(Object.entries(translations).map(([key, value]) => [key.toLowerCase(), value]))
  return byLocale.get(wanted) ?? byLocale.get(wanted.split(/[-_]/)[0] ?? wanted) ?? text
}

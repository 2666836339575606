import type { AssignTo, Fallback, HandoverPlan, Placement } from '@baton/handover'
import { placeHandover } from '@baton/handover'
import { presence } from '../chat/expect-person.ts'
import { newId, type UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'
import type { ScenarioRow } from '../scenario/queries.ts'
import { loadRoster } from '../staff/load-roster.ts'
import { findWorkspace } from '../workspace/view.ts'
import { type Absence, lastWords } from './last-words.ts'

/** What a handover does, whatever it began with. A scenario has all of it; by hand it is given. */
export type HandoverSettings = Pick<
  ScenarioRow,
  | 'assign_to'
  | 'keep_present_owner'
  | 'if_unavailable'
  | 'final_message'
  | 'final_message_translations'
  | 'absence_message'
  | 'absence_message_translations'
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
  absence_message: '',
  absence_message_translations: {},
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
  const placement = await placeNow(work, conversation, {
    assignTo: settings.assign_to,
    keepPresentOwner: settings.keep_present_owner,
    ifUnavailable: settings.if_unavailable,
  })
  const absence = placement.queued && settings.absence_message !== '' ? await findAbsence(work) : null
  return {
    handoverId: newId(),
    scenarioId: settings.id,
    cause,
    finalMessage: lastWords(settings, locale, absence),
    pauseBot: settings.pause_bot,
    reactivation: settings.reactivate_after,
    task: taskOf(settings, absence),
    tags: settings.tags,
    responseTarget: settings.response_target && { minutes: settings.response_target.minutes },
    placement,
  }
}

/** Nobody can take it now: when somebody may. */
async function findAbsence(work: UnitOfWork): Promise<Absence | null> {
  const { available, backAt } = await presence(work)
  if (available) return null
  const { time_zone } = await findWorkspace(work)
  return { backAt: backAt === null ? null : new Date(backAt), timeZone: time_zone, now: work.now }
}

/** What is promised for later is a task, due an hour after somebody is back, unless the scenario makes one anyway. */
function taskOf({ create_task }: HandoverSettings, absence: Absence | null): HandoverPlan['task'] {
  if (create_task) {
    const { title, text, dueInMinutes } = create_task
    return { title, text: text ?? '', dueInMinutes }
  }
  if (!absence) return null
  const minutes = absence.backAt ? (absence.backAt.getTime() - absence.now.getTime()) / 60_000 : 0
  return {
    title: 'Get back to them',
    text: 'Nobody was there when they asked for a person.',
    dueInMinutes: Math.round(minutes) + 60,
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

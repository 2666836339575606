import type { AssignTo, Fallback, HandoverPlan, Needs, Placement } from '@baton/handover'
import { placeHandover } from '@baton/handover'
import { presence } from '../chat/expect-person.ts'
import { newId, type UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'
import type { ScenarioRow } from '../scenario/queries.ts'
import { loadRoster, takeTurnInTeam } from '../staff/load-roster.ts'
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

/** Whose handover it is. Without a contact it is a trial, and takes nobody's turn. */
type Subject = Pick<ConversationRow, 'assignee_id'> & { contact_id: string | null }

/** Works out a handover: who gets it now, and in which language the contact hears the last message. */
export async function planHandover(
  work: UnitOfWork,
  conversation: Subject,
  settings: HandoverSettings,
  cause: HandoverPlan['cause'],
  locale: string | null,
): Promise<HandoverPlan> {
  const rule = {
    assignTo: settings.assign_to,
    keepPresentOwner: settings.keep_present_owner,
    ifUnavailable: settings.if_unavailable,
  }
  const placement = await placeNow(work, conversation, rule, locale)
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
  conversation: Subject,
  rule: { assignTo: AssignTo; keepPresentOwner: boolean; ifUnavailable: Fallback },
  locale?: string | null,
): Promise<Placement> {
  const owner = rule.keepPresentOwner ? conversation.assignee_id : null
  const roster = await loadRoster(work, [rule.assignTo, rule.ifUnavailable], owner)
  const needs = await needsOf(work, conversation.contact_id, locale)
  const placement = placeHandover(rule, owner, roster, work.now.getTime(), needs)
  const { teamId, userId } = placement.trail.find(({ verdict }) => verdict === 'takes_it') ?? {}
  const isTrial = conversation.contact_id === null
  if (!isTrial && teamId && userId && roster.sharing?.get(teamId)?.by === 'round_robin')
    await takeTurnInTeam(work, teamId, userId)
  return placement
}

/** What is known of the contact that makes one member of a team suit them better than another. */
async function needsOf(
  { db, workspaceId }: UnitOfWork,
  contactId: string | null,
  locale?: string | null,
): Promise<Needs> {
  if (contactId === null) return { locale: locale ?? null, tags: [] }
  const contact = await db
    .selectFrom('contact')
    .select('locale')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', contactId)
    .executeTakeFirst()
  const tags = await db
    .selectFrom('contact_tag')
    .select('tag')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .orderBy('tag')
    .execute()
  return { locale: contact?.locale ?? null, tags: tags.map(({ tag }) => tag) }
}

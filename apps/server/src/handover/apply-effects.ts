import type { AnswerSource } from '@baton/contract'
import type { Control, Effect, HandoverOutcome } from '@baton/handover'
import { sql } from 'kysely'
import { createTask, storeTags } from '../contact/save-contact.ts'
import type { UnitOfWork } from '../context.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { storeMessage } from '../conversation/store-message.ts'
import { notify } from '../notification/notify.ts'
import { type HandoverDetails, recordHandover, type Steps } from './record-handover.ts'
import { warnBeforeMs } from './warn-of-wake.ts'

/** What the effects need to know beyond the state machine: who acts, and why it came to a handover. */
export type Circumstances = {
  actorId?: string | null
  /** Seconds to wait before the bot's turn. */
  waitSeconds?: number
  handover?: HandoverDetails
  /** What the bot said of its own answer. */
  answer?: { answered: boolean | null; confidence: number | null; sources?: AnswerSource[] }
}

/**
 * Does what the state machine decided, in its order, within the transaction that changes control.
 * Returns the id of the bot's message, where one was sent.
 */
export async function applyEffects(
  work: UnitOfWork,
  conversation: ConversationRow,
  control: Control,
  effects: Effect[],
  circumstances: Circumstances,
): Promise<string | null> {
  const steps: Steps = new Map()
  let messageId: string | null = null
  let begun: Extract<Effect, { do: 'open_handover' }> | undefined
  for (const effect of effects) {
    if (effect.do === 'open_handover') begun = effect
    else if (effect.do === 'send_bot_message')
      messageId = await send(work, conversation, effect, circumstances, steps)
    else await apply(work, conversation, effect, circumstances, steps)
  }
  if (begun) await recordHandover(work, conversation, begun, steps, circumstances)
  tellChange(work, conversation, control, effects)
  return messageId
}

async function apply(
  work: UnitOfWork,
  conversation: ConversationRow,
  effect: Exclude<Effect, { do: 'open_handover' | 'send_bot_message' }>,
  circumstances: Circumstances,
  steps: Steps,
): Promise<void> {
  const about = { workspaceId: work.workspaceId, conversationId: conversation.id }
  switch (effect.do) {
    case 'queue_turn': {
      const wait = circumstances.waitSeconds ?? 0
      const startAfter = wait > 0 ? new Date(work.now.getTime() + wait * 1000) : undefined
      work.enqueue('bot_turn', { ...about, epoch: effect.epoch, seq: effect.seq }, startAfter)
      return
    }
    case 'assign':
      await assign(work, conversation, effect)
      steps.set('assign', {
        status: effect.userId || effect.teamId ? 'done' : 'skipped',
        detail: { userId: effect.userId, teamId: effect.teamId },
      })
      return
    case 'create_task': {
      const { title, text, dueInMinutes } = effect.task
      const task = await createTask(work, conversation.contact_id, {
        title,
        text,
        dueAt: new Date(work.now.getTime() + dueInMinutes * 60_000).toISOString(),
        assigneeId: effect.assigneeId,
        conversationId: conversation.id,
        handoverId: effect.handoverId,
      })
      steps.set('task', { status: 'done', detail: { taskId: task.id, title } })
      return
    }
    case 'add_tags':
      await storeTags(work, conversation.contact_id, effect.tags)
      steps.set('tags', { status: 'done', detail: { tags: effect.tags } })
      return
    case 'notify': {
      const told = await notify(work, conversation, effect)
      const earlier = steps.get('notify')?.detail?.userIds
      const userIds = [...new Set([...(Array.isArray(earlier) ? earlier : []), ...told])]
      steps.set('notify', {
        status: userIds.length > 0 ? 'done' : 'failed',
        detail:
          userIds.length > 0 ? { userIds } : { reason: 'There is nobody to tell. Add a member of staff.' },
      })
      return
    }
    case 'sleep':
      steps.set('pause_bot', {
        status: 'done',
        detail: { wakesAt: effect.wakesAt === null ? null : new Date(effect.wakesAt).toISOString() },
      })
      return
    case 'wake':
      return
    case 'set_timer': {
      const { do: _, at, ...timer } = effect
      work.enqueue('control_timer', { ...about, ...timer }, new Date(at))
      if (timer.timer === 'wake' && at - work.now.getTime() > 2 * warnBeforeMs)
        work.enqueue(
          'control_timer',
          { ...about, timer: 'wake_warning', epoch: timer.epoch },
          new Date(at - warnBeforeMs),
        )
      return
    }
    case 'claim_handover':
      await claimHandover(work, conversation.id, effect)
      return
    case 'release_handover':
      await releaseHandover(work, conversation.id, effect.handoverId)
      return
    case 'close_handover':
      await closeHandover(work, conversation.id, effect)
      return
  }
}

async function send(
  work: UnitOfWork,
  conversation: ConversationRow,
  effect: Extract<Effect, { do: 'send_bot_message' }>,
  { answer }: Circumstances,
  steps: Steps,
): Promise<string> {
  const { seq, epoch, text } = effect
  if (effect.role === 'answer') {
    const message = { seq, epoch, text, author: 'bot' as const, kind: 'message' as const, ...answer }
    return (await storeMessage(work, conversation, message)).id
  }
  const { handoverId } = effect
  const { id } = await storeMessage(work, conversation, {
    seq,
    epoch,
    text,
    author: 'bot',
    kind: 'final',
    handoverId,
  })
  steps.set('final_message', { status: 'done', detail: { messageId: id } })
  return id
}

async function assign(
  work: UnitOfWork,
  conversation: ConversationRow,
  { userId, teamId }: { userId: string | null; teamId: string | null },
): Promise<void> {
  await work.db
    .updateTable('handover')
    .set({ user_id: userId, team_id: teamId })
    .where('workspace_id', '=', work.workspaceId)
    .where('conversation_id', '=', conversation.id)
    .where('status', '<>', sql.lit('ended'))
    .execute()
  if (userId) await markBusyUntilNow(work, userId)
}

/** Who got or finished a handover just now is the last to be asked among equals. */
async function markBusyUntilNow({ db, workspaceId, now }: UnitOfWork, userId: string): Promise<void> {
  await db
    .updateTable('staff_user')
    .set({ idle_since: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', userId)
    .execute()
}

async function claimHandover(
  work: UnitOfWork,
  conversationId: string,
  { handoverId, userId }: { handoverId: string; userId: string | null },
): Promise<void> {
  await work.db
    .updateTable('handover')
    .set({ status: 'claimed', claimed_by: userId, claimed_at: work.now, respond_by: null })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', handoverId)
    .execute()
  work.emit({ type: 'handover.claimed', conversationId, data: { handoverId, userId } })
}

async function releaseHandover(work: UnitOfWork, conversationId: string, handoverId: string): Promise<void> {
  await work.db
    .updateTable('handover')
    .set({ status: 'waiting', claimed_by: null, claimed_at: null })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', handoverId)
    .execute()
  work.emit({ type: 'handover.released', conversationId, data: { handoverId } })
}

async function closeHandover(
  work: UnitOfWork,
  conversationId: string,
  { handoverId, outcome }: { handoverId: string; outcome: HandoverOutcome },
): Promise<void> {
  const ended = await work.db
    .updateTable('handover')
    .set({ status: 'ended', outcome, ended_at: work.now, respond_by: null })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', handoverId)
    .returning('user_id')
    .executeTakeFirst()
  if (ended?.user_id) await markBusyUntilNow(work, ended.user_id)
  work.emit({ type: 'handover.ended', conversationId, data: { handoverId, outcome } })
}

const silent = new Set<Effect['do']>([
  'queue_turn',
  'send_bot_message',
  'set_timer',
  'create_task',
  'notify',
  'add_tags',
])

/** Live readers learn of a change of control, of owner or of status; a mere message tells of itself. */
function tellChange(work: UnitOfWork, before: ConversationRow, control: Control, effects: Effect[]): void {
  const changed =
    effects.some((effect) => !silent.has(effect.do)) ||
    before.status !== control.status ||
    before.epoch !== control.epoch
  if (!changed) return
  work.emit({
    type: 'conversation.updated',
    conversationId: before.id,
    data: {
      epoch: control.epoch,
      bot: control.bot.status,
      cause: control.bot.status === 'asleep' ? control.bot.cause : null,
      status: control.status,
      assigneeId: control.assigneeId,
      teamId: control.teamId,
      handoverId: control.handover?.id ?? null,
    },
  })
}

import { sql } from 'kysely'
import { type AppContext, inWorkspace, type UnitOfWork } from '../context.ts'
import { transact } from '../database/database.ts'
import type { JobData } from '../job/jobs.ts'
import { notifyAdmins } from '../notification/notify.ts'
import { changeControl } from './change-control.ts'
import { type ConversationRow, controlOf } from './control.ts'
import { findConversation } from './queries.ts'

const minute = 60_000
/** A job that is late by this is not late but lost. */
const lostAfterMs = 2 * minute
/** A bot that has not had its turn by then will not answer: a person is to. */
const givenUpAfterMs = 10 * minute
/** So long nobody may have been told that somebody waits. */
const untoldAfterMs = 5 * minute
/** An outside bot that was asked and posts by itself has this long. */
const outsideAfterMs = 15 * minute
const most = 200

type Rescue = 'turn_queued' | 'given_to_people' | 'timer_set' | 'admins_told'
/** How often each was done. */
export type Rescues = Record<Rescue, number>

type Stranded = { workspace_id: string; id: string }

/**
 * Looks for contacts who wait though nothing and nobody would see to it any more, and sets them on their way again: a turn or
 * a timer whose job is lost, a bot that never gets its turn, a wait of which nobody was told. Of processes that
 * look at the same moment one goes on; what it does is safe to be done twice. Returns what it did.
 */
export async function rescueStranded(app: AppContext): Promise<Rescues> {
  const done: Rescues = { turn_queued: 0, given_to_people: 0, timer_set: 0, admins_told: 0 }
  for (const { workspace_id, id } of await findStranded(app)) {
    const rescues = await inWorkspace(app, workspace_id, async (work) => {
      const row = await findConversation(work, id, { lock: true })
      return row ? rescue(work, row) : []
    })
    for (const one of rescues) {
      done[one] += 1
      app.rescued[one] += 1
      app.log.warn(
        { conversationId: id, rescue: one },
        'a contact was waiting for nothing, and was helped on',
      )
    }
  }
  return done
}

/** Those to look at closely. What overdue timers are about comes first, then the longest wait. */
async function findStranded(app: AppContext): Promise<Stranded[]> {
  const now = app.clock().getTime()
  const before = (ms: number) => new Date(now - ms)
  return transact(app.db, '*', async (trx) => {
    const { rows: locked } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('baton rescue')) as mine`.execute(trx)
    if (!locked[0]?.mine) return []
    const { rows } = await sql<Stranded>`
      select workspace_id, id from conversation
      where workspace_id in (select id from workspace where demo_of is null)
        and ((waits_for = 'bot' and waits_since < ${before(lostAfterMs)})
          -- Who was told of is not looked at again, or a long queue would hide all others.
          or (waits_for = 'human' and waits_since < ${before(untoldAfterMs)} and not exists (
            select from notification
            where notification.workspace_id = conversation.workspace_id
              and notification.conversation_id = conversation.id
              and (notification.created_at >= conversation.waits_since or notification.read_at is null)))
          or (bot_status = 'asleep' and wakes_at < ${before(lostAfterMs)})
          or (status = 'snoozed' and snoozed_until < ${before(lostAfterMs)})
          or (open_handover->>'respondBy')::bigint < ${now - lostAfterMs})
      order by waits_since nulls first limit ${sql.lit(most)}`.execute(trx)
    return rows
  })
}

async function rescue(work: UnitOfWork, row: ConversationRow): Promise<Rescue[]> {
  const done: Rescue[] = []
  if (row.waits_for === 'bot') done.push(...(await rescueTurn(work, row)))
  done.push(...(await rescueTimers(work, row)))
  if (row.waits_for === 'human' && (await tellOfWait(work, row))) done.push('admins_told')
  return done
}

async function rescueTurn(work: UnitOfWork, row: ConversationRow): Promise<Rescue[]> {
  const waits = work.now.getTime() - (row.waits_since?.getTime() ?? work.now.getTime())
  const wasAsked = row.turn_seq >= row.last_contact_seq
  if (waits > (wasAsked ? outsideAfterMs : givenUpAfterMs)) {
    await changeControl(work, row, { type: 'bot_switched', botOn: false })
    await notifyAdmins(work, {
      about: 'bot_silent',
      conversationId: row.id,
      dedupeKey: `bot_silent:${row.id}:${row.last_contact_seq}`,
    })
    return ['given_to_people']
  }
  if (wasAsked || (await hasJob(work, 'bot_turn', row.id))) return []
  const { workspaceId } = work
  work.enqueue('bot_turn', {
    workspaceId,
    conversationId: row.id,
    epoch: row.epoch,
    seq: row.last_contact_seq,
  })
  return ['turn_queued']
}

async function rescueTimers(work: UnitOfWork, row: ConversationRow): Promise<Rescue[]> {
  const due = dueTimers(work, row)
  let isSet = false
  for (const timer of due) {
    if (await hasJob(work, 'control_timer', row.id, timer.timer)) continue
    work.enqueue('control_timer', timer)
    isSet = true
  }
  return isSet ? ['timer_set'] : []
}

function dueTimers({ workspaceId, now }: UnitOfWork, row: ConversationRow): JobData['control_timer'][] {
  const { bot, handover, snoozedUntil, epoch } = controlOf(row)
  const isLost = (at: number | null) => at !== null && at < now.getTime() - lostAfterMs
  const about = { workspaceId, conversationId: row.id }
  const due: JobData['control_timer'][] = []
  if (bot.status === 'asleep' && isLost(bot.wakesAt)) due.push({ ...about, timer: 'wake', epoch })
  if (row.status === 'snoozed' && isLost(snoozedUntil)) due.push({ ...about, timer: 'snooze' })
  if (handover && isLost(handover.respondBy))
    due.push({ ...about, timer: 'respond', handoverId: handover.id })
  return due
}

/** Somebody waits for a person, and no person was ever told of it. */
async function tellOfWait(work: UnitOfWork, row: ConversationRow): Promise<boolean> {
  const { db, workspaceId, now } = work
  if (!row.waits_since || row.waits_since.getTime() > now.getTime() - untoldAfterMs) return false
  const told = await db
    .selectFrom('notification')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', row.id)
    // One that was not read yet speaks of this wait, too.
    .where((where) => where.or([where('created_at', '>=', row.waits_since), where('read_at', 'is', null)]))
    .limit(1)
    .executeTakeFirst()
  if (told) return false
  await notifyAdmins(work, {
    about: 'unanswered',
    conversationId: row.id,
    dedupeKey: `unanswered:${row.id}:${row.waits_since.getTime()}`,
  })
  return true
}

/** Whether a job of a queue is still to be done for a conversation. */
async function hasJob(
  { db }: UnitOfWork,
  queue: 'bot_turn' | 'control_timer',
  conversationId: string,
  timer: string | null = null,
): Promise<boolean> {
  const { rows } = await sql`
    select from pgboss.job where name = ${queue} and state in ('created', 'retry', 'active')
      and data->>'conversationId' = ${conversationId}
      and (${timer}::text is null or data->>'timer' = ${timer}) limit 1`.execute(db)
  return rows.length > 0
}

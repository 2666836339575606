import { type Control, type Instant, waitsFor } from '@baton/handover'
import type { Selectable, Updateable } from 'kysely'
import type { ConversationTable } from '../database/schema/conversation.ts'

export type ConversationRow = Selectable<ConversationTable>

/** The control of a conversation, as the state machine knows it. */
export function controlOf(row: ConversationRow): Control {
  return {
    epoch: row.epoch,
    bot:
      row.bot_status === 'awake' || row.sleep_cause === null
        ? { status: 'awake' }
        : {
            status: 'asleep',
            cause: row.sleep_cause,
            since: toInstant(row.slept_at) ?? 0,
            wakesAt: toInstant(row.wakes_at),
            reactivation: row.reactivation,
          },
    botOn: row.bot_on,
    status: row.status,
    snoozedUntil: toInstant(row.snoozed_until),
    handover: row.open_handover,
    assigneeId: row.assignee_id,
    teamId: row.team_id,
    attempts: row.attempts,
    watermark: row.watermark,
    botMessages: row.bot_messages,
    lastSeq: row.last_seq,
    lastContactSeq: row.last_contact_seq,
    answeredSeq: row.answered_seq,
    turnSeq: row.turn_seq,
    waitingSince: toInstant(row.contact_waits_since),
  }
}

/** Control as columns, with what the views are ordered by. */
export function columnsOf(control: Control) {
  const { bot, handover } = control
  const asleep = bot.status === 'asleep' ? bot : null
  const waits = waitsFor(control)
  return {
    epoch: control.epoch,
    bot_status: bot.status,
    sleep_cause: asleep?.cause ?? null,
    slept_at: toDate(asleep?.since),
    wakes_at: toDate(asleep?.wakesAt),
    reactivation: asleep?.reactivation ? JSON.stringify(asleep.reactivation) : null,
    bot_on: control.botOn,
    status: control.status,
    snoozed_until: toDate(control.snoozedUntil),
    open_handover: handover ? JSON.stringify(handover) : null,
    assignee_id: control.assigneeId,
    team_id: control.teamId,
    attempts: control.attempts,
    watermark: control.watermark,
    bot_messages: control.botMessages,
    last_seq: control.lastSeq,
    last_contact_seq: control.lastContactSeq,
    answered_seq: control.answeredSeq,
    turn_seq: control.turnSeq,
    contact_waits_since: toDate(control.waitingSince),
    waits_for: waits,
    waits_since: waits === 'nobody' ? null : toDate(control.waitingSince ?? handover?.since),
  } satisfies Updateable<ConversationTable>
}

function toInstant(date: Date | null): Instant | null {
  return date ? date.getTime() : null
}

function toDate(instant: Instant | null | undefined): Date | null {
  return instant === null || instant === undefined ? null : new Date(instant)
}

import { waitsFor } from '@baton/handover'
import type { UnitOfWork } from '../context.ts'
import { type ConversationRow, controlOf } from '../conversation/control.ts'
import { notifyOwner } from '../notification/notify.ts'

/** So long before the bot wakes whoever has the conversation is told, if the contact still waits for them. */
export const warnBeforeMs = 5 * 60_000

/**
 * Tells that the bot wakes soon and the contact has no answer yet: the assignee, or those who were called. Once for each wake; a
 * wake that was put off meanwhile has a warning of its own.
 */
export async function warnOfWake(work: UnitOfWork, row: ConversationRow, epoch: number): Promise<void> {
  const control = controlOf(row)
  const { bot } = control
  if (bot.status !== 'asleep' || bot.wakesAt === null || control.epoch !== epoch) return
  if (waitsFor(control) !== 'human') return
  const left = bot.wakesAt - work.now.getTime()
  if (left <= 0 || left > 2 * warnBeforeMs) return
  await notifyOwner(work, control, {
    about: 'wakes_soon',
    dedupeKey: `wakes_soon:${row.id}:${bot.wakesAt}`,
    conversationId: row.id,
    handoverId: control.handover?.id ?? null,
    isUrgent: true,
  })
}

import { type Control, waitsFor } from '../src/index.ts'
import { broken } from './broken.ts'
import type { World } from './world.ts'

/** What must be so after every event that counted. */
export function holdInvariants(world: World, before: Control): void {
  effectsTellAll(world)
  numbersAgree(world, before)
  personIsTold(world)
  wakeIsSure(world)
  nobodyIsForgotten(world)
  watermarkHolds(world, before)
}

/** Whoever does the effects knows all of control that others see. */
function effectsTellAll({ control, asleep, handover, owner }: World): void {
  if ((control.bot.status === 'asleep') !== asleep)
    broken('Effects', 'the bot changed its state without an effect')
  if (control.handover?.id !== handover?.id) broken('Effects', 'a handover came or went without an effect')
  if (control.handover?.status !== handover?.status) broken('Effects', 'a handover changed without an effect')
  if (control.assigneeId !== owner.userId || control.teamId !== owner.teamId)
    broken('Effects', 'the conversation was assigned without an effect')
}

function numbersAgree({ control, lastSeq, newestSeq, owedSince }: World, before: Control): void {
  if (control.lastSeq !== lastSeq || control.lastContactSeq !== newestSeq)
    broken('Numbers', 'messages were miscounted')
  if (control.answeredSeq > newestSeq || control.turnSeq > newestSeq || control.watermark > lastSeq)
    broken('Numbers', 'a mark stands at a message that is not there')
  if (control.epoch < before.epoch) broken('I1', 'the epoch fell')
  if (control.waitingSince !== owedSince)
    broken('R16', 'the contact waits since another moment than control says')
  if ((owedSince === null) !== control.answeredSeq >= newestSeq)
    broken('R16', 'what was answered is not what control says')
}

function personIsTold({ handover, ownerKnows }: World): void {
  if (handover && !ownerKnows) broken('I4', 'an open handover has nobody who was told')
}

/** A bot that is to wake has a timer that will wake it; one that was told to stop has none. */
function wakeIsSure({ control: { bot, epoch }, wakeTimer, countedFrom, optedOut }: World): void {
  const wakesAt = bot.status === 'asleep' ? bot.wakesAt : null
  if (wakesAt !== null && (wakeTimer?.at !== wakesAt || wakeTimer.epoch !== epoch))
    broken('I5', 'the bot sleeps until a time for which no timer is set')
  if (
    bot.status === 'asleep' &&
    bot.reactivation &&
    wakesAt !== countedFrom + bot.reactivation.minutes * 60_000
  )
    broken('R7', 'the time until the bot wakes is counted from the wrong moment')
  if (!optedOut) return
  if (bot.status === 'awake' || bot.cause !== 'opt_out') broken('R17', 'an opt-out was forgotten')
  if (wakesAt !== null) broken('I5', 'a bot that the contact told to stop would wake by itself')
}

function nobodyIsForgotten(world: World): void {
  const { control, newestSeq, queued, yielded } = world
  const owed = world.owedSince !== null
  const waits = waitsFor(control)
  if (control.status === 'resolved' && owed) broken('I6', 'a message that nobody answered stands as resolved')
  if (world.handover?.status === 'waiting' && waits !== 'human')
    broken('I6', 'a handover waits outside of Needs a human')
  if (!owed) {
    if (waits !== 'nobody' && world.handover?.status !== 'waiting')
      broken('I6', `${waits} is waited for, but nobody is owed an answer`)
    return
  }
  if (waits === 'human') return
  if (waits === 'nobody') broken('I6', 'a message was forgotten')
  const queuedNow =
    queued.epoch === control.epoch && queued.readUpTo === newestSeq && control.turnSeq < newestSeq
  const yieldedNow = yielded.epoch === control.epoch && yielded.readUpTo === newestSeq
  if (!queuedNow && !yieldedNow) broken('I6', 'the bot is waited for, but has no turn')
}

function watermarkHolds({ control, queued, flaggedSeq }: World, before: Control): void {
  if (control.watermark < before.watermark) broken('I7', 'the watermark fell')
  const woke = before.bot.status === 'asleep' && control.bot.status === 'awake'
  if (woke && control.attempts + control.botMessages > 0)
    broken('R15', 'a wake did not start the counts anew')
  const isNew = queued.epoch === control.epoch && control.epoch !== before.epoch
  if (isNew && queued.readUpTo <= control.watermark && queued.readUpTo !== flaggedSeq)
    broken('I7', 'a wake gave the bot a turn for what stands before the watermark')
}

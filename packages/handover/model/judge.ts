import type { Advance } from '../src/index.ts'
import { broken } from './broken.ts'
import { holdInvariants } from './hold.ts'
import { settle } from './settle.ts'
import { takeEffect } from './take-effect.ts'
import type { Happening, World } from './world.ts'

/**
 * Takes in what the state machine made of a happening, and throws `Broken` where a rule does not hold. Judges
 * by what went in and what came out.
 */
export function judge(world: World, happening: Happening, result: Advance): void {
  const before = world.control
  world.now = happening.at
  if (result.refused !== undefined) {
    judgeRefusal(world, happening, result)
    return
  }
  admit(world, happening)
  numberMessage(world, happening)
  for (const effect of result.effects) takeEffect(world, happening.event, effect)
  world.control = result.control
  settle(world, happening.event, before)
  holdInvariants(world, before)
}

/** A refused event changes nothing, and what is due is not refused. */
function judgeRefusal(world: World, { event, turn, timer }: Happening, result: Advance): void {
  if (result.control !== world.control) broken('Refusal', 'a refused event gave a new control')
  if (result.effects.length > 0) broken('Refusal', 'a refused event had effects')
  if (event.type === 'wake_timer' && timer === world.wakeTimer && world.now >= timer.at)
    broken('I5', `a due wake was refused as ${result.refused}`)
  if (event.type !== 'bot_turn' || result.refused === 'handover_open') return
  if (result.refused === 'message_cap') {
    if (world.answersSinceWake < event.messageCap) broken('R3', 'the cap was reached too early')
    return
  }
  const { queued, yielded, newestSeq } = world
  const expected = queued.changes === world.changes && queued.readUpTo === newestSeq && !world.asleep
  const open = world.owedSince !== null && yielded.readUpTo !== newestSeq
  if (expected && open && turn.changes === world.changes && turn.readUpTo === newestSeq)
    broken('I6', `the turn that the contact waits for was refused as ${result.refused}`)
}

/** What must have been so before the event for it to count. */
function admit(world: World, { event, turn, timer, at }: Happening): void {
  switch (event.type) {
    case 'bot_turn':
      if (world.asleep) broken('I1', 'a turn of the bot counted while it slept')
      if (turn.changes !== world.changes) broken('I1', 'a turn counted that began under another control')
      if (event.readUpTo === null) return
      if (event.readUpTo !== world.newestSeq)
        broken('I1', 'a turn counted that had not read the newest message')
      if (event.readUpTo <= world.botAnsweredSeq) broken('I1', 'the bot answered the same message twice')
      if (event.readUpTo <= world.control.watermark && event.readUpTo !== world.flaggedSeq)
        broken('I7', 'a turn counted for a message at or before the watermark')
      return
    case 'wake_timer':
      if (!world.wakeTimer) broken('I5', 'a timer woke the bot, though none was set')
      if (timer.changes !== world.changes) broken('I5', 'a timer woke the bot under another control')
      if (at < world.wakeTimer.at) broken('I5', 'a timer woke the bot before its time')
      return
    case 'respond_timer':
      if (at < timer.at) broken('R7', 'a response target was missed before its time')
      if (world.handover?.id !== timer.handoverId)
        broken('R7', 'a target was missed for a handover that is over')
      if (world.handover.status === 'claimed') broken('R7', 'a target was missed though a person had come')
      return
    case 'snooze_timer':
      if (world.control.status !== 'snoozed') broken('R21', 'a conversation came back that was not snoozed')
      if (at < (world.control.snoozedUntil ?? 0)) broken('R21', 'a conversation came back before its time')
      return
    case 'resolve':
      world.changes += 1
      return
    case 'bot_switched':
      if (!event.botOn && !world.asleep) world.changes += 1
  }
}

/** Counts the messages that are events. Those of the bot are effects. */
function numberMessage(world: World, { event }: Happening): void {
  if (event.type !== 'contact_wrote' && event.type !== 'user_replied' && event.type !== 'note_written') return
  world.lastSeq += 1
  if (event.type === 'contact_wrote') world.newestSeq = world.lastSeq
}

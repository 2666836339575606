import { type Control, type Event, type HandoverPlan, remindEvery } from '../src/index.ts'
import { broken } from './broken.ts'
import type { World } from './world.ts'

/** What an event means beyond its effects, once it has counted. */
export function settle(world: World, event: Event, before: Control): void {
  switch (event.type) {
    case 'contact_wrote':
      contactWrote(world, event.optOut)
      return
    case 'bot_turn':
      if (event.outcome.do === 'hand_over') settleHandover(world, event.outcome.plan, before)
      if (event.outcome.do === 'wait')
        world.yielded = { epoch: event.epoch, readUpTo: world.newestSeq, changes: world.changes }
      if (event.outcome.do === 'let_be') world.owedSince = null
      if (event.outcome.do === 'stop_loop' && !world.asleep) broken('R17', 'a bot in a loop goes on')
      return
    case 'hand_over':
      settleHandover(world, event.plan, before)
      return
    case 'asked_again':
      askedAgain(world)
      return
    case 'user_replied':
      world.owedSince = null
      if (before.bot.status === 'asleep' && before.bot.reactivation?.countFrom === 'last_user_message')
        world.countedFrom = world.now
      actorActed(world, event.by.userId)
      if (event.sleepBot && !world.asleep) broken('R3', 'the bot stayed awake beside the person who wrote')
      return
    case 'take_over':
      actorActed(world, event.by.userId)
      if (!world.asleep || world.wakeTimer)
        broken('R13', 'a bot that was taken over may speak again by itself')
      return
    case 'claim':
      actorActed(world, event.userId)
      if (!world.asleep && !before.handover?.flagOnly) broken('R13', 'the bot talks over who claimed')
      return
    case 'sleep':
      if (!world.asleep) broken('R13', 'the bot was put to sleep and is awake')
      return
    case 'hand_back':
      // The person decides that what led to the handover is dealt with.
      if (world.newestSeq <= world.beganAt) world.owedSince = null
      world.optedOut = false
      if (world.asleep || world.handover)
        broken('R13', 'a conversation that was handed back is not with the bot')
      return
    case 'wake':
      world.optedOut = false
      if (world.asleep) broken('R13', 'the bot was woken and sleeps')
      return
    case 'resolve':
      world.owedSince = null
      world.flaggedSeq = 0
      world.answersSinceWake = 0
      if (world.handover) broken('R13', 'a resolved conversation is still handed over')
  }
}

function contactWrote(world: World, optOut: boolean): void {
  if (!optOut) {
    world.owedSince ??= world.now
    return
  }
  world.optedOut = true
  // The word wants no answer. What came before it is dropped with it, but not a person who was promised.
  if (!world.handover) world.owedSince = null
}

/** R11: each step of a handover exactly as its plan says. */
function settleHandover(world: World, plan: HandoverPlan, before: Control): void {
  const { handover } = world
  if (handover?.id !== plan.handoverId) broken('I2', 'a handover that counted did not begin')
  const spoke = plan.pauseBot && plan.finalMessage !== null && before.bot.status === 'awake'
  if (handover.finals !== Number(spoke)) broken('R11', 'the final message was not as planned')
  if (handover.tasks !== Number(plan.task !== null)) broken('R11', 'the task was not as planned')
  if (handover.tags !== Number(plan.tags.length > 0)) broken('R11', 'the tags were not as planned')
  if (plan.pauseBot && !world.asleep) broken('R11', 'the bot was not paused')
  if (plan.pauseBot && world.control.turnSeq < world.newestSeq)
    broken('I7', 'a handover left the turn open that it was about')
  if (world.owner.userId !== plan.placement.userId) broken('R11', 'the conversation was assigned to another')
  world.beganAt = world.lastSeq
  world.countedFrom = world.now
}

function askedAgain({ handover, now }: World): void {
  if (!handover) broken('R14', 'a reminder without a handover')
  if (now - handover.remindedAt < remindEvery) broken('R14', 'two reminders within ten minutes')
  handover.remindedAt = now
}

function actorActed(world: World, userId: string | null): void {
  if (userId !== null && userId === world.owner.userId) world.ownerKnows = true
}

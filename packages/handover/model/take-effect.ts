import type { Effect, Event } from '../src/index.ts'
import { broken } from './broken.ts'
import { type KnownHandover, keepTimer, keepTurn, type World } from './world.ts'

type Of<D extends Effect['do']> = Extract<Effect, { do: D }>

/** Does an effect to the world, and throws where it must not happen. */
export function takeEffect(world: World, event: Event, effect: Effect): void {
  switch (effect.do) {
    case 'queue_turn':
      if (effect.seq !== world.newestSeq)
        broken('I6', 'a turn was queued for another than the newest message')
      keepTurn(world, effect.epoch, effect.seq)
      return
    case 'send_bot_message':
      sendBotMessage(world, event, effect)
      return
    case 'open_handover':
      openHandover(world, effect)
      return
    case 'claim_handover':
      pass(opened(world, effect.handoverId), 'claimed')
      return
    case 'release_handover':
      pass(opened(world, effect.handoverId), 'waiting')
      return
    case 'close_handover':
      opened(world, effect.handoverId)
      if (effect.outcome === 'superseded' && world.asleep)
        broken('I2', 'a handover began while the bot slept through another')
      world.handover = null
      if (world.asleep) world.flaggedSeq = 0
      return
    case 'assign':
      world.owner = { userId: effect.userId, teamId: effect.teamId }
      world.ownerKnows = false
      if (world.handover && isBeginning(event))
        once(++world.handover.assignments, 'assigned the conversation')
      return
    case 'create_task':
      once(++opened(world, effect.handoverId).tasks, 'made its task')
      return
    case 'add_tags':
      if (world.handover) once(++world.handover.tags, 'put on its tags')
      if (new Set(effect.tags).size < effect.tags.length) broken('I2', 'a tag was put on twice')
      return
    case 'notify':
      notify(world, effect)
      return
    case 'sleep':
      changeControl(world)
      world.asleep = true
      return
    case 'wake':
      if (!world.asleep) broken('I5', 'the bot was woken while it was awake')
      changeControl(world)
      world.asleep = false
      world.answersSinceWake = 0
      return
    case 'set_timer':
      keepTimer(world, effect)
  }
}

/** Whatever is underway, a turn or a wake, is void from here on. */
function changeControl(world: World): void {
  world.changes += 1
  world.wakeTimer = null
}

function sendBotMessage(world: World, event: Event, effect: Of<'send_bot_message'>): void {
  if (world.asleep) broken('I3', `a message of the bot (${effect.role}) was sent while it slept`)
  if (effect.epoch !== world.control.epoch) broken('I1', 'a message of the bot was sent under another epoch')
  world.lastSeq += 1
  if (effect.seq !== world.lastSeq) broken('I1', 'a message of the bot has the wrong number')
  if (effect.role === 'final') {
    once(++opened(world, effect.handoverId).finals, 'sent its final message')
    return
  }
  if (event.type !== 'bot_turn') broken('I1', 'the bot answered without a turn')
  world.answersSinceWake += 1
  if (world.answersSinceWake > event.messageCap) broken('R3', 'the bot went over its cap')
  world.botAnsweredSeq = world.newestSeq
  world.owedSince = null
}

function openHandover(world: World, { plan }: Of<'open_handover'>): void {
  if (world.handover) broken('I2', 'a handover began while another was open')
  world.handover = {
    id: plan.handoverId,
    status: 'waiting',
    finals: 0,
    tasks: 0,
    tags: 0,
    assignments: 0,
    told: [],
    remindedAt: Number.NEGATIVE_INFINITY,
  }
  world.handoversBegun += 1
  world.ownerKnows = false
  world.flaggedSeq = plan.pauseBot ? 0 : world.newestSeq
  // The contact was promised a person: whatever it was told before, it waits for one.
  if (plan.pauseBot && world.newestSeq > 0) world.owedSince ??= world.now
}

/** Keeps who knows of the handover. A team may be empty, so it counts only where somebody chose it by hand. */
function notify(world: World, { about, handoverId, audience }: Of<'notify'>): void {
  const { userId } = world.owner
  if (audience.to === 'user' ? audience.userId === userId : userId === null)
    world.ownerKnows ||= audience.to !== 'team' || about === 'assigned'
  if (handoverId === null) return
  const handover = opened(world, handoverId)
  if (about !== 'handover' && about !== 'target_missed') return
  const told = `${about} ${audience.to}`
  if (handover.told.includes(told)) broken('I2', `the same was told twice: ${told}`)
  handover.told.push(told)
}

function opened({ handover }: World, id: string): KnownHandover {
  if (handover?.id !== id) broken('I2', `something was done for ${id}, which is not open`)
  return handover
}

function pass(handover: KnownHandover, status: KnownHandover['status']): void {
  if (handover.status === status) broken('I2', `a handover that was ${status} became ${status} once more`)
  handover.status = status
}

function once(times: number, what: string): void {
  if (times > 1) broken('I2', `a handover ${what} more than once`)
}

/** Whether an event is one that begins handovers. */
function isBeginning(event: Event): boolean {
  return event.type === 'bot_turn' || event.type === 'hand_over'
}

import { beginHandover } from './begin-handover.ts'
import type { Control, Instant, SleepCause } from './control.ts'
import type { Effect, Event, Refusal } from './events.ts'
import {
  assignTo,
  claimFor,
  markAnswered,
  minute,
  nextSeq,
  ownerOf,
  putToSleep,
  type Step,
  setWakeTimer,
  silenceFor,
  tell,
} from './step.ts'
import { closeHandover, leaveHandoverAtWake, wakeBot } from './wake-bot.ts'

/** A contact who asks again reminds whoever should come, but not more often than this. */
export const remindEvery = 10 * minute

/** The bot stays asleep through a resolve when somebody meant it to: these causes say so. */
const outlastsResolve: ReadonlySet<SleepCause> = new Set<SleepCause>(['manual', 'api', 'opt_out'])

export type Advance =
  | { control: Control; effects: Effect[]; refused?: undefined }
  | { control: Control; effects: []; refused: Refusal }

/**
 * The rule book. Takes the control of one conversation and something that happened, and gives the new control
 * and what must be done about it, in order. Pure: the same input gives the same result, the input is not
 * changed. A refused event changes nothing.
 *
 * The caller locks the conversation, and commits control and effects together or not at all.
 */
export function advance(control: Control, event: Event, now: Instant): Advance {
  const step: Step = { control: { ...control }, effects: [], now }
  const refused = apply(step, event)
  if (refused) return { control, effects: [], refused }
  return { control: step.control, effects: step.effects }
}

function apply(step: Step, event: Event): Refusal | undefined {
  switch (event.type) {
    case 'contact_wrote':
      return contactWrote(step, event)
    case 'bot_turn':
      return botTurn(step, event)
    case 'bot_switched':
      return botSwitched(step, event)
    case 'asked_again':
      return askedAgain(step)
    case 'user_replied':
      return userReplied(step, event)
    case 'note_written':
      nextSeq(step)
      return undefined
    case 'hand_over':
      return beginHandover(step, event.plan)
    case 'take_over':
      return takeOver(step, event)
    case 'claim':
      return claim(step, event)
    case 'assign':
      return assign(step, event)
    case 'hand_back':
      return handBack(step)
    case 'sleep':
      return sleep(step, event)
    case 'wake':
      return wake(step)
    case 'wake_timer':
      return wakeTimer(step, event)
    case 'respond_timer':
      return respondTimer(step, event)
    case 'resolve':
      return resolve(step)
    case 'reopen':
      return open(step)
    case 'snooze':
      return snooze(step, event)
    case 'snooze_timer':
      return snoozeTimer(step)
  }
}

type Of<T extends Event['type']> = Extract<Event, { type: T }>

function contactWrote(step: Step, event: Of<'contact_wrote'>): undefined {
  const { control, effects, now } = step
  const owed = control.handover !== null && control.lastContactSeq > control.answeredSeq
  open(step)
  control.lastContactSeq = nextSeq(step)
  control.botOn = event.botOn
  if (event.optOut) {
    putToSleep(step, { cause: 'opt_out', wakesAt: null, reactivation: null })
    // The word itself wants no answer. A person who was promised is still owed.
    if (!owed) markAnswered(step)
    return
  }
  control.waitingSince ??= now
  // While the bot sleeps through a handover the turn only looks whether the contact asks again.
  if (event.botOn && (control.bot.status === 'awake' || control.handover))
    effects.push({ do: 'queue_turn', epoch: control.epoch, seq: control.lastContactSeq })
}

function botTurn(step: Step, event: Of<'bot_turn'>): Refusal | undefined {
  const { control, effects } = step
  const { outcome, readUpTo } = event
  if (control.bot.status === 'asleep') return 'bot_asleep'
  if (event.epoch !== control.epoch) return 'stale_epoch'
  if (readUpTo !== null && readUpTo < control.lastContactSeq) return 'newer_message'
  if (readUpTo !== null && readUpTo <= control.turnSeq) return 'already_answered'
  // Whoever was promised a person is still owed one.
  if (outcome.do === 'let_be' && control.handover) return 'handover_open'
  // A flag may have dealt with these attempts in this very turn: they do not count once more.
  if (control.lastContactSeq > control.watermark) control.attempts = event.attempts

  // A flag leaves the turn open: the bot still has to answer.
  if (outcome.do === 'hand_over') return beginHandover(step, outcome.plan)
  if (outcome.do === 'answer') {
    if (control.botMessages >= event.messageCap) return 'message_cap'
    control.botMessages += 1
    effects.push({
      do: 'send_bot_message',
      seq: nextSeq(step),
      epoch: control.epoch,
      text: outcome.text,
      role: 'answer',
    })
    markAnswered(step)
  }
  if (outcome.do === 'let_be') markAnswered(step)
  control.turnSeq = control.lastContactSeq
  if (outcome.do === 'stop_loop') putToSleep(step, { cause: 'loop', wakesAt: null, reactivation: null })
  return undefined
}

/**
 * A bot that is off says nothing, so what it is writing is dropped. What was written while it was off waits for
 * a person, and keeps doing so when it is on again: the bot goes on with the contact's next message.
 */
function botSwitched({ control }: Step, { botOn }: Of<'bot_switched'>): Refusal | undefined {
  if (control.botOn === botOn) return 'no_change'
  if (botOn && control.lastContactSeq > control.answeredSeq) return 'no_change'
  control.botOn = botOn
  if (!botOn && control.bot.status === 'awake') control.epoch += 1
  return undefined
}

function askedAgain(step: Step): Refusal | undefined {
  const { control, now } = step
  const handover = control.handover
  if (!handover) return 'no_handover'
  if (handover.remindedAt !== null && now - handover.remindedAt < remindEvery) return 'no_change'
  control.handover = { ...handover, remindedAt: now }
  tell(step, 'asked_again', handover.id)
  return undefined
}

function userReplied(step: Step, { by, sleepBot }: Of<'user_replied'>): undefined {
  const { control, now } = step
  open(step)
  nextSeq(step)
  markAnswered(step)
  const claimed = claimFor(step, by)
  if (by.userId && (claimed || !control.assigneeId)) assignTo(step, by.userId, control.teamId)
  if (control.bot.status === 'awake') {
    if (sleepBot) putToSleep(step, { cause: 'user_message', wakesAt: null, reactivation: null })
    return
  }
  const { reactivation } = control.bot
  if (reactivation?.countFrom !== 'last_user_message') return
  control.bot = { ...control.bot, wakesAt: now + reactivation.minutes * minute }
  setWakeTimer(step)
}

function takeOver(step: Step, { by }: Of<'take_over'>): undefined {
  open(step)
  silenceFor(step, by)
  claimFor(step, by)
  if (by.userId) assignTo(step, by.userId, step.control.teamId)
}

function claim(step: Step, { userId }: Of<'claim'>): Refusal | undefined {
  const { control } = step
  if (!control.handover) return 'no_handover'
  const bot = control.bot.status
  if (!claimFor(step, { userId })) return control.assigneeId === userId ? 'no_change' : 'already_claimed'
  // The bot woke before anybody came: whoever comes now should not be talked over.
  if (bot === 'awake' && !control.handover.flagOnly) silenceFor(step, { userId })
  assignTo(step, userId, control.teamId)
  return undefined
}

function assign(step: Step, { userId, teamId }: Of<'assign'>): Refusal | undefined {
  const { control, effects } = step
  if (control.assigneeId === userId && control.teamId === teamId) return 'no_change'
  assignTo(step, userId, teamId)
  const handoverId = control.handover?.id ?? null
  const audience = ownerOf(control) ?? (handoverId ? { to: 'admins' as const } : null)
  if (audience) effects.push({ do: 'notify', about: 'assigned', handoverId, audience })
  return undefined
}

function handBack(step: Step): Refusal | undefined {
  const { control } = step
  if (control.bot.status === 'awake' && !control.handover) return 'bot_awake'
  // The person decides that the bot goes on: what led to the handover is dealt with.
  control.answeredSeq = Math.max(control.answeredSeq, Math.min(control.watermark, control.lastContactSeq))
  if (control.lastContactSeq <= control.answeredSeq) control.waitingSince = null
  closeHandover(step, 'handed_back')
  if (control.bot.status === 'asleep') wakeBot(step)
  return undefined
}

function sleep(step: Step, { by, until }: Of<'sleep'>): undefined {
  const { bot } = step.control
  const cause = bot.status === 'asleep' ? bot.cause : by.userId ? 'manual' : 'api'
  putToSleep(step, { cause, wakesAt: until, reactivation: null })
}

function wake(step: Step): Refusal | undefined {
  if (step.control.bot.status === 'awake') return 'bot_awake'
  leaveHandoverAtWake(step)
  wakeBot(step)
  return undefined
}

function wakeTimer(step: Step, { epoch }: Of<'wake_timer'>): Refusal | undefined {
  const { bot } = step.control
  if (bot.status === 'awake') return 'bot_awake'
  if (epoch !== step.control.epoch) return 'stale_epoch'
  if (bot.wakesAt === null || step.now < bot.wakesAt) return 'not_due'
  return wake(step)
}

function respondTimer(step: Step, event: Of<'respond_timer'>): Refusal | undefined {
  const { control, now } = step
  const handover = control.handover
  if (handover?.id !== event.handoverId) return 'no_handover'
  if (handover.status === 'claimed') return 'already_claimed'
  if (handover.respondBy === null || now < handover.respondBy) return 'not_due'
  control.handover = { ...handover, respondBy: null }
  if (event.placement) assignTo(step, event.placement.userId, event.placement.teamId)
  tell(step, 'target_missed', handover.id)
  return undefined
}

function resolve(step: Step): Refusal | undefined {
  const { control } = step
  if (control.status === 'resolved') return 'no_change'
  control.status = 'resolved'
  control.snoozedUntil = null
  markAnswered(step)
  closeHandover(step, 'resolved')
  const stays = control.bot.status === 'asleep' && outlastsResolve.has(control.bot.cause)
  if (control.bot.status === 'asleep' && !stays) wakeBot(step)
  else control.epoch += 1
  if (stays) setWakeTimer(step)
  control.watermark = control.lastSeq
  control.attempts = 0
  control.botMessages = 0
  return undefined
}

function open({ control }: Step): Refusal | undefined {
  if (control.status === 'open') return 'no_change'
  control.status = 'open'
  control.snoozedUntil = null
  return undefined
}

function snooze({ control, effects }: Step, { until }: Of<'snooze'>): undefined {
  control.status = 'snoozed'
  control.snoozedUntil = until
  effects.push({ do: 'set_timer', timer: 'snooze', at: until })
}

function snoozeTimer(step: Step): Refusal | undefined {
  const { snoozedUntil } = step.control
  if (snoozedUntil === null || step.now < snoozedUntil) return 'not_due'
  return open(step)
}

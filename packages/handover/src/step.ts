import type { Control, Instant, Reactivation, SleepCause } from './control.ts'
import type { Actor, Audience, Effect, NotificationAbout } from './events.ts'

/** One transition while it is worked out: a copy of the control that rules may change, and its effects. */
export type Step = { control: Control; effects: Effect[]; now: Instant }

export const minute = 60_000

export function nextSeq(step: Step): number {
  step.control.lastSeq += 1
  return step.control.lastSeq
}

/** Counts everything the contact wrote so far as answered. */
export function markAnswered({ control }: Step): void {
  control.answeredSeq = control.lastContactSeq
  control.turnSeq = control.lastContactSeq
  control.waitingSince = null
}

/** Who has the conversation: the assignee, else the team. */
export function ownerOf({ assigneeId, teamId }: Control): Audience | null {
  if (assigneeId) return { to: 'user', userId: assigneeId }
  return teamId ? { to: 'team', teamId } : null
}

/**
 * Tells who should come. As long as no single person has it all admins are told, too: everyone in a team may
 * be away.
 */
export function tell({ control, effects }: Step, about: NotificationAbout, handoverId: string): void {
  const owner = ownerOf(control)
  if (owner) effects.push({ do: 'notify', about, handoverId, audience: owner })
  if (owner?.to !== 'user') effects.push({ do: 'notify', about, handoverId, audience: { to: 'admins' } })
}

type Sleep = { cause: SleepCause; wakesAt: Instant | null; reactivation: Reactivation | null }

const optedOut: Sleep = { cause: 'opt_out', wakesAt: null, reactivation: null }

/**
 * Puts the bot to sleep under a new epoch, so that whatever it is writing is dropped. A contact who opted out
 * stays opted out, whatever the newer reason: no timer wakes the bot, only a person does.
 */
export function putToSleep(step: Step, wanted: Sleep): void {
  const { control, effects, now } = step
  const before = control.bot.status === 'asleep' ? control.bot : null
  const sleep = before?.cause === 'opt_out' ? optedOut : wanted
  control.epoch += 1
  control.bot = { status: 'asleep', since: before?.since ?? now, ...sleep }
  effects.push({ do: 'sleep', cause: sleep.cause, wakesAt: sleep.wakesAt })
  setWakeTimer(step)
}

export function setWakeTimer({ control, effects }: Step): void {
  if (control.bot.status === 'asleep' && control.bot.wakesAt !== null)
    effects.push({ do: 'set_timer', timer: 'wake', at: control.bot.wakesAt, epoch: control.epoch })
}

/** A person, or an API key, silences the bot until somebody wakes it. A timer that ran is void. */
export function silenceFor(step: Step, by: Actor): void {
  putToSleep(step, { cause: by.userId ? 'take_over' : 'api', wakesAt: null, reactivation: null })
}

export function assignTo(step: Step, userId: string | null, teamId: string | null): void {
  const { control, effects } = step
  if (control.assigneeId === userId && control.teamId === teamId) return
  control.assigneeId = userId
  control.teamId = teamId
  effects.push({ do: 'assign', userId, teamId })
}

/** A waiting handover becomes the one of the person who acts. Says whether it was waiting. */
export function claimFor(step: Step, by: Actor): boolean {
  const { control, effects } = step
  if (control.handover?.status !== 'waiting') return false
  control.handover = { ...control.handover, status: 'claimed', respondBy: null }
  effects.push({ do: 'claim_handover', handoverId: control.handover.id, userId: by.userId })
  return true
}

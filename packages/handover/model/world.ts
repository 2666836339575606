import { type Control, type Effect, type Event, type Instant, initialControl } from '../src/index.ts'

/**
 * The world around one conversation, as far as it can be known from what went in and what came out: events,
 * and the effects they had. It never looks into the rules, so it can judge them.
 */
export type World = {
  control: Control
  now: Instant
  /** How often who may speak has changed. Stands beside the epoch and is counted on its own. */
  changes: number
  lastSeq: number
  /** The contact's newest message. */
  newestSeq: number
  /** Since when the contact waits for an answer. */
  owedSince: Instant | null
  asleep: boolean
  optedOut: boolean
  answersSinceWake: number
  /** The newest message of the contact that a turn of the bot has answered. */
  botAnsweredSeq: number
  handover: KnownHandover | null
  handoversBegun: number
  /** Number of the newest message when a handover last began. */
  beganAt: number
  /** The message whose turn a flag left open. 0: none. */
  flaggedSeq: number
  owner: { userId: string | null; teamId: string | null }
  /** Whoever should come for the open handover was told, or acted. */
  ownerKnows: boolean
  /** The turn that was queued last. */
  queued: Turn
  /** The turn that an outside bot has taken upon itself. */
  yielded: Turn
  /** From when the time until the bot wakes by itself is counted. */
  countedFrom: Instant
  /** The wake timer that holds. */
  wakeTimer: Timer | null
  /** What is on its way. It may come late, twice, or when nothing is left to do. */
  underway: { turns: Turn[]; wake: Timer[]; respond: Timer[]; snooze: Timer[] }
}

export type KnownHandover = {
  id: string
  status: 'waiting' | 'claimed'
  finals: number
  tasks: number
  tags: number
  assignments: number
  /** What was told to whom, where once is enough. */
  told: string[]
  remindedAt: Instant
}

/** A turn of the bot: what it has read, under which epoch, after how many changes. */
export type Turn = { epoch: number; readUpTo: number; changes: number }

export type Timer = { at: Instant; epoch: number; handoverId: string; changes: number }

/** Something that is about to happen, with the turn or the timer it comes from. */
export type Happening = { event: Event; at: Instant; turn: Turn; timer: Timer }

export const noTurn: Turn = { epoch: 0, readUpTo: 0, changes: -1 }
export const noTimer: Timer = { at: 0, epoch: 0, handoverId: '', changes: -1 }

const monday = Date.UTC(2026, 0, 5, 9)

export function newWorld(): World {
  return {
    control: initialControl(),
    now: monday,
    changes: 0,
    lastSeq: 0,
    newestSeq: 0,
    owedSince: null,
    asleep: false,
    optedOut: false,
    answersSinceWake: 0,
    botAnsweredSeq: 0,
    handover: null,
    handoversBegun: 0,
    beganAt: 0,
    flaggedSeq: 0,
    owner: { userId: null, teamId: null },
    ownerKnows: false,
    queued: noTurn,
    yielded: noTurn,
    countedFrom: monday,
    wakeTimer: null,
    underway: { turns: [], wake: [], respond: [], snooze: [] },
  }
}

type SetTimer = Extract<Effect, { do: 'set_timer' }>

/** Keeps a timer that was set. Only the latest few are kept, so that a step costs the same at any length. */
export function keepTimer(world: World, effect: SetTimer): void {
  const timer: Timer = { ...noTimer, at: effect.at, changes: world.changes }
  if (effect.timer === 'wake') {
    timer.epoch = effect.epoch
    world.wakeTimer = timer
  }
  if (effect.timer === 'respond') timer.handoverId = effect.handoverId
  keepLatest(world.underway[effect.timer], timer)
}

export function keepTurn(world: World, epoch: number, readUpTo: number): void {
  world.queued = { epoch, readUpTo, changes: world.changes }
  keepLatest(world.underway.turns, world.queued)
}

function keepLatest<T>(latest: T[], item: T): void {
  if (latest.length === 4) latest.shift()
  latest.push(item)
}

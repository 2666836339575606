import type { Actor, BotOutcome, Event, HandoverPlan, Placement, Reactivation } from '../src/index.ts'
import { type Happening, noTimer, noTurn, type Timer, type Turn, type World } from './world.ts'

/** Who answers: Baton's own bot, or an outside bot that may speak on its own account and is switched about. */
export const profiles = ['own_bot', 'outside_bot'] as const
export type Profile = (typeof profiles)[number]

const minute = 60_000

/** How often each event is drawn, of 64. The simplest comes first: failing sequences shrink towards it. */
const weights: Record<Profile, Partial<Record<Event['type'], number>>> = {
  own_bot: {
    contact_wrote: 12,
    bot_turn: 18,
    user_replied: 4,
    wake_timer: 6,
    claim: 3,
    hand_back: 3,
    wake: 3,
    asked_again: 2,
    respond_timer: 2,
    take_over: 1,
    hand_over: 2,
    sleep: 1,
    assign: 1,
    resolve: 1,
    snooze: 2,
    snooze_timer: 2,
    note_written: 1,
  },
  outside_bot: {
    contact_wrote: 12,
    bot_turn: 19,
    user_replied: 3,
    wake_timer: 6,
    claim: 3,
    hand_back: 3,
    bot_switched: 3,
    wake: 3,
    asked_again: 2,
    respond_timer: 2,
    take_over: 1,
    hand_over: 2,
    sleep: 1,
    assign: 1,
    resolve: 1,
    snooze: 1,
    reopen: 1,
  },
}

const slots: Record<Profile, Event['type'][]> = {
  own_bot: slotsOf(weights.own_bot),
  outside_bot: slotsOf(weights.outside_bot),
}

function slotsOf(weight: Partial<Record<Event['type'], number>>): Event['type'][] {
  const types = Object.keys(weight) as Event['type'][]
  return types.flatMap((type) => Array.from({ length: weight[type] ?? 0 }, () => type))
}

const passing = [0, 1_000, 30_000, minute, 9 * minute, 31 * minute, 2 * 60 * minute, 24 * 60 * minute]
const userIds = ['ann', 'ben', 'eve', null]
const sleeps = [null, minute, 30 * minute, 24 * 60 * minute]

const reactivations: (Reactivation | null)[] = [
  null,
  { minutes: 30, countFrom: 'last_user_message' },
  { minutes: 30, countFrom: 'handover' },
  { minutes: 600, countFrom: 'last_user_message' },
]
const queue: Placement = { userId: null, teamId: null, queued: true, trail: [] }
const placements: Placement[] = [
  { userId: 'ann', teamId: null, queued: false, trail: [] },
  { userId: 'ben', teamId: 'sales', queued: false, trail: [] },
  { userId: null, teamId: 'sales', queued: true, trail: [] },
  queue,
]
const tagLists = [['human_handover'], [], ['vip', 'late', 'vip'], ['late', 'human_handover']]
const task = { title: 'Call back', text: '', dueInMinutes: 60 }

/** The largest number that `draw` understands. */
export const largest = 2 ** 31 - 1

/**
 * Turns a number into something that happens next. Six bits choose the event, three how much time goes by,
 * the others its particulars, among them which turn or timer of those underway it comes from.
 */
export function draw(world: World, profile: Profile, number: number): Happening {
  const type = slots[profile][number & 63] ?? 'contact_wrote'
  const bits = number >>> 9
  const now = world.now + (passing[(number >>> 6) & 7] ?? 0)
  const happening: Happening = { event: { type: 'note_written' }, at: now, turn: noTurn, timer: noTimer }
  switch (type) {
    case 'bot_turn':
      happening.turn = drawTurn(world, bits)
      happening.event = drawBotTurn(world, profile, happening.turn, bits >>> 4)
      return happening
    case 'wake_timer':
      happening.timer = pick(world.underway.wake, bits) ?? noTimer
      happening.at = drawFiring(happening.timer, now, bits >>> 2)
      happening.event = { type, epoch: happening.timer.epoch }
      return happening
    case 'respond_timer':
      happening.timer = pick(world.underway.respond, bits) ?? noTimer
      happening.at = drawFiring(happening.timer, now, bits >>> 2)
      happening.event = {
        type,
        handoverId: happening.timer.handoverId,
        placement: bits & 16 ? (placements[(bits >>> 5) & 3] ?? null) : null,
      }
      return happening
    case 'snooze_timer':
      happening.timer = pick(world.underway.snooze, bits) ?? noTimer
      happening.at = drawFiring(happening.timer, now, bits >>> 2)
      happening.event = { type }
      return happening
    default:
      happening.event = drawEvent(world, type, now, bits)
      return happening
  }
}

type Plain = Exclude<Event['type'], 'bot_turn' | 'wake_timer' | 'respond_timer' | 'snooze_timer'>

function drawEvent(world: World, type: Plain, now: number, bits: number): Event {
  switch (type) {
    case 'contact_wrote':
      return { type, botOn: (bits & 15) !== 15, optOut: ((bits >>> 4) & 31) === 31 }
    case 'bot_switched':
      return { type, botOn: (bits & 1) === 1 }
    case 'user_replied':
      return { type, by: drawActor(bits), sleepBot: (bits & 12) !== 12 }
    case 'hand_over':
      return { type, plan: drawPlan(world, bits, 'handover') }
    case 'take_over':
      return { type, by: drawActor(bits) }
    case 'claim':
      return { type, userId: userIds[bits % 3] ?? 'ann' }
    case 'assign':
      return { type, userId: drawActor(bits).userId, teamId: bits & 4 ? 'sales' : null }
    case 'sleep': {
      const until = sleeps[(bits >>> 2) & 3] ?? null
      return { type, by: drawActor(bits), until: until === null ? null : now + until }
    }
    case 'snooze':
      return { type, until: now + minute }
    default:
      return { type }
  }
}

/** A turn that reads and ends at once, one that was underway, or one that was never there. */
function drawTurn(world: World, bits: number): Turn {
  const present = { epoch: world.control.epoch, readUpTo: world.newestSeq, changes: world.changes }
  if ((bits & 3) < 2) return present
  if ((bits & 3) === 2) return pick(world.underway.turns, bits >>> 2) ?? present
  return { ...noTurn, epoch: present.epoch - 1 + (bits & 4) / 2, readUpTo: present.readUpTo }
}

function drawBotTurn(world: World, profile: Profile, turn: Turn, bits: number): Event {
  const onItsOwn = profile === 'outside_bot' && (bits & 3) !== 3
  return {
    type: 'bot_turn',
    epoch: turn.epoch,
    readUpTo: onItsOwn ? null : turn.readUpTo,
    attempts: (bits >>> 2) & 1,
    messageCap: 3,
    outcome: drawOutcome(world, profile, bits >>> 2),
  }
}

function drawOutcome(world: World, profile: Profile, bits: number): BotOutcome {
  const kind = bits & 7
  if (kind === 7 && profile === 'outside_bot') return { do: 'wait' }
  if (kind === 4 && (bits & 0x38) === 0) return { do: 'let_be' }
  if (kind === 4 && (bits & 0x30) === 0x10) return { do: 'stop_loop' }
  if (kind < 5) return { do: 'answer', text: 'An answer.' }
  return { do: 'hand_over', plan: drawPlan(world, bits >>> 3, kind === 5 ? 'handover' : 'message_cap') }
}

function drawPlan(world: World, bits: number, cause: HandoverPlan['cause']): HandoverPlan {
  return {
    handoverId: `handover-${world.handoversBegun + 1}`,
    scenarioId: null,
    cause,
    pauseBot: (bits & 3) !== 3,
    placement: placements[(bits >>> 2) & 3] ?? queue,
    reactivation: reactivations[(bits >>> 4) & 3] ?? null,
    responseTarget: bits & 64 ? { minutes: 5 } : null,
    finalMessage: (bits & 384) === 384 ? null : 'Someone from the team will get back to you.',
    task: bits & 512 ? task : null,
    tags: tagLists[(bits >>> 10) & 3] ?? [],
  }
}

function drawActor(bits: number): Actor {
  return { userId: userIds[bits & 3] ?? null }
}

/** A timer comes on time, a moment too early, or whenever it happens to be now. */
function drawFiring(timer: Timer, now: number, bits: number): number {
  if ((bits & 3) === 3) return now
  return Math.max(now, timer.at - ((bits & 3) === 2 ? 1 : 0))
}

/** Mostly the latest. */
function pick<T>(among: T[], bits: number): T | undefined {
  return among.at((bits & 2) === 0 ? -1 : -(bits & 3)) ?? among.at(-1)
}

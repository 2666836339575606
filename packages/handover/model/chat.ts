import {
  type Advance,
  advance,
  type Control,
  type Effect,
  type Event,
  type HandoverPlan,
  type Instant,
  initialControl,
  type Placement,
} from '../src/index.ts'

export const minute = 60_000

type BotTurn = Extract<Event, { type: 'bot_turn' }>

/** One conversation that a test tells step by step. It keeps control and the clock. */
export class Chat {
  control: Control = initialControl()
  now: Instant = Date.UTC(2026, 0, 5, 9)

  later(minutes: number): void {
    this.now += minutes * minute
  }

  happens(event: Event): Advance {
    const result = advance(this.control, event, this.now)
    this.control = result.control
    return result
  }

  contactWrites(how: { botOn?: boolean; optOut?: boolean } = {}): Advance {
    return this.happens({ type: 'contact_wrote', botOn: true, optOut: false, ...how })
  }

  /** A turn that has read everything, under the present epoch, unless it says otherwise. */
  botTurn(turn: Partial<BotTurn>): Advance {
    return this.happens({
      type: 'bot_turn',
      epoch: this.control.epoch,
      readUpTo: this.control.lastContactSeq,
      attempts: 0,
      messageCap: 75,
      outcome: { do: 'wait' },
      ...turn,
    })
  }

  botAnswers(turn: Partial<BotTurn> = {}): Advance {
    return this.botTurn({ outcome: { do: 'answer', text: 'An answer.' }, ...turn })
  }

  botHandsOver(plan: Partial<HandoverPlan> = {}, turn: Partial<BotTurn> = {}): Advance {
    return this.botTurn({ outcome: { do: 'hand_over', plan: planned(plan) }, ...turn })
  }

  userReplies(userId: string | null = 'ann', sleepBot = true): Advance {
    return this.happens({ type: 'user_replied', by: { userId }, sleepBot })
  }

  takesOver(userId: string | null = 'ann'): Advance {
    return this.happens({ type: 'take_over', by: { userId } })
  }

  wakeTimerFires(epoch = this.control.epoch): Advance {
    return this.happens({ type: 'wake_timer', epoch })
  }
}

export const toAnn: Placement = { userId: 'ann', teamId: null, queued: false, trail: [] }
export const toQueue: Placement = { userId: null, teamId: null, queued: true, trail: [] }
export const toSales: Placement = { userId: null, teamId: 'sales', queued: true, trail: [] }

/** A handover to Ann that pauses the bot, and nothing more unless it is said. */
export function planned(plan: Partial<HandoverPlan> = {}): HandoverPlan {
  return {
    handoverId: 'handover-1',
    scenarioId: 'scenario-1',
    cause: 'handover',
    finalMessage: 'Thank you! Someone from the team will get back to you.',
    pauseBot: true,
    reactivation: null,
    task: null,
    tags: [],
    responseTarget: null,
    placement: toAnn,
    ...plan,
  }
}

/** A chat in which the contact wrote and the bot handed over. */
export function handedOver(plan: Partial<HandoverPlan> = {}): Chat {
  const chat = new Chat()
  chat.contactWrites()
  chat.botHandsOver(plan)
  return chat
}

/** The effects of one kind, in order. */
export function effectsOf<D extends Effect['do']>(
  { effects }: { effects: Effect[] },
  kind: D,
): Extract<Effect, { do: D }>[] {
  return effects.filter((effect): effect is Extract<Effect, { do: D }> => effect.do === kind)
}

/** The kinds of all effects, in order. */
export function kindsOf({ effects }: { effects: Effect[] }): Effect['do'][] {
  return effects.map((effect) => effect.do)
}

/** Who is told, as `about: whom`. */
export function told(result: Advance): string[] {
  return effectsOf(result, 'notify').map(
    ({ about, audience }) =>
      `${about}: ${audience.to === 'user' ? audience.userId : audience.to === 'team' ? audience.teamId : 'admins'}`,
  )
}

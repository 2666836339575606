import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { draw, profiles } from '../model/draw.ts'
import { judge } from '../model/judge.ts'
import { propertySettings } from '../model/property-settings.ts'
import { replay } from '../model/replay.ts'
import { sequences } from '../model/sequences.ts'
import { newWorld } from '../model/world.ts'
import { advance, type Control, type Event, type Refusal, type SleepCause } from './index.ts'

test.each(profiles)(
  'the same control and event give the same result, and neither is changed: %s',
  (profile) => {
    const isPure = fc.property(sequences(300), (numbers) => {
      const world = newWorld()
      for (const number of numbers) {
        const happening = draw(world, profile, number)
        const { control } = world
        const given = JSON.stringify([control, happening.event])
        const result = advance(control, freezeDeeply(happening.event), happening.at)
        const again = advance(freezeDeeply(control), happening.event, happening.at)
        if (JSON.stringify(result) !== JSON.stringify(again)) throw new Error(`Not the same twice: ${given}`)
        if (JSON.stringify([control, happening.event]) !== given) throw new Error(`Changed: ${given}`)
        judge(world, happening, result)
      }
    })
    fc.assert(isPure, { ...propertySettings, numRuns: Math.ceil(propertySettings.numRuns / 20) })
  },
)

function freezeDeeply<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) freezeDeeply(inner)
  return Object.freeze(value)
}

test('random conversations reach every event, every refusal and every state, none of them rarely', () => {
  const reached = new Map<string, number>()
  const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1)
  for (const profile of profiles)
    for (const numbers of fc.sample(sequences(1_000), { numRuns: 100, seed: 1 }))
      replay(numbers, profile, (event, refused, { control }) => {
        count(refused ?? event.type)
        count(control.status)
        count(stateOf(control))
      })

  const rare = everything.filter((what) => (reached.get(what) ?? 0) < 25)
  expect(rare).toEqual([])
})

function stateOf({ bot, handover }: Control): string {
  const kind = handover?.flagOnly ? 'flag' : 'handover'
  return `${bot.status === 'awake' ? 'awake' : bot.cause}, ${handover ? `${kind} ${handover.status}` : 'none'}`
}

// Records rather than lists, so that the compiler asks for what is missing.
const events: Record<Event['type'], true> = {
  contact_wrote: true,
  bot_turn: true,
  bot_switched: true,
  asked_again: true,
  user_replied: true,
  note_written: true,
  hand_over: true,
  take_over: true,
  claim: true,
  assign: true,
  hand_back: true,
  sleep: true,
  wake: true,
  wake_timer: true,
  respond_timer: true,
  resolve: true,
  reopen: true,
  snooze: true,
  snooze_timer: true,
}
const refusals: Record<Refusal, true> = {
  bot_asleep: true,
  stale_epoch: true,
  newer_message: true,
  already_answered: true,
  message_cap: true,
  handover_open: true,
  no_handover: true,
  already_claimed: true,
  bot_awake: true,
  not_due: true,
  no_change: true,
}
const handovers = ['none', 'handover waiting', 'handover claimed', 'flag waiting', 'flag claimed']
/** Left out is what cannot be: a handover that pauses the bot ends a flag, a user who acts claims what waits. */
const bots: Record<SleepCause | 'awake', string[]> = {
  awake: handovers,
  handover: ['handover waiting', 'handover claimed'],
  message_cap: ['handover waiting', 'handover claimed'],
  user_message: handovers.filter((handover) => handover !== 'handover waiting'),
  take_over: handovers.filter((handover) => handover !== 'handover waiting'),
  manual: handovers,
  api: handovers,
  opt_out: handovers,
  loop: handovers,
}
const states = Object.entries(bots).flatMap(([bot, among]) => among.map((handover) => `${bot}, ${handover}`))
const everything = [
  ...Object.keys(events),
  ...Object.keys(refusals),
  'open',
  'snoozed',
  'resolved',
  ...states,
]

import * as fc from 'fast-check'
import { advance, type Control, type Event } from '../src/index.ts'
import { Broken } from './broken.ts'
import { draw, type Profile } from './draw.ts'
import { judge } from './judge.ts'
import { propertySettings } from './property-settings.ts'
import { sequences } from './sequences.ts'
import { newWorld, type World } from './world.ts'

/** Told of every event, with what came of it. */
type Watch = (event: Event, refused: string | undefined, world: World) => void

/** Plays a sequence through the state machine and judges every step of it. */
export function replay(numbers: readonly number[], profile: Profile, watch?: Watch): World {
  const world = newWorld()
  freeze(world.control)
  for (const number of numbers) {
    const happening = draw(world, profile, number)
    const result = advance(world.control, happening.event, happening.at)
    freeze(result.control)
    judge(world, happening, result)
    watch?.(happening.event, result.refused, world)
  }
  return world
}

/** A frozen control throws where a rule would change its input. */
function freeze(control: Control): void {
  Object.freeze(control)
  Object.freeze(control.bot)
  if (control.handover) Object.freeze(control.handover)
}

const eventsPerRun = 1_000

/** Checks all rules over random sequences. What fails is thrown as the shortest story that shows it. */
export function checkRules(profile: Profile): void {
  const holds = fc.property(sequences(eventsPerRun), (numbers) => {
    replay(numbers, profile)
  })
  fc.assert(holds, {
    ...propertySettings,
    reporter: (run) => {
      if (!run.failed) return
      const [numbers = []] = run.counterexample ?? []
      throw new Error(`${story(numbers, profile)}\n\nTo see it again: BATON_PROPERTY_SEED=${run.seed}`)
    },
  })
}

/** A sequence in words, up to where it fails. */
function story(numbers: readonly number[], profile: Profile): string {
  const lines: string[] = []
  const world = newWorld()
  const start = world.now
  try {
    for (const number of numbers) {
      const { event, at, turn, timer } = draw(world, profile, number)
      const result = advance(world.control, event, at)
      const { type, ...particulars } = event
      const minutes = ((at - start) / 60_000).toFixed(1).padStart(8)
      lines.push(`${minutes} min  ${type} ${JSON.stringify(particulars)}`)
      const outcome = result.refused ? [`refused: ${result.refused}`] : result.effects.map(inWords)
      for (const line of outcome) lines.push(`                 → ${line}`)
      judge(world, { event, at, turn, timer }, result)
    }
  } catch (error) {
    const what = error instanceof Broken ? error.message : String(error)
    return `${what}, after these events:\n${lines.join('\n')}`
  }
  return `Every rule held:\n${lines.join('\n')}`
}

function inWords(effect: object & { do: string }): string {
  const { do: what, ...particulars } = effect
  return `${what} ${JSON.stringify(particulars)}`
}

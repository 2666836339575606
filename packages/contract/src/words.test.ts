import type * as detection from '@baton/detection'
import type * as core from '@baton/handover'
import { describe, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type {
  Evidence,
  endpoints,
  Handover,
  ProblemCode,
  Scenario,
  ScenarioScore,
  TryInput,
  TryResult,
} from './index.ts'

type Conversation = z.output<typeof endpoints.getConversation.response>

describe('the contract uses the words of its packages', () => {
  test('of handover', () => {
    expectTypeOf<Scenario['assignTo']>().toEqualTypeOf<core.AssignTo>()
    expectTypeOf<Scenario['ifUnavailable']>().toEqualTypeOf<core.Fallback>()
    expectTypeOf<Scenario['reactivateAfter']>().toEqualTypeOf<core.Reactivation | null>()
    expectTypeOf<Conversation['control']['bot']['cause']>().toEqualTypeOf<core.SleepCause | null>()
    expectTypeOf<Conversation['waitsFor']>().toEqualTypeOf<ReturnType<typeof core.waitsFor>>()
    expectTypeOf<Handover['outcome']>().toEqualTypeOf<core.HandoverOutcome | null>()
    expectTypeOf<Handover['trail'][number]>().toEqualTypeOf<core.Asked>()
    expectTypeOf<core.Refusal>().toExtend<ProblemCode>()
  })

  test('of detection', () => {
    expectTypeOf<Scenario['kind']>().toEqualTypeOf<detection.ScenarioKind>()
    expectTypeOf<Evidence['reason']>().toEqualTypeOf<detection.ReasonFor | detection.ReasonAgainst>()
    expectTypeOf<ScenarioScore['note']>().toEqualTypeOf<detection.NotAsked | undefined>()
    expectTypeOf<TryResult['decision']>().toEqualTypeOf<detection.Decision>()
    expectTypeOf<detection.ScenarioScore>().toExtend<TryResult['scores'][number]>()
    expectTypeOf<NonNullable<TryInput['turns']>[number]>().toExtend<detection.Turn>()
  })
})

import { describe, expectTypeOf, it } from 'vitest'
import {
  type Assessment,
  createDetector,
  type DetectorScenario,
  isOptOut,
  lintPhrases,
  presets,
  type ScenarioScore,
  type Turn,
} from './index.ts'

describe('the types of the package', () => {
  it('tell what goes in and what comes out', () => {
    const detector = createDetector({ scenarios: presets.map((preset) => ({ ...preset, id: preset.kind })) })
    const assessment = detector.assess([{ from: 'contact', text: 'hello' }])

    expectTypeOf(assessment).toEqualTypeOf<Assessment>()
    expectTypeOf(assessment.decision).toEqualTypeOf<'answer' | 'offer' | 'hand_over'>()
    expectTypeOf(assessment.scores).toEqualTypeOf<ScenarioScore[]>()
    expectTypeOf(isOptOut).returns.toEqualTypeOf<boolean>()
    expectTypeOf(lintPhrases).parameter(0).toExtend<readonly DetectorScenario[]>()
  })

  it('refuse what is no speaker and no kind', () => {
    // @ts-expect-error An agent of the team is a user.
    const turn: Turn = { from: 'agent', text: 'hello' }
    // @ts-expect-error There are four kinds.
    const scenario: DetectorScenario = { id: '1', kind: 'escalation', examplePhrases: [] }

    expectTypeOf(turn.text).toEqualTypeOf<string>()
    expectTypeOf(scenario.id).toEqualTypeOf<string>()
  })
})

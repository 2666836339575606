import { describe, expect, it } from 'vitest'
import { lintPhrases } from './lint-phrases.ts'
import { presets } from './presets.ts'
import type { DetectorScenario } from './types.ts'

function custom(id: string, ...examplePhrases: string[]): DetectorScenario {
  return { id, kind: 'custom', examplePhrases }
}

describe('lintPhrases', () => {
  it('has nothing to say of the presets', () => {
    expect(lintPhrases(presets.map((preset) => ({ ...preset, id: preset.kind })))).toEqual([])
  })

  it('has nothing to say of phrases that tell messages apart', () => {
    expect(lintPhrases([custom('a', 'I want my money back', 'my parcel arrived broken')])).toEqual([])
  })

  it('names phrases that are too short', () => {
    expect(lintPhrases([custom('a', 'my parcel arrived broken', 'Refund')])).toMatchObject([
      { scenarioId: 'a', phraseIndex: 1, code: 'too_short', message: expect.stringContaining('"Refund"') },
    ])
  })

  it.each(['hello', 'can you please', '???', 'ich möchte bitte'])(
    'names phrases that are too general: %s',
    (phrase) => {
      expect(lintPhrases([custom('a', phrase)])).toMatchObject([{ phraseIndex: 0, code: 'too_general' }])
    },
  )

  it('names the second of two that are the same but for case, accents and marks', () => {
    expect(lintPhrases([custom('a', 'Où est mon colis ?', 'ou est mon COLIS')])).toMatchObject([
      { phraseIndex: 1, code: 'duplicate' },
    ])
  })

  it('names phrases that are like those of another scenario, on both sides', () => {
    const scenarios = [custom('a', 'my parcel arrived broken'), custom('b', 'the parcel arrived broken')]

    expect(lintPhrases(scenarios)).toMatchObject([
      { scenarioId: 'a', code: 'overlaps', otherScenarioId: 'b' },
      { scenarioId: 'b', code: 'overlaps', otherScenarioId: 'a' },
    ])
  })

  it('names phrases of a custom scenario that ask for a person, where another scenario is for that', () => {
    const phrase = custom('a', 'I want to talk to a manager about my refund')
    const person: DetectorScenario = { id: 'person', kind: 'human_requested', examplePhrases: [] }

    expect(lintPhrases([phrase, person])).toMatchObject([{ code: 'overlaps', otherScenarioId: 'person' }])
    expect(lintPhrases([phrase])).toEqual([])
  })

  it("does not compare the bot's words with a contact's", () => {
    const bot: DetectorScenario = {
      id: 'b',
      kind: 'lack_of_information',
      examplePhrases: ['my parcel arrived broken'],
    }

    expect(lintPhrases([custom('a', 'my parcel arrived broken'), bot])).toEqual([])
  })
})

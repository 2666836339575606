import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDetector } from './detector.ts'
import { lintPhrases } from './lint-phrases.ts'
import { isOptOut } from './opt-out.ts'
import { presets } from './presets.ts'
import type { DetectorScenario, Turn } from './types.ts'

/** Words that mean something to the detector, and anything that Unicode has, lone surrogates included. */
const known = fc.constantFrom(
  ...['talk to', 'agent', 'human', "don't", 'no', 'yes', 'call me', '?', '. ', '"', '“', '”', '«', ',', '\n'],
  ...[
    'über',
    'é',
    'e\u0301',
    '\u200b',
    '👍🏽',
    '转人工',
    'オペレーター',
    '상담원',
    'اريد',
    'נציג',
    'ﷺ',
    '\ud800',
    'aaaa',
    "'",
  ],
)
const text = fc.oneof(
  fc.array(fc.oneof(known, fc.string({ unit: 'binary' })), { maxLength: 30 }).map((parts) => parts.join(' ')),
  fc.array(known, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 3000, maxLength: 6000 }),
)
const turn: fc.Arbitrary<Turn> = fc.record(
  {
    from: fc.constantFrom('contact', 'bot', 'user'),
    text,
    answered: fc.boolean(),
    confidence: fc.double(),
    error: fc.boolean(),
  },
  { requiredKeys: ['from', 'text'] },
)
const turns = fc.array(turn, { maxLength: 8 })
const scenario: fc.Arbitrary<DetectorScenario> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('human_requested', 'lack_of_information', 'failed_to_resolve', 'custom'),
  examplePhrases: fc.array(text, { maxLength: 4 }),
})
const detector = createDetector({ scenarios: presets.map((preset) => ({ ...preset, id: preset.kind })) })

describe('whatever is written', () => {
  it('evidence lies inside the text that was given', () => {
    fc.assert(
      fc.property(turns, (given) => {
        for (const { evidence } of detector.assess(given).scores) {
          for (const { turn: index, start, end } of evidence) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThanOrEqual(start)
            expect(end).toBeLessThanOrEqual(given[index]?.text.length ?? -1)
          }
        }
      }),
    )
  })

  it('scores lie between 0 and 1, and a scenario fires exactly when it was asked and reached its threshold', () => {
    fc.assert(
      fc.property(turns, (given) => {
        for (const { score, threshold, fired, note } of detector.assess(given).scores) {
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
          expect(fired).toBe(note === undefined && score >= threshold)
        }
      }),
    )
  })

  it('the first that fired is the one that hands over', () => {
    fc.assert(
      fc.property(turns, (given) => {
        const { decision, scenarioId, scores } = detector.assess(given)
        const first = scores.find(({ fired }) => fired)

        expect(decision === 'hand_over').toBe(first !== undefined)
        if (first !== undefined) expect(scenarioId).toBe(first.scenarioId)
      }),
    )
  })

  it('failed attempts are counted in halves, and no more than the bot has turns', () => {
    fc.assert(
      fc.property(turns, (given) => {
        const { failedAttempts } = detector.assess(given)

        expect(Number.isInteger(failedAttempts * 2)).toBe(true)
        expect(failedAttempts).toBeGreaterThanOrEqual(0)
        expect(failedAttempts).toBeLessThanOrEqual(given.filter(({ from }) => from === 'bot').length)
      }),
    )
  })

  it('the same turns give the same assessment, whatever was assessed before', () => {
    fc.assert(
      fc.property(turns, turns, (given, other) => {
        const first = detector.assess(given)
        detector.assess(other)

        expect(detector.assess(given)).toEqual(first)
      }),
    )
  })

  it('any phrases can be prepared and linted', () => {
    fc.assert(
      fc.property(
        fc.array(scenario, { maxLength: 4 }),
        turns,
        fc.integer({ min: -2, max: 10 }),
        (scenarios, given, watermark) => {
          const { scores } = createDetector({ scenarios }).assess(given, { watermark })

          expect(scores.map(({ scenarioId }) => scenarioId)).toEqual(scenarios.map(({ id }) => id))
          for (const { scenarioId, phraseIndex } of lintPhrases(scenarios)) {
            const phrases = scenarios.find(({ id }) => id === scenarioId)?.examplePhrases
            expect(phrases?.[phraseIndex]).toBeDefined()
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  it('is read the same with marks that nobody sees', () => {
    const request = 'I want to talk to a human'
    const marks = fc.constantFrom(
      '\u200b',
      '\u200d',
      '\u200e',
      '\u200f',
      '\u202e',
      '\u2060',
      '\ufeff',
      '\u00ad',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(marks, fc.nat(request.length)), { maxLength: 6 }), (hidden) => {
        const disguised = hidden.reduce(
          (text, [mark, at]) => text.slice(0, at) + mark + text.slice(at),
          request,
        )

        expect(detector.assess([{ from: 'contact', text: disguised }]).decision).toBe('hand_over')
      }),
    )
  })

  it('is read the same in full width, in mathematical letters and with letters of other scripts', () => {
    const disguises = [
      'Ｉ ｗａｎｔ ｔｏ ｔａｌｋ ｔｏ ａ ｈｕｍａｎ',
      '𝐈 𝐰𝐚𝐧𝐭 𝐭𝐨 𝐭𝐚𝐥𝐤 𝐭𝐨 𝐚 𝐡𝐮𝐦𝐚𝐧',
      'I wаnt tо tаlk tо а humаn',
      'I want to talk to a hυman 🙏🙏',
    ]
    for (const text of disguises)
      expect(detector.assess([{ from: 'contact', text }]).decision).toBe('hand_over')
  })

  it('opting out is asked without an error', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(isOptOut(given)).toBeTypeOf('boolean')
      }),
    )
  })
})

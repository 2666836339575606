import { describe, expect, it } from 'vitest'
import { createDetector } from './detector.ts'
import { presets } from './presets.ts'
import type { DetectorScenario, Turn } from './types.ts'

const person: DetectorScenario = { id: 'person', kind: 'human_requested', examplePhrases: [] }
const lack: DetectorScenario = { id: 'lack', kind: 'lack_of_information', examplePhrases: [] }
const failed: DetectorScenario = { id: 'failed', kind: 'failed_to_resolve', examplePhrases: [] }
const refund: DetectorScenario = {
  id: 'refund',
  kind: 'custom',
  examplePhrases: ['I want my money back', 'please refund my order', 'give me a refund for this order'],
}

const says = (text: string): Turn => ({ from: 'contact', text })
const answers = (text: string): Turn => ({ from: 'bot', text })

describe('of scenarios that fire on one turn', () => {
  const both = 'I want my money back. Let me talk to a person!'

  it('the first in the list decides', () => {
    expect(createDetector({ scenarios: [refund, person] }).assess([says(both)]).scenarioId).toBe('refund')
    expect(createDetector({ scenarios: [person, refund] }).assess([says(both)]).scenarioId).toBe('person')
  })

  it('each is reported, in the order of the list', () => {
    const { scores } = createDetector({ scenarios: [refund, lack, person] }).assess([says(both)])

    expect(scores.map(({ scenarioId, fired }) => [scenarioId, fired])).toEqual([
      ['refund', true],
      ['lack', false],
      ['person', true],
    ])
  })
})

describe('a burst of messages', () => {
  const detector = createDetector({ scenarios: [person] })

  it('is judged as one: a request in any of them fires', () => {
    const assessment = detector.assess([says('hi'), says('I need an agent'), says('my order is 123')])

    expect(assessment.decision).toBe('hand_over')
    expect(assessment.scores[0]?.evidence[0]?.turn).toBe(1)
  })

  it('takes back what it said before', () => {
    expect(detector.assess([says('I need an agent'), says('never mind, found it')]).decision).toBe('answer')
  })

  it('ends where somebody else has spoken', () => {
    expect(detector.assess([says('I need an agent'), answers('Which one?'), says('blue')]).decision).toBe(
      'answer',
    )
  })
})

describe('the watermark', () => {
  const detector = createDetector({ scenarios: [person] })

  it('keeps what was dealt with from triggering again', () => {
    const turns = [says('I need an agent'), says('my order is 123')]

    expect(detector.assess(turns).decision).toBe('hand_over')
    expect(detector.assess(turns, { watermark: 1 }).decision).toBe('answer')
  })

  it('leaves the turns before it as context', () => {
    const turns = [says('hm'), answers('Shall I connect you with a colleague?'), says('yes')]

    expect(detector.assess(turns, { watermark: 2 }).decision).toBe('hand_over')
  })

  it('silences everything when it lies behind the last turn', () => {
    expect(detector.assess([says('I need an agent')], { watermark: 1 })).toMatchObject({
      decision: 'answer',
      scores: [{ score: 0, fired: false, note: 'before_watermark' }],
    })
  })
})

describe('a scenario that is not asked says why', () => {
  const detector = createDetector({
    scenarios: [person, lack, refund, { ...refund, id: 'bare', examplePhrases: [] }],
  })
  const notes = (turns: Turn[]) => detector.assess(turns).scores.map(({ note }) => note)

  it('at a turn of the contact', () => {
    expect(notes([says('hello')])).toEqual([undefined, 'reads_the_bot', undefined, 'no_phrases'])
  })

  it('at a turn of the bot', () => {
    expect(notes([answers('hello')])).toEqual([undefined, undefined, 'reads_the_contact', 'no_phrases'])
  })

  it('at a turn of a user', () => {
    expect(notes([{ from: 'user', text: 'I need an agent' }])).toEqual(Array(4).fill('user_spoke'))
  })

  it('without turns', () => {
    expect(notes([])).toEqual(Array(4).fill('no_turns'))
  })
})

describe('the offer of a person', () => {
  const detector = createDetector({ scenarios: [person] })
  const unclear = says('can anyone help me with this?')

  it('answers an unclear wish', () => {
    expect(detector.assess([unclear])).toMatchObject({ decision: 'offer', scenarioId: 'person' })
  })

  it('is made once', () => {
    const offered = [
      says('hm'),
      answers('Would you like to talk to a colleague?'),
      says('maybe later'),
      unclear,
    ]

    expect(detector.assess(offered).decision).toBe('answer')
    expect(detector.assess([unclear], { mayOffer: false }).decision).toBe('answer')
  })

  it('is not made where nobody would be fetched', () => {
    expect(createDetector({ scenarios: [refund] }).assess([unclear]).decision).toBe('answer')
  })
})

describe('a threshold', () => {
  const text = 'representative please'
  const decisionAt = (threshold: number) =>
    createDetector({ scenarios: [{ ...person, threshold }] }).assess([says(text)]).decision

  it('is reached at the score itself', () => {
    const score = createDetector({ scenarios: [person] }).assess([says(text)]).scores[0]?.score ?? 0
    expect(score).toBeGreaterThan(0.5)
    expect(decisionAt(score)).toBe('hand_over')
    expect(decisionAt(score + 0.001)).toBe('offer')
  })

  it('never makes a scenario fire at nothing', () => {
    const detector = createDetector({ scenarios: [{ ...person, threshold: 0 }] })

    expect(detector.assess([says('hello')]).decision).toBe('answer')
  })
})

describe('custom scenarios', () => {
  const detector = createDetector({ scenarios: [refund] })

  it.each([
    'I want my money back',
    'i want a refund for my order please',
    'Hello there. Can you refund my order?',
  ])('fire at what is like their phrases: %s', (text) => {
    expect(detector.assess([says(text)])).toMatchObject({ decision: 'hand_over', scenarioId: 'refund' })
  })

  it.each(['I want a coffee', 'where is my parcel?', 'my back hurts', 'thank you'])(
    'do not at: %s',
    (text) => {
      expect(detector.assess([says(text)]).decision).toBe('answer')
    },
  )

  it('mark the sentence that is like them', () => {
    const text = 'Good morning to you. Please refund my order! It rains.'
    const [evidence] = detector.assess([says(text)]).scores[0]?.evidence ?? []

    expect(text.slice(evidence?.start, evidence?.end)).toBe('Please refund my order')
  })

  it('find words of scripts without spaces', () => {
    const scenarios = [{ ...refund, examplePhrases: ['我要退款', '请把钱退给我'] }]

    expect(createDetector({ scenarios }).assess([says('我要申请退款')]).decision).toBe('hand_over')
    expect(createDetector({ scenarios }).assess([says('你们几点开门')]).decision).toBe('answer')
  })
})

describe('example phrases of human requested', () => {
  it('add requests that nobody else would know', () => {
    const scenarios = [{ ...person, examplePhrases: ['fetch the wizard of Malta'] }]

    expect(createDetector({ scenarios }).assess([says('Fetch the wizard of Malta!')]).decision).toBe(
      'hand_over',
    )
  })

  it('do not bring back what is negated', () => {
    const scenarios = [{ ...person, examplePhrases: ['put me through to an agent'] }]

    expect(createDetector({ scenarios }).assess([says("don't put me through to an agent")]).decision).toBe(
      'answer',
    )
  })

  it('do no harm when they are bad', () => {
    const scenarios = [{ ...person, examplePhrases: ['hello', 'I', '', '???', 'please', '  '] }]
    const detector = createDetector({ scenarios })

    expect(detector.assess([says('hello')]).decision).toBe('answer')
    expect(detector.assess([says('please')]).decision).toBe('answer')
    expect(detector.assess([says('a human please')]).decision).toBe('hand_over')
  })
})

describe('the presets', () => {
  const detector = createDetector({ scenarios: presets.map((preset) => ({ ...preset, id: preset.kind })) })

  it('are one of each kind, in order of priority', () => {
    expect(presets.map(({ kind, name }) => [kind, name])).toEqual([
      ['human_requested', 'Human requested'],
      ['lack_of_information', 'Lack of information'],
      ['failed_to_resolve', 'Failed to resolve'],
    ])
  })

  it('fire at their own phrases', () => {
    const [requested, lacking] = presets
    for (const text of requested?.examplePhrases ?? []) {
      expect(detector.assess([says(text)]).scenarioId, text).toBe('human_requested')
    }
    for (const text of lacking?.examplePhrases ?? []) {
      expect(detector.assess([says('hm'), answers(text)]).scenarioId, text).toBe('lack_of_information')
    }
  })

  it('count their own complaints', () => {
    for (const text of presets[2]?.examplePhrases ?? []) {
      const { failedAttempts } = detector.assess([says('How?'), answers('So.'), says(text)])
      expect(failedAttempts, text).toBe(1)
    }
  })

  it('let an ordinary conversation go on', () => {
    const turns = [
      says('Hi, do you ship to Malta?'),
      answers('Yes, in 5 days.'),
      says('great, thanks for that'),
    ]

    expect(detector.assess(turns)).toMatchObject({ decision: 'answer', failedAttempts: 0 })
  })
})

it('fires a scenario of failed attempts beside the others', () => {
  const turns = [
    says('How do I reset it?'),
    answers('So.'),
    says('wrong answer'),
    answers('So?'),
    says('I need a human'),
  ]
  const { scores } = createDetector({ scenarios: [failed, person] }).assess(turns)

  expect(scores).toMatchObject([
    { scenarioId: 'failed', score: 0.5, fired: false },
    { scenarioId: 'person', fired: true },
  ])
})

import { describe, expect, it } from 'vitest'
import { createDetector } from './detector.ts'
import type { DetectorScenario, ScenarioScore, Turn } from './types.ts'

function scoreOf(
  answer: Omit<Turn, 'from'>,
  options: Partial<DetectorScenario> = {},
): ScenarioScore | undefined {
  const scenario: DetectorScenario = {
    id: 'lack',
    kind: 'lack_of_information',
    examplePhrases: [],
    ...options,
  }
  const turns: Turn[] = [
    { from: 'contact', text: 'Do you ship to Malta?' },
    { from: 'bot', ...answer },
  ]
  return createDetector({ scenarios: [scenario] }).assess(turns).scores[0]
}

describe('lack of information', () => {
  it('fires when the bot says that it had no answer', () => {
    expect(scoreOf({ text: 'Hm.', answered: false })).toMatchObject({
      fired: true,
      score: 1,
      evidence: [{ turn: 1, start: 0, end: 2, speaks: 'for', reason: 'not_answered' }],
    })
  })

  it('fires when the bot failed', () => {
    expect(scoreOf({ text: 'Hm.', error: true })).toMatchObject({
      fired: true,
      evidence: [{ reason: 'error' }],
    })
  })

  it.each(['', '  \n', '\u200b'])('fires when the answer is empty: %j', (text) => {
    expect(scoreOf({ text })).toMatchObject({ fired: true, evidence: [{ reason: 'empty_answer' }] })
  })

  it('takes a picture for an answer', () => {
    expect(scoreOf({ text: '🙂' })?.fired).toBe(false)
  })

  it('fires when the bot is less sure than the threshold asks for', () => {
    expect(scoreOf({ text: 'Yes.', confidence: 0.4 })).toMatchObject({ fired: true, score: 0.6 })
    expect(scoreOf({ text: 'Yes.', confidence: 0.7 })?.fired).toBe(false)
    expect(scoreOf({ text: 'Yes.', confidence: 0.7 }, { threshold: 0.3 })?.fired).toBe(true)
  })

  it.each([Number.NaN, -3, 7])('bears a confidence of %d', (confidence) => {
    const { score = -1 } = scoreOf({ text: 'Yes.', confidence }) ?? {}

    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
  })

  it.each([
    "I'm not sure about that.",
    "I don't have information on that.",
    'Sorry, I could not find anything about this.',
    'Please contact our support team.',
    'Das weiß ich leider nicht.',
    'Dazu habe ich keine Informationen.',
    'Je ne sais pas.',
    "Je n'ai pas d'informations à ce sujet.",
    'Lo siento, no lo sé.',
    'Non ho informazioni su questo.',
    'Não tenho informações sobre isso.',
    'Daar heb ik geen informatie over.',
    'Nie wiem.',
    'К сожалению, я не знаю.',
    '抱歉，我没有相关信息。',
    '申し訳ございませんが、わかりません。',
  ])("fires at the bot's own words: %s", (text) => {
    const score = scoreOf({ text })

    expect(score?.fired).toBe(true)
    expect(score?.evidence[0]?.reason).toBe('does_not_know')
  })

  it.each([
    'Your order arrives tomorrow.',
    'We do not ship to Norway.',
    'We do not have this in blue.',
    'You cannot change the address after shipping.',
    'I do have information about that!',
    'No information is stored about you without consent.',
    "I'm not sure which order you mean. Can you give me its number?",
  ])('does not fire at an answer: %s', (text) => {
    expect(scoreOf({ text })?.fired).toBe(false)
  })

  it('takes a referral at the end of a long answer for politeness', () => {
    const referral = 'Please contact our support team.'

    expect(scoreOf({ text: referral })?.fired).toBe(true)
    expect(scoreOf({ text: `${'You can send it back within a month. '.repeat(6)}${referral}` })?.fired).toBe(
      false,
    )
  })

  it("fires at what is like the scenario's phrases, but not at the opposite", () => {
    const examplePhrases = ['The almanac is silent on that matter']

    expect(scoreOf({ text: 'Alas, the almanac is silent on that matter.' }, { examplePhrases })?.fired).toBe(
      true,
    )
    expect(scoreOf({ text: 'The almanac is not silent on that matter.' }, { examplePhrases })?.fired).toBe(
      false,
    )
  })

  it('does not read what the contact says', () => {
    const detector = createDetector({
      scenarios: [{ id: 'lack', kind: 'lack_of_information', examplePhrases: [] }],
    })

    expect(detector.assess([{ from: 'contact', text: "I don't know that one" }]).scores[0]).toMatchObject({
      fired: false,
      score: 0,
      note: 'reads_the_bot',
    })
  })
})

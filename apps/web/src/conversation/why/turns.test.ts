import type { Assessment, ScenarioScore } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { indexOfTurn, turnsOf } from './turns.ts'

function judged(seq: number, second: number, given: Partial<Assessment> = {}): Assessment {
  const createdAt = new Date(Date.UTC(2026, 2, 2, 10, 0, second)).toISOString()
  return {
    seq,
    createdAt,
    judged: 'contact',
    outcome: 'sent',
    opinion: null,
    scores: [],
    ...given,
  } as Assessment
}

function score(scenarioId: string, value: number, note?: ScenarioScore['note']): ScenarioScore {
  return {
    scenarioId,
    score: value,
    threshold: 0.5,
    fired: value >= 0.5,
    evidence: [],
    note,
  } as unknown as ScenarioScore
}

describe('Why (R26)', () => {
  test('shows a message once, with the score of each scenario from what it read', () => {
    const contact = judged(3, 1, { scores: [score('asks', 0.2), score('lacks', 0, 'reads_the_bot')] })
    const bot = judged(3, 2, {
      judged: 'bot',
      scores: [score('asks', 0, 'reads_the_contact'), score('lacks', 0.7)],
    })
    const turns = turnsOf([bot, contact, judged(1, 0)])
    expect(turns.map(({ seq }) => seq)).toEqual([1, 3])
    expect(turns[1]?.scores.map((each) => each.score)).toEqual([0.2, 0.7])
  })

  test('opens at the message, at the one that a burst was judged by, or at the last the bot had a say in', () => {
    const turns = turnsOf([judged(1, 0), judged(4, 1), judged(6, 2, { outcome: 'bot_asleep' })])
    expect([1, 3, 9, 0].map((seq) => indexOfTurn(turns, seq))).toEqual([0, 1, 2, 1])
  })
})

import { createDetector, presets } from '@baton/detection'
import { describe, expect, test } from 'vitest'
import { findFiring, type PastMessage } from './find-firing.ts'

const detector = createDetector({ scenarios: presets.map((preset) => ({ id: preset.kind, ...preset })) })

type Line = [PastMessage['author'] | 'final', string, Partial<PastMessage>?]

function firing(...lines: Line[]) {
  const messages = lines.map(
    ([who, text, more], index): PastMessage => ({
      seq: index + 1,
      author: who === 'final' ? 'bot' : who,
      kind: who === 'final' ? 'final' : 'message',
      text,
      answered: null,
      confidence: null,
      ...more,
    }),
  )
  const found = findFiring(detector, messages)
  return found && [found.scenarioId, found.seq]
}

describe('R28 a past conversation', () => {
  test('fires at the first message that calls for a person', () => {
    expect(
      firing(
        ['contact', 'When do you open?'],
        ['bot', 'At nine.'],
        ['contact', 'I want to talk to a human, please'],
        ['final', 'One moment.'],
        ['contact', 'A human, now!'],
      ),
    ).toEqual(['human_requested', 3])
  })

  test('fires for an answer of the bot that was sent', () => {
    expect(
      firing(['contact', 'Do you have it in green?'], ['bot', 'I do not know.', { answered: false }]),
    ).toEqual(['lack_of_information', 2])
  })

  test('does not fire for what the contact wrote to a person', () => {
    expect(
      firing(
        ['contact', 'Where is my parcel?'],
        ['user', 'I am looking.'],
        ['contact', 'I want to talk to a human, please'],
        ['user', 'You do.'],
      ),
    ).toBeNull()
  })

  test('fires again once the bot has it back', () => {
    expect(
      firing(
        ['contact', 'Where is my parcel?'],
        ['user', 'It comes tomorrow.'],
        ['contact', 'I want to talk to a human, please'],
        ['bot', 'How can I help?'],
      ),
    ).toEqual(['human_requested', 3])
  })

  test('fires for nobody who asks for nothing', () => {
    expect(firing(['contact', 'When do you open?'], ['bot', 'At nine.'], ['contact', 'Thanks!'])).toBeNull()
    expect(firing()).toBeNull()
  })
})

import type { ChatMessage, ChatThread } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import type { State } from '../session.ts'
import { entriesOf } from './entries.ts'

const settings = { colour: null, position: 'right', greeting: '', suggestions: [], bot: 'Shop bot' } as const

function said(...lines: [from: ChatMessage['from'], name: string | null, final?: 'final'][]): ChatMessage[] {
  return lines.map(([from, name, final], index) => ({
    seq: index + 1,
    from,
    name,
    final: final === 'final',
    text: `Text ${index + 1}`,
    clientId: null,
    at: '2026-03-02T10:00:00.000Z',
  }))
}

function stateOf(messages: ChatMessage[], thread: Partial<ChatThread>, rest: Partial<State> = {}): State {
  return {
    settings: { ...settings, suggestions: [] },
    thread: {
      speaker: 'bot',
      person: null,
      typing: false,
      writing: null,
      waiting: null,
      readUpTo: 0,
      hasEmail: false,
      rating: null,
      ...thread,
    },
    messages,
    more: false,
    outgoing: [],
    connected: true,
    seen: 0,
    identified: false,
    rated: 0,
    ...rest,
  }
}

/** The kinds of all entries but days, as a line. */
function shown(messages: ChatMessage[], thread: Partial<ChatThread> = {}, rest: Partial<State> = {}): string {
  return entriesOf(stateOf(messages, thread, rest))
    .filter(({ kind }) => kind !== 'day')
    .map((entry) => {
      if (entry.kind === 'message') return entry.message.from
      if (entry.kind === 'mark') return entry.is
      return entry.kind === 'band' ? `band ${entry.is}` : entry.kind
    })
    .join(', ')
}

const asked = said(['visitor', null], ['bot', 'Shop bot', 'final'])
const waiting = { ahead: 0, minutes: null, available: true, backAt: null }

describe('R24 the log', () => {
  test('shows the handover after the last words of the bot, and what came of it', () => {
    expect(shown(asked, { speaker: 'team', waiting })).toBe('visitor, bot, band waiting')
    expect(shown(asked, { speaker: 'team', waiting: { ...waiting, available: false } })).toBe(
      'visitor, bot, band away',
    )
    expect(shown(asked, { speaker: 'person', person: 'Agent North' })).toBe('visitor, bot, band person')
    expect(shown(asked)).toBe('visitor, bot, band over')
  })

  test('shows it where nothing was said of it: before who took over, or below who waits', () => {
    const tookOver = said(
      ['visitor', null],
      ['bot', 'Shop bot'],
      ['visitor', null],
      ['person', 'Agent North'],
    )
    expect(shown(tookOver, { speaker: 'person', person: 'Agent North' })).toBe(
      'visitor, bot, visitor, band person, person, signature',
    )
    expect(shown(said(['visitor', null]), { speaker: 'team', waiting })).toBe('visitor, sent, band waiting')
  })

  test('says that the bot is back, and asks whether the person helped', () => {
    const over = said(['visitor', null], ['bot', 'Shop bot', 'final'], ['person', 'Agent North'])
    const rating = { handoverId: 'h', name: 'Agent North' }
    expect(shown(over, { rating })).toBe('visitor, bot, band over, person, signature, rating, back')
    const after = [...over, ...said(['visitor', null], ['bot', 'Shop bot'])].map((message, index) => ({
      ...message,
      seq: index + 1,
    }))
    expect(shown(after)).toBe('visitor, bot, band over, person, signature, visitor, back, bot')
    expect(shown(after, { rating })).toContain('person, signature, rating, visitor')
    expect(shown(after, {}, { rated: 3 })).toContain('person, signature, rated, visitor')
    expect(shown(after, {}, { rated: 2 })).not.toContain('rated')
  })

  test('marks the newest message that a person has read, and the newest that waits for one', () => {
    const lines = said(['visitor', null], ['visitor', null], ['visitor', null])
    expect(shown(lines, { speaker: 'person', readUpTo: 2 })).toBe(
      'visitor, visitor, seen, visitor, sent, band person',
    )
    expect(shown(lines, { readUpTo: 3 })).toBe('visitor, visitor, visitor')
  })

  test('ends with what is on its way, and with the bot that writes', () => {
    const outgoing = [{ clientId: 'c', text: 'Hi', files: [], at: 0, state: 'sending' as const, done: 0 }]
    expect(shown(said(['visitor', null]), { typing: true }, { outgoing })).toBe('visitor, outgoing, typing')
  })

  test('shows what the bot has written so far where its message will stand, with its face if that will have one', () => {
    const typingIn = (messages: ChatMessage[]) =>
      entriesOf(stateOf(messages, { typing: true, writing: 'We are \n' })).at(-1)
    expect(typingIn(said(['visitor', null]))).toMatchObject({ writing: 'We are', first: true })
    expect(typingIn(said(['visitor', null], ['bot', 'Shop bot']))).toMatchObject({ first: false })
  })
})

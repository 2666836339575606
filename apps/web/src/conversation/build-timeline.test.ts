import type { Handover, Message } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { buildTimeline } from './build-timeline.ts'

function at(minute: number): string {
  return new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString()
}

function message(
  seq: number,
  author: Message['author'],
  kind: Message['kind'] = 'message',
  minute = seq,
): Message {
  return { seq, author, kind, text: `${seq}`, createdAt: at(minute) } as Message
}

function handover(minute: number, given: Partial<Handover> = {}): Handover {
  return {
    id: `h${minute}`,
    beganAt: at(minute),
    endedAt: null,
    outcome: null,
    claimedAt: null,
    repliedAt: null,
    evidence: [],
    ...given,
  } as unknown as Handover
}

/** The timeline in short: `2 bot` is message 2 while the bot had control. */
function short(messages: Message[], handovers: Handover[], hasBot = true): string[] {
  return buildTimeline(messages, handovers, hasBot)
    .filter(({ kind }) => kind !== 'day')
    .map((item) => (item.kind === 'message' ? `${item.message.seq} ${item.span}` : item.kind))
}

describe('the timeline (R22)', () => {
  test('puts the band under the final message that belongs to it', () => {
    const messages = [
      message(1, 'contact'),
      message(2, 'bot', 'final', 3),
      message(3, 'contact', 'message', 4),
    ]
    expect(short(messages, [handover(3)])).toEqual(['1 bot', '2 bot', 'handover', '3 waiting'])
  })

  test('gives control to the person who claimed, and back where it was handed back', () => {
    const ended = { claimedAt: at(3), endedAt: at(5), outcome: 'handed_back' as const }
    const messages = [message(1, 'contact'), message(4, 'user'), message(6, 'bot')]
    expect(short(messages, [handover(2, ended)])).toEqual(['1 bot', 'handover', '4 human', 'back', '6 bot'])
  })

  test('shows a takeover without a handover by who writes', () => {
    const messages = [message(1, 'contact'), message(2, 'user'), message(3, 'contact'), message(4, 'bot')]
    expect(short(messages, [])).toEqual(['1 bot', '2 human', '3 human', '4 bot'])
  })

  test('does not take a note for a word of a person', () => {
    expect(short([message(1, 'bot'), message(2, 'user', 'note')], [])).toEqual(['1 bot', '2 bot'])
  })

  test('says nothing of control where no bot is', () => {
    expect(short([message(1, 'contact')], [], false)).toEqual(['1 unknown'])
  })

  test('begins each day, folds all handovers but the newest, and marks the evidence', () => {
    const evidence = [
      { seq: 1, start: 0, end: 1, speaks: 'for', reason: 'asks_for_person' },
    ] as Handover['evidence']
    const messages = [message(1, 'contact'), message(2, 'bot', 'message', 60 * 24)]
    const items = buildTimeline(messages, [handover(9), handover(2, { evidence })], true)
    expect(items.filter(({ kind }) => kind === 'day')).toHaveLength(2)
    expect(items.flatMap((item) => (item.kind === 'handover' ? [item.newest] : []))).toEqual([false, true])
    expect(items.find((item) => item.kind === 'message')).toMatchObject({ evidence })
  })

  test('leaves out handovers from before the messages that were read', () => {
    expect(short([message(5, 'contact')], [handover(1)])).toEqual(['5 bot'])
  })
})

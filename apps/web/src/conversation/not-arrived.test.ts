import type { Message } from '@baton/contract'
import { expect, test } from 'vitest'
import { notArrived } from './not-arrived.ts'
import type { Outgoing } from './outbox.ts'

const at = '2026-03-02T10:00:00.000Z'
const entry = (key: string, changed: Partial<Outgoing> = {}): Outgoing => ({
  key,
  conversationId: 'c',
  userId: 'u',
  kind: 'reply',
  text: 'Hello',
  at,
  state: 'sending',
  reason: null,
  ...changed,
})
const message = (id: string, changed: Partial<Message> = {}) =>
  ({ id, author: 'user', kind: 'message', userId: 'u', text: 'Hello', createdAt: at, ...changed }) as Message

test('a message whose event is quicker than the answer to sending it stands there once', () => {
  expect(notArrived([entry('a')], [message('1')])).toEqual([])
  expect(notArrived([entry('a'), entry('b')], [message('1')])).toHaveLength(1)
  expect(notArrived([entry('a'), entry('b')], [message('1'), message('2')])).toEqual([])
})

test('but not one that failed, nor for words that somebody else wrote, or long ago, or as a note', () => {
  const others = [
    message('1', { userId: 'x' }),
    message('2', { createdAt: '2026-03-02T09:00:00.000Z' }),
    message('3', { kind: 'note' }),
    message('4', { text: 'Hello!' }),
  ]
  expect(notArrived([entry('a')], others)).toHaveLength(1)
  expect(notArrived([entry('a', { state: 'failed' })], [message('1')])).toHaveLength(1)
})

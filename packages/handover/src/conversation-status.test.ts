import { expect, test } from 'vitest'
import { Chat, effectsOf, handedOver, minute } from '../model/chat.ts'
import { waitsFor } from './index.ts'

test('resolve ends the handover, wakes the bot, and nobody is waited for (R21)', () => {
  const chat = handedOver()
  chat.contactWrites()
  expect(chat.happens({ type: 'resolve' }).effects).toEqual([
    { do: 'close_handover', handoverId: 'handover-1', outcome: 'resolved' },
    { do: 'wake' },
  ])
  expect(chat.control).toMatchObject({ status: 'resolved', handover: null, waitingSince: null })
  expect(waitsFor(chat.control)).toBe('nobody')
  expect(chat.happens({ type: 'resolve' }).refused).toBe('no_change')
})

test('resolve leaves a bot asleep that somebody put to sleep, and its timer holds under the new epoch (R15)', () => {
  const chat = new Chat()
  const until = chat.now + 30 * minute
  chat.happens({ type: 'sleep', by: { userId: 'ann' }, until })
  const { epoch } = chat.control
  expect(chat.happens({ type: 'resolve' }).effects).toEqual([
    { do: 'set_timer', timer: 'wake', at: until, epoch: epoch + 1 },
  ])
  chat.later(30)
  expect(chat.wakeTimerFires(epoch).refused).toBe('stale_epoch')
  expect(chat.wakeTimerFires(epoch + 1).refused).toBeUndefined()
})

test('what was written before a resolve triggers nothing afterwards (I7)', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.botAnswers({ attempts: 1 })
  chat.contactWrites()
  chat.happens({ type: 'resolve' })
  expect(chat.control).toMatchObject({ watermark: 3, attempts: 0, botMessages: 0 })
  expect(chat.botAnswers().refused).toBe('already_answered')
})

test('a resolved conversation opens when the contact writes, and the bot answers', () => {
  const chat = new Chat()
  chat.happens({ type: 'resolve' })
  expect(effectsOf(chat.contactWrites(), 'queue_turn')).toHaveLength(1)
  expect(chat.control.status).toBe('open')
})

test('a resolved conversation opens when a user writes, takes it over or reopens it', () => {
  for (const act of [
    (chat: Chat) => chat.userReplies(),
    (chat: Chat) => chat.takesOver(),
    (chat: Chat) => chat.happens({ type: 'reopen' }),
  ]) {
    const chat = new Chat()
    chat.happens({ type: 'resolve' })
    act(chat)
    expect(chat.control.status).toBe('open')
  }
})

test('an open conversation is not reopened', () => {
  expect(new Chat().happens({ type: 'reopen' }).refused).toBe('no_change')
})

test('a snoozed conversation comes back at its time, not before, and once', () => {
  const chat = new Chat()
  const until = chat.now + 5 * minute
  expect(chat.happens({ type: 'snooze', until }).effects).toEqual([
    { do: 'set_timer', timer: 'snooze', at: until },
  ])
  chat.now = until - 1
  expect(chat.happens({ type: 'snooze_timer' }).refused).toBe('not_due')
  chat.now = until
  expect(chat.happens({ type: 'snooze_timer' }).refused).toBeUndefined()
  expect(chat.control).toMatchObject({ status: 'open', snoozedUntil: null })
  expect(chat.happens({ type: 'snooze_timer' }).refused).toBe('not_due')
})

test('a snoozed conversation comes back when the contact writes, and the timer then does nothing', () => {
  const chat = new Chat()
  chat.happens({ type: 'snooze', until: chat.now + 5 * minute })
  chat.contactWrites()
  expect(chat.control.status).toBe('open')
  chat.later(5)
  expect(chat.happens({ type: 'snooze_timer' }).refused).toBe('not_due')
})

test('a conversation that was resolved while it was snoozed stays resolved', () => {
  const chat = new Chat()
  chat.happens({ type: 'snooze', until: chat.now + 5 * minute })
  chat.happens({ type: 'resolve' })
  chat.later(5)
  expect(chat.happens({ type: 'snooze_timer' }).refused).toBe('not_due')
  expect(chat.control.status).toBe('resolved')
})

test('a resolved conversation waits for nobody, whatever else it holds', () => {
  expect(waitsFor({ ...new Chat().control, status: 'resolved', lastContactSeq: 1 })).toBe('nobody')
})

test('a snooze that is set anew makes the older timer void', () => {
  const chat = new Chat()
  chat.happens({ type: 'snooze', until: chat.now + 5 * minute })
  chat.happens({ type: 'snooze', until: chat.now + 10 * minute })
  chat.later(5)
  expect(chat.happens({ type: 'snooze_timer' }).refused).toBe('not_due')
})

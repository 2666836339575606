import { expect, test } from 'vitest'
import { Chat, effectsOf, handedOver, planned } from '../model/chat.ts'
import { waitsFor } from './index.ts'

test('a message of the contact asks for a turn of the bot', () => {
  const chat = new Chat()
  expect(chat.contactWrites().effects).toEqual([{ do: 'queue_turn', epoch: 1, seq: 1 }])
  expect(waitsFor(chat.control)).toBe('bot')
})

test('a message asks for no turn where no bot is on, and waits for a person (I6)', () => {
  const chat = new Chat()
  expect(chat.contactWrites({ botOn: false }).effects).toEqual([])
  expect(waitsFor(chat.control)).toBe('human')
})

test('an answer is sent under the present epoch, and nobody waits any more (I1)', () => {
  const chat = new Chat()
  chat.contactWrites()
  expect(chat.botAnswers().effects).toEqual([
    { do: 'send_bot_message', seq: 2, epoch: 1, text: 'An answer.', role: 'answer' },
  ])
  expect(waitsFor(chat.control)).toBe('nobody')
  expect(chat.control.waitingSince).toBeNull()
})

test('a burst of messages gets one reply: only the turn that has read all of them counts (R3, I1)', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.contactWrites()
  expect(chat.botAnswers({ readUpTo: 1 }).refused).toBe('newer_message')
  expect(chat.botAnswers({ readUpTo: 2 }).refused).toBeUndefined()
})

test('the contact waits since the first message that nobody answered (R16)', () => {
  const chat = new Chat()
  chat.contactWrites({ botOn: false })
  const since = chat.now
  chat.later(5)
  chat.contactWrites({ botOn: false })
  chat.later(5)
  chat.happens({ type: 'hand_over', plan: planned() })
  expect(chat.control.waitingSince).toBe(since)
})

test('the same turn that comes twice answers once', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.botAnswers()
  expect(chat.botAnswers().refused).toBe('already_answered')
})

test('a reply that was being written when a person took over is dropped, also after the bot is awake again (R12)', () => {
  const chat = new Chat()
  chat.contactWrites()
  const { epoch } = chat.control
  chat.takesOver()
  expect(chat.botAnswers({ epoch }).refused).toBe('bot_asleep')
  chat.happens({ type: 'hand_back' })
  expect(chat.botAnswers({ epoch }).refused).toBe('stale_epoch')
})

test('a reply that was being written when the conversation was resolved is dropped (R12)', () => {
  const chat = new Chat()
  chat.contactWrites()
  const { epoch } = chat.control
  chat.happens({ type: 'resolve' })
  expect(chat.botAnswers({ epoch }).refused).toBe('stale_epoch')
})

test('a turn counts no more once a person has answered beside a bot that stays awake', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.userReplies('ann', false)
  expect(chat.control.bot.status).toBe('awake')
  expect(chat.botAnswers().refused).toBe('already_answered')
})

test('an outside bot may speak on its own account, and may answer twice', () => {
  const chat = new Chat()
  chat.contactWrites()
  expect(chat.botAnswers({ readUpTo: null }).refused).toBeUndefined()
  expect(chat.botAnswers({ readUpTo: null }).refused).toBeUndefined()
})

test('an outside bot that takes its time is waited for', () => {
  const chat = new Chat()
  chat.contactWrites()
  expect(chat.botTurn({ outcome: { do: 'wait' } }).effects).toEqual([])
  expect(waitsFor(chat.control)).toBe('bot')
  expect(chat.botTurn({ outcome: { do: 'wait' } }).refused).toBe('already_answered')
})

test('the bot sends as many messages as its cap allows, and then hands over (R3)', () => {
  const chat = new Chat()
  for (const _ of [1, 2]) {
    chat.contactWrites()
    expect(chat.botAnswers({ messageCap: 2 }).refused).toBeUndefined()
  }
  chat.contactWrites()
  expect(chat.botAnswers({ messageCap: 2 }).refused).toBe('message_cap')
  chat.botHandsOver({ cause: 'message_cap' }, { messageCap: 2 })
  expect(chat.control.bot).toMatchObject({ status: 'asleep', cause: 'message_cap' })
})

test('the final message does not count towards the cap, and a wake starts the count anew (R15)', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.botAnswers({ messageCap: 1 })
  chat.contactWrites()
  expect(effectsOf(chat.botHandsOver({}, { messageCap: 1 }), 'send_bot_message')).toHaveLength(1)
  chat.userReplies()
  chat.happens({ type: 'wake' })
  chat.contactWrites()
  expect(chat.botAnswers({ messageCap: 1 }).refused).toBeUndefined()
})

test('failed attempts are counted by the turn, and anew after a handover (I7)', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.botAnswers({ attempts: 1 })
  expect(chat.control.attempts).toBe(1)
  chat.contactWrites()
  chat.botHandsOver({ pauseBot: false }, { attempts: 2 })
  expect(chat.control.attempts).toBe(0)
  chat.botAnswers({ attempts: 2 })
  expect(chat.control.attempts).toBe(0)
})

test('a bot that is switched off drops what it was writing, and the contact waits for a person (R1, I6)', () => {
  const chat = new Chat()
  chat.contactWrites()
  const { epoch } = chat.control
  chat.happens({ type: 'bot_switched', botOn: false })
  expect(chat.botAnswers({ epoch }).refused).toBe('stale_epoch')
  expect(waitsFor(chat.control)).toBe('human')
})

test('a bot that is switched on again leaves to people what was written before, and goes on with the next message', () => {
  const chat = new Chat()
  chat.contactWrites({ botOn: false })
  expect(chat.happens({ type: 'bot_switched', botOn: true }).refused).toBe('no_change')
  expect(waitsFor(chat.control)).toBe('human')
  expect(effectsOf(chat.contactWrites(), 'queue_turn')).toHaveLength(1)
  expect(waitsFor(chat.control)).toBe('bot')
})

test('a bot that is switched while nobody waits is ready for the next message', () => {
  const chat = new Chat()
  expect(chat.happens({ type: 'bot_switched', botOn: true }).refused).toBeUndefined()
  expect(chat.happens({ type: 'bot_switched', botOn: true }).refused).toBe('no_change')
  expect(chat.control).toMatchObject({ botOn: true, epoch: 1 })
})

test('switching the bot off leaves a bot that sleeps its timer', () => {
  const chat = handedOver({ reactivation: { minutes: 30, countFrom: 'handover' } })
  chat.happens({ type: 'bot_switched', botOn: false })
  chat.later(30)
  expect(chat.wakeTimerFires().refused).toBeUndefined()
})

test('a refused event gives back the very control it was given', () => {
  const chat = new Chat()
  const before = chat.control
  const result = chat.happens({ type: 'claim', userId: 'ann' })
  expect(result).toEqual({ control: before, effects: [], refused: 'no_handover' })
  expect(result.control).toBe(before)
})

test('a note takes a number between the messages and changes nothing else', () => {
  const chat = new Chat()
  chat.contactWrites()
  const before = chat.control
  expect(chat.happens({ type: 'note_written' }).effects).toEqual([])
  expect(chat.control).toEqual({ ...before, lastSeq: 2 })
  expect(chat.botAnswers().effects).toMatchObject([{ seq: 3 }])
})

test('a handover by hand leaves no turn open for what it was about (I7)', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.happens({ type: 'hand_over', plan: planned() })
  chat.happens({ type: 'wake' })
  expect(chat.botAnswers().refused).toBe('already_answered')
})

test('an automatic reply wants no answer: nobody waits, and the bot stays awake', () => {
  const chat = new Chat()
  chat.contactWrites()
  expect(chat.botTurn({ outcome: { do: 'let_be' } }).effects).toEqual([])
  expect(chat.control.bot.status).toBe('awake')
  expect(waitsFor(chat.control)).toBe('nobody')
  chat.contactWrites()
  expect(waitsFor(chat.control)).toBe('bot')
})

test('an automatic reply does not take back the promise of a person (I4, R16)', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.botHandsOver()
  chat.happens({ type: 'wake' })
  chat.contactWrites()
  expect(chat.botTurn({ outcome: { do: 'let_be' } }).refused).toBe('handover_open')
  expect(waitsFor(chat.control)).toBe('human')
})

test('a bot that talks to a machine falls silent, and a person is to look (R17)', () => {
  const chat = new Chat()
  chat.contactWrites()
  const { epoch } = chat.control
  expect(effectsOf(chat.botTurn({ outcome: { do: 'stop_loop' } }), 'sleep')).toEqual([
    { do: 'sleep', cause: 'loop', wakesAt: null },
  ])
  expect(chat.control.epoch).toBe(epoch + 1)
  expect(waitsFor(chat.control)).toBe('human')
})

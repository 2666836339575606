import { expect, test } from 'vitest'
import {
  Chat,
  effectsOf,
  handedOver,
  kindsOf,
  minute,
  planned,
  toAnn,
  told,
  toQueue,
  toSales,
} from '../model/chat.ts'
import { waitsFor } from './index.ts'

const full = planned({
  task: { title: 'Call back', text: 'They asked for a person.', dueInMinutes: 1440 },
  tags: ['human_handover', 'vip', 'human_handover'],
  reactivation: { minutes: 30, countFrom: 'handover' },
  responseTarget: { minutes: 5 },
})

test('a handover does all its steps, each once and in order (R11, I2)', () => {
  const chat = new Chat()
  chat.contactWrites()
  const { epoch } = chat.control
  const { effects } = chat.botHandsOver(full)
  const wakesAt = chat.now + 30 * minute
  const respondBy = chat.now + 5 * minute
  expect(effects).toEqual([
    { do: 'open_handover', plan: full, respondBy },
    {
      do: 'send_bot_message',
      seq: 2,
      epoch,
      text: full.finalMessage,
      role: 'final',
      handoverId: 'handover-1',
    },
    { do: 'sleep', cause: 'handover', wakesAt },
    { do: 'set_timer', timer: 'wake', at: wakesAt, epoch: epoch + 1 },
    { do: 'assign', userId: 'ann', teamId: null },
    { do: 'create_task', handoverId: 'handover-1', task: full.task, assigneeId: 'ann' },
    { do: 'add_tags', tags: ['human_handover', 'vip'] },
    { do: 'notify', about: 'handover', handoverId: 'handover-1', audience: { to: 'user', userId: 'ann' } },
    { do: 'set_timer', timer: 'respond', at: respondBy, handoverId: 'handover-1' },
  ])
  expect(waitsFor(chat.control)).toBe('human')
})

test('steps that are not planned are not done', () => {
  const chat = new Chat()
  chat.contactWrites()
  expect(kindsOf(chat.botHandsOver({ finalMessage: null }))).toEqual([
    'open_handover',
    'sleep',
    'assign',
    'notify',
  ])
})

test('the bot is silent after its final message (R12, I3)', () => {
  const chat = handedOver()
  chat.contactWrites()
  expect(chat.botAnswers().refused).toBe('bot_asleep')
  expect(chat.botHandsOver({ handoverId: 'handover-2' }).refused).toBe('bot_asleep')
})

test('a handover that is open is not begun again by hand (R14, I2)', () => {
  const chat = handedOver()
  const plan = planned({ handoverId: 'handover-2' })
  expect(chat.happens({ type: 'hand_over', plan }).refused).toBe('handover_open')
})

test('the turn is over that a handover was about, also one by hand (I7)', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.happens({ type: 'hand_over', plan: planned() })
  expect(chat.control.turnSeq).toBe(1)
})

test('a handover while the bot sleeps says nothing, and everything else is done', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.takesOver('ben')
  const result = chat.happens({ type: 'hand_over', plan: planned() })
  expect(kindsOf(result)).toEqual(['open_handover', 'sleep', 'assign', 'notify'])
  expect(chat.control.assigneeId).toBe('ann')
})

test.each([
  { who: 'a user', placement: toAnn, tells: ['handover: ann'] },
  { who: 'a team where nobody is free', placement: toSales, tells: ['handover: sales', 'handover: admins'] },
  { who: 'the queue', placement: toQueue, tells: ['handover: admins'] },
])('a handover to $who tells $tells (R16, I4)', ({ placement, tells }) => {
  const chat = new Chat()
  chat.contactWrites()
  expect(told(chat.botHandsOver({ placement }))).toEqual(tells)
})

test('a flag assigns, tags and tells, and the bot goes on to answer in the same turn (R7)', () => {
  const chat = new Chat()
  chat.contactWrites()
  const result = chat.botHandsOver({ pauseBot: false, tags: ['vip'] })
  expect(kindsOf(result)).toEqual(['open_handover', 'assign', 'add_tags', 'notify'])
  expect(chat.control).toMatchObject({ bot: { status: 'awake' }, epoch: 1, handover: { flagOnly: true } })
  expect(chat.botAnswers().refused).toBeUndefined()
  expect(waitsFor(chat.control)).toBe('human')
})

test('a flag is not raised twice, and is superseded by a handover that pauses the bot', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.botHandsOver({ pauseBot: false })
  chat.botAnswers()
  chat.contactWrites()
  expect(chat.botHandsOver({ handoverId: 'handover-2', pauseBot: false }).refused).toBe('handover_open')
  const result = chat.botHandsOver({ handoverId: 'handover-2' })
  expect(result.effects[0]).toEqual({ do: 'close_handover', handoverId: 'handover-1', outcome: 'superseded' })
  expect(chat.control.handover).toMatchObject({ id: 'handover-2', flagOnly: false })
})

test('a flag never supersedes a person who was promised', () => {
  const chat = handedOver()
  chat.happens({ type: 'wake' })
  chat.contactWrites()
  expect(chat.botHandsOver({ handoverId: 'handover-2', pauseBot: false }).refused).toBe('handover_open')
  expect(chat.control.handover?.id).toBe('handover-1')
})

test('a flag left open when the bot was put to sleep is still answered by the bot that wakes (R15)', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.botHandsOver({ pauseBot: false })
  chat.happens({ type: 'sleep', by: { userId: 'ben' }, until: null })
  expect(effectsOf(chat.happens({ type: 'wake' }), 'queue_turn')).toEqual([
    { do: 'queue_turn', epoch: 3, seq: 1 },
  ])
  chat.happens({ type: 'claim', userId: 'ann' })
  expect(waitsFor(chat.control)).toBe('bot')
  expect(chat.botAnswers().refused).toBeUndefined()
})

test('a contact who asks again after nobody came gets a new handover in place of the old one', () => {
  const chat = handedOver()
  chat.happens({ type: 'wake' })
  chat.contactWrites()
  const result = chat.botHandsOver({ handoverId: 'handover-2', placement: toQueue })
  expect(result.effects[0]).toEqual({ do: 'close_handover', handoverId: 'handover-1', outcome: 'superseded' })
  expect(told(result)).toEqual(['handover: admins'])
})

test('a contact who was promised a person by hand waits for one, though the bot had answered everything (R16, I6)', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.botAnswers()
  chat.later(1)
  chat.happens({ type: 'hand_over', plan: planned() })
  chat.happens({ type: 'claim', userId: 'ann' })
  expect(waitsFor(chat.control)).toBe('human')
  expect(chat.control.waitingSince).toBe(chat.now)
  chat.userReplies()
  expect(waitsFor(chat.control)).toBe('nobody')
})

test('a handover brings a resolved or snoozed conversation back', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.happens({ type: 'snooze', until: chat.now + minute })
  chat.happens({ type: 'hand_over', plan: planned() })
  expect(chat.control).toMatchObject({ status: 'open', snoozedUntil: null })
})

test('a handover before the contact has written anything owes no answer', () => {
  const chat = new Chat()
  chat.happens({ type: 'hand_over', plan: planned() })
  expect(chat.control).toMatchObject({ answeredSeq: 0, waitingSince: null, handover: { status: 'waiting' } })
})

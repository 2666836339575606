import { expect, test } from 'vitest'
import { Chat, effectsOf, handedOver, minute, toAnn, told, toQueue, toSales } from '../model/chat.ts'
import { remindEvery, waitsFor } from './index.ts'

const claimed = { do: 'claim_handover', handoverId: 'handover-1', userId: 'ben' }
const toBen = { do: 'assign', userId: 'ben', teamId: null }

test('a person claims a handover that waits, and gets the conversation (R13)', () => {
  const chat = handedOver()
  const { epoch } = chat.control
  expect(chat.happens({ type: 'claim', userId: 'ben' }).effects).toEqual([claimed, toBen])
  expect(chat.control).toMatchObject({ handover: { status: 'claimed', respondBy: null }, epoch })
})

test('a handover is claimed once: the second person is refused, the first may ask again', () => {
  const chat = handedOver()
  expect(chat.happens({ type: 'claim', userId: 'ben' }).refused).toBeUndefined()
  expect(chat.happens({ type: 'claim', userId: 'ann' }).refused).toBe('already_claimed')
  expect(chat.happens({ type: 'claim', userId: 'ben' }).refused).toBe('no_change')
})

test('a message that a user writes claims the handover (R3, R13)', () => {
  const chat = handedOver()
  expect(chat.userReplies('ben').effects).toEqual([claimed, toBen])
})

test('who takes over claims the handover, and the bot sleeps until it is woken (R13, R15)', () => {
  const chat = handedOver({ reactivation: { minutes: 30, countFrom: 'handover' } })
  const { epoch } = chat.control
  const result = chat.takesOver('ben')
  expect(result.effects).toEqual([{ do: 'sleep', cause: 'take_over', wakesAt: null }, claimed, toBen])
  expect(chat.control.epoch).toBe(epoch + 1)
  chat.later(60)
  expect(chat.wakeTimerFires(epoch).refused).toBe('stale_epoch')
  expect(chat.wakeTimerFires().refused).toBe('not_due')
})

test('an API key takes over for no user: the assignee stays', () => {
  const chat = handedOver()
  chat.takesOver(null)
  expect(chat.control).toMatchObject({
    assigneeId: 'ann',
    bot: { status: 'asleep', cause: 'api' },
    handover: { status: 'claimed' },
  })
})

test('a claim after the bot woke stops the bot: nobody talks over the person who came', () => {
  const chat = handedOver()
  chat.happens({ type: 'wake' })
  chat.contactWrites()
  const { epoch } = chat.control
  chat.happens({ type: 'claim', userId: 'ben' })
  expect(chat.control.bot).toMatchObject({ status: 'asleep', cause: 'take_over', wakesAt: null })
  expect(chat.botAnswers({ epoch }).refused).toBe('bot_asleep')
  expect(waitsFor(chat.control)).toBe('human')
})

test('a claim of a flag leaves the bot awake', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.botHandsOver({ pauseBot: false })
  chat.happens({ type: 'claim', userId: 'ben' })
  expect(chat.control).toMatchObject({ bot: { status: 'awake' }, handover: { status: 'claimed' }, epoch: 1 })
})

test('a user who writes in the conversation of another does not take it, unless the handover waits', () => {
  const chat = handedOver()
  chat.happens({ type: 'claim', userId: 'ann' })
  chat.userReplies('ben')
  expect(chat.control.assigneeId).toBe('ann')
})

test('a user who writes in a conversation that nobody has gets it', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.userReplies('ben')
  expect(chat.control.assigneeId).toBe('ben')
})

test('whoever is assigned is told, and a handover that loses its assignee tells the admins (I4)', () => {
  const chat = handedOver()
  chat.happens({ type: 'claim', userId: 'ann' })
  expect(told(chat.happens({ type: 'assign', userId: 'ben', teamId: null }))).toEqual(['assigned: ben'])
  expect(told(chat.happens({ type: 'assign', userId: null, teamId: 'sales' }))).toEqual(['assigned: sales'])
  expect(told(chat.happens({ type: 'assign', userId: null, teamId: null }))).toEqual(['assigned: admins'])
  expect(chat.happens({ type: 'assign', userId: null, teamId: null }).refused).toBe('no_change')
})

test('a handover to whoever has the conversation already does not assign it again (I2)', () => {
  const chat = new Chat()
  chat.happens({ type: 'assign', userId: 'ann', teamId: null })
  chat.contactWrites()
  const result = chat.botHandsOver()
  expect(effectsOf(result, 'assign')).toEqual([])
  expect(told(result)).toEqual(['handover: ann'])
})

test('a conversation without a handover that is given to nobody tells nobody', () => {
  const chat = new Chat()
  chat.happens({ type: 'assign', userId: 'ann', teamId: null })
  expect(told(chat.happens({ type: 'assign', userId: null, teamId: null }))).toEqual([])
})

test('a contact who asks again reminds whoever should come, not more than once in ten minutes (R14)', () => {
  const chat = handedOver()
  chat.contactWrites()
  expect(told(chat.happens({ type: 'asked_again' }))).toEqual(['asked_again: ann'])
  chat.now += remindEvery - 1
  expect(chat.happens({ type: 'asked_again' }).refused).toBe('no_change')
  chat.now += 1
  expect(told(chat.happens({ type: 'asked_again' }))).toEqual(['asked_again: ann'])
})

test('without a handover there is nobody to remind', () => {
  expect(new Chat().happens({ type: 'asked_again' }).refused).toBe('no_handover')
})

test('a bot that sleeps through a handover still looks whether the contact asks again (R14)', () => {
  const chat = handedOver()
  expect(effectsOf(chat.contactWrites(), 'queue_turn')).toHaveLength(1)
  chat.happens({ type: 'resolve' })
  chat.userReplies()
  expect(effectsOf(chat.contactWrites(), 'queue_turn')).toHaveLength(0)
})

const target = { minutes: 5 }

test('a handover that nobody claims within its target is told of once, not before (R7)', () => {
  const chat = handedOver({ responseTarget: target })
  const missed = { type: 'respond_timer' as const, handoverId: 'handover-1', placement: null }
  chat.now += 5 * minute - 1
  expect(chat.happens(missed).refused).toBe('not_due')
  chat.now += 1
  expect(told(chat.happens(missed))).toEqual(['target_missed: ann'])
  expect(chat.happens(missed).refused).toBe('not_due')
})

test('a target that was missed gives the handover to the fallback, and to the admins where nobody can take it', () => {
  const missed = { type: 'respond_timer' as const, handoverId: 'handover-1' }
  for (const [placement, tells] of [
    [{ ...toAnn, userId: 'ben' }, ['target_missed: ben']],
    [toSales, ['target_missed: sales', 'target_missed: admins']],
    [toQueue, ['target_missed: admins']],
  ] as const) {
    const chat = handedOver({ responseTarget: target })
    chat.later(5)
    expect(told(chat.happens({ ...missed, placement }))).toEqual(tells)
    expect(chat.control.assigneeId).toBe(placement.userId)
  }
})

test('a claim stops the target, and a handover that is over has none', () => {
  const missed = { type: 'respond_timer' as const, handoverId: 'handover-1', placement: null }
  const chat = handedOver({ responseTarget: target })
  chat.later(5)
  chat.happens({ type: 'claim', userId: 'ann' })
  expect(chat.happens(missed).refused).toBe('already_claimed')
  chat.happens({ type: 'resolve' })
  expect(chat.happens(missed).refused).toBe('no_handover')
})

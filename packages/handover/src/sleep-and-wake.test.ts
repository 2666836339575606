import { describe, expect, test } from 'vitest'
import { Chat, effectsOf, handedOver, minute, planned, told, toSales } from '../model/chat.ts'
import { type Reactivation, type SleepCause, waitsFor } from './index.ts'

const inHalfAnHour: Reactivation = { minutes: 30, countFrom: 'handover' }
const afterTheUser: Reactivation = { minutes: 30, countFrom: 'last_user_message' }

/** Every way to fall asleep, with what ends the sleep according to the head comment of `control.ts`. */
const sleeps: { cause: SleepCause; fallAsleep: (chat: Chat) => void; endsBy: string[] }[] = [
  {
    cause: 'handover',
    fallAsleep: (chat) => chat.botHandsOver({ reactivation: inHalfAnHour }),
    endsBy: ['hand_back', 'wake', 'wake_timer', 'resolve'],
  },
  {
    cause: 'message_cap',
    fallAsleep: (chat) => chat.botHandsOver({ cause: 'message_cap', reactivation: inHalfAnHour }),
    endsBy: ['hand_back', 'wake', 'wake_timer', 'resolve'],
  },
  {
    cause: 'user_message',
    fallAsleep: (chat) => chat.userReplies(),
    endsBy: ['hand_back', 'wake', 'resolve'],
  },
  { cause: 'take_over', fallAsleep: (chat) => chat.takesOver(), endsBy: ['hand_back', 'wake', 'resolve'] },
  {
    cause: 'manual',
    fallAsleep: (chat) => putToSleep(chat, 'ann', 30),
    endsBy: ['hand_back', 'wake', 'wake_timer'],
  },
  {
    cause: 'api',
    fallAsleep: (chat) => putToSleep(chat, null, 30),
    endsBy: ['hand_back', 'wake', 'wake_timer'],
  },
  {
    cause: 'opt_out',
    fallAsleep: (chat) => chat.contactWrites({ optOut: true }),
    endsBy: ['hand_back', 'wake'],
  },
]

function putToSleep(chat: Chat, userId: string | null, minutes: number | null): void {
  const until = minutes === null ? null : chat.now + minutes * minute
  chat.happens({ type: 'sleep', by: { userId }, until })
}

describe.each(sleeps)('a bot asleep by $cause', ({ cause, fallAsleep, endsBy }) => {
  function asleep(): Chat {
    const chat = new Chat()
    chat.contactWrites()
    fallAsleep(chat)
    return chat
  }

  test('shows its cause (R17), sends nothing (I1), and has a new epoch', () => {
    const chat = asleep()
    expect(chat.control).toMatchObject({ bot: { status: 'asleep', cause }, epoch: 2 })
    chat.contactWrites()
    expect(chat.botAnswers().refused).toBe('bot_asleep')
  })

  test.each(['hand_back', 'wake', 'wake_timer', 'resolve'] as const)(
    '%s ends its sleep or does not',
    (type) => {
      const chat = asleep()
      chat.later(30)
      chat.happens({ type, epoch: chat.control.epoch })
      expect(chat.control.bot.status).toBe(endsBy.includes(type) ? 'awake' : 'asleep')
    },
  )

  test('a message of a user leaves it asleep', () => {
    const chat = asleep()
    chat.userReplies()
    expect(chat.control.bot).toMatchObject({ status: 'asleep', cause })
  })
})

test('a wake happens at its time, not a moment before, and once (R15, I5)', () => {
  const chat = handedOver({ reactivation: inHalfAnHour })
  const { epoch } = chat.control
  chat.now += 30 * minute - 1
  expect(chat.wakeTimerFires(epoch).refused).toBe('not_due')
  chat.now += 1
  expect(effectsOf(chat.wakeTimerFires(epoch), 'wake')).toHaveLength(1)
  expect(chat.wakeTimerFires(epoch).refused).toBe('bot_awake')
})

test('a wake timer is void under another epoch, though its time has come (I5)', () => {
  const chat = handedOver({ reactivation: inHalfAnHour })
  const { epoch } = chat.control
  putToSleep(chat, 'ann', 1)
  chat.later(30)
  expect(chat.wakeTimerFires(epoch).refused).toBe('stale_epoch')
})

test('the time until the bot wakes moves with each message that a user writes (R7)', () => {
  const chat = handedOver({ reactivation: afterTheUser })
  chat.later(20)
  const { effects } = chat.userReplies()
  const wakesAt = chat.now + 30 * minute
  expect(effects.at(-1)).toEqual({ do: 'set_timer', timer: 'wake', at: wakesAt, epoch: 2 })
  chat.later(10)
  expect(chat.wakeTimerFires().refused).toBe('not_due')
  chat.later(20)
  expect(chat.wakeTimerFires().refused).toBeUndefined()
})

test('a time that is counted from the handover does not move with messages (R7)', () => {
  const chat = handedOver({ reactivation: inHalfAnHour })
  chat.later(20)
  expect(effectsOf(chat.userReplies(), 'set_timer')).toEqual([])
  chat.later(10)
  expect(chat.wakeTimerFires().refused).toBeUndefined()
})

test('sleep while asleep keeps the cause and since when, and sets anew until when (R13)', () => {
  const chat = handedOver({ reactivation: afterTheUser })
  const since = chat.now
  chat.later(10)
  putToSleep(chat, 'ann', 60)
  const wakesAt = chat.now + 60 * minute
  expect(chat.control.bot).toEqual({
    status: 'asleep',
    cause: 'handover',
    since,
    wakesAt,
    reactivation: null,
  })
  chat.userReplies()
  expect(chat.control.bot).toMatchObject({ wakesAt })
})

test('at waking, what nobody answered gets a turn, and the counts start anew (R15)', () => {
  const chat = handedOver()
  chat.userReplies()
  chat.contactWrites()
  expect(chat.happens({ type: 'wake' }).effects).toEqual([
    { do: 'close_handover', handoverId: 'handover-1', outcome: 'woken' },
    { do: 'wake' },
    { do: 'queue_turn', epoch: 3, seq: 4 },
  ])
  expect(chat.control).toMatchObject({ attempts: 0, botMessages: 0, handover: null })
  expect(chat.botAnswers().refused).toBeUndefined()
})

test('a wake after a take-over forgets the attempts and messages of before (R15)', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.botAnswers({ attempts: 1 })
  chat.takesOver()
  chat.happens({ type: 'wake' })
  expect(chat.control).toMatchObject({ attempts: 0, botMessages: 0 })
})

test('at waking, what a person has answered triggers nothing (R15, I7)', () => {
  const chat = handedOver()
  chat.contactWrites()
  chat.userReplies()
  expect(effectsOf(chat.happens({ type: 'wake' }), 'queue_turn')).toEqual([])
  expect(chat.botAnswers().refused).toBe('already_answered')
})

test('a handover that nobody came for outlives the wake, and whoever should have come is told (R16, I4)', () => {
  const chat = handedOver({ placement: toSales })
  chat.contactWrites()
  const result = chat.happens({ type: 'wake' })
  expect(told(result)).toEqual(['woken_unclaimed: sales', 'woken_unclaimed: admins'])
  expect(effectsOf(result, 'close_handover')).toEqual([])
  expect(waitsFor(chat.control)).toBe('human')
  chat.botAnswers()
  expect(waitsFor(chat.control)).toBe('human')
})

test('a handover that was claimed but never answered waits again after the wake (R16)', () => {
  const chat = handedOver({ reactivation: inHalfAnHour })
  chat.happens({ type: 'claim', userId: 'ann' })
  chat.later(30)
  const result = chat.wakeTimerFires()
  expect(result.effects[0]).toEqual({ do: 'release_handover', handoverId: 'handover-1' })
  expect(told(result)).toEqual(['woken_unclaimed: ann'])
  expect(chat.control.handover?.status).toBe('waiting')
  expect(effectsOf(chat.happens({ type: 'claim', userId: 'ben' }), 'claim_handover')).toHaveLength(1)
})

test('hand back ends the handover: what led to it is dealt with, what came after gets a turn (R13, R15)', () => {
  const chat = handedOver()
  expect(effectsOf(chat.happens({ type: 'hand_back' }), 'queue_turn')).toEqual([])
  expect(chat.control).toMatchObject({ handover: null, waitingSince: null })
  expect(waitsFor(chat.control)).toBe('nobody')

  const other = handedOver()
  other.contactWrites()
  const result = other.happens({ type: 'hand_back' })
  expect(effectsOf(result, 'close_handover')).toMatchObject([{ outcome: 'handed_back' }])
  expect(effectsOf(result, 'queue_turn')).toEqual([{ do: 'queue_turn', epoch: 3, seq: 3 }])
  expect(waitsFor(other.control)).toBe('bot')
})

test('hand back after a take-over gives the bot the messages that nobody answered (R15)', () => {
  const chat = new Chat()
  chat.contactWrites()
  chat.takesOver()
  expect(effectsOf(chat.happens({ type: 'hand_back' }), 'queue_turn')).toEqual([
    { do: 'queue_turn', epoch: 3, seq: 1 },
  ])
})

test('hand back ends a handover that waits while the bot is awake, and needs either of the two', () => {
  const chat = handedOver()
  chat.happens({ type: 'wake' })
  const { epoch } = chat.control
  expect(effectsOf(chat.happens({ type: 'hand_back' }), 'close_handover')).toHaveLength(1)
  expect(chat.control.epoch).toBe(epoch)
  expect(chat.happens({ type: 'hand_back' }).refused).toBe('bot_awake')
  expect(chat.happens({ type: 'wake' }).refused).toBe('bot_awake')
})

describe('a contact who opted out (R17)', () => {
  function optedOut(): Chat {
    const chat = new Chat()
    chat.contactWrites()
    chat.contactWrites({ optOut: true })
    return chat
  }

  test('is owed no answer, and has the turn dropped that was underway', () => {
    const chat = optedOut()
    expect(waitsFor(chat.control)).toBe('nobody')
    expect(effectsOf(chat.happens({ type: 'wake' }), 'queue_turn')).toEqual([])
  })

  test('is answered by a person when it writes again', () => {
    const chat = optedOut()
    expect(chat.contactWrites().effects).toEqual([])
    expect(waitsFor(chat.control)).toBe('human')
  })

  test.each<[string, (chat: Chat) => void]>([
    ['is put to sleep for a time', (chat) => putToSleep(chat, 'ann', 30)],
    ['is taken over', (chat) => chat.takesOver()],
    [
      'is handed over',
      (chat) => chat.happens({ type: 'hand_over', plan: planned({ reactivation: afterTheUser }) }),
    ],
    ['is resolved', (chat) => chat.happens({ type: 'resolve' })],
  ])('stays opted out and has no timer when it %s', (_, act) => {
    const chat = optedOut()
    act(chat)
    expect(chat.control.bot).toMatchObject({ cause: 'opt_out', wakesAt: null, reactivation: null })
    chat.userReplies()
    expect(chat.control.bot).toMatchObject({ cause: 'opt_out', wakesAt: null })
  })

  test('is still owed the person it was promised before, and nothing for the word itself', () => {
    const chat = handedOver()
    chat.happens({ type: 'claim', userId: 'ann' })
    chat.contactWrites({ optOut: true })
    expect(waitsFor(chat.control)).toBe('human')
    chat.userReplies()
    chat.contactWrites({ optOut: true })
    expect(waitsFor(chat.control)).toBe('nobody')
  })
})

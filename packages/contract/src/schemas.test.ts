import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  availabilityInput,
  botInput,
  botPatch,
  channelPatch,
  contactPatch,
  conversationQuery,
  endpoints,
  eventQuery,
  newMessage,
  scenarioInput,
  scenarioPatch,
  taskPatch,
  taskQuery,
  teamPatch,
  tryInput,
  userPatch,
  webhookInput,
  webhookPatch,
} from './index.ts'

function messagesOf(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value)
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
}

const scenario = { kind: 'human_requested', name: 'Wants a person' }

describe('what is left out takes its default', () => {
  test('of a bot (R1, R3)', () => {
    expect(botInput.parse({ name: 'Shop bot' })).toEqual({
      name: 'Shop bot',
      mode: 'off',
      persona: '',
      instructions: '',
      language: 'en',
      waitSeconds: 2,
      messageCap: 75,
      sleepOnUserMessage: true,
      brain: { kind: 'external' },
    })
  })

  test('of a scenario (R7)', () => {
    expect(scenarioInput.parse(scenario)).toEqual({
      kind: 'human_requested',
      name: 'Wants a person',
      enabled: false,
      triggerCondition: '',
      examplePhrases: [],
      assignTo: { type: 'nobody' },
      keepPresentOwner: true,
      ifUnavailable: { type: 'queue' },
      finalMessage: 'Thank you! Someone from the team will get back to you.',
      finalMessageTranslations: {},
      absenceMessage: '',
      absenceMessageTranslations: {},
      pauseBot: true,
      reactivateAfter: null,
      createTask: null,
      tags: ['human_handover'],
      attempts: 2,
      responseTarget: null,
    })
  })

  test('also within a scenario', () => {
    const parsed = scenarioInput.parse({
      ...scenario,
      reactivateAfter: { minutes: 30 },
      createTask: { title: 'Call back' },
      responseTarget: { minutes: 15 },
    })
    expect(parsed.reactivateAfter).toEqual({ minutes: 30, countFrom: 'last_user_message' })
    expect(parsed.createTask).toEqual({ title: 'Call back', text: '', dueInMinutes: 1440 })
    expect(parsed.responseTarget?.then).toBe('remind')
  })
})

describe('a change', () => {
  test.each(
    Object.entries({
      botPatch,
      scenarioPatch,
      channelPatch,
      contactPatch,
      taskPatch,
      userPatch,
      teamPatch,
      webhookPatch,
    }),
  )('%s leaves alone what it does not name', (_, schema) => {
    expect(schema.parse({})).toEqual({})
  })

  test('does not change the kind of a scenario', () => {
    expect(messagesOf(scenarioPatch, { kind: 'custom' })).toEqual([': Unrecognized key: "kind"'])
  })
})

describe('limits', () => {
  const phrases = (count: number) => Array.from({ length: count }, (_, index) => `phrase ${index}`)

  test.each([
    ['name', 'x'.repeat(80), 'x'.repeat(81)],
    ['name', 'x', '   '],
    ['triggerCondition', 'x'.repeat(1_000), 'x'.repeat(1_001)],
    ['examplePhrases', phrases(50), phrases(51)],
    ['examplePhrases', ['x'.repeat(300)], ['x'.repeat(301)]],
    ['examplePhrases', ['a person', 'a human'], ['a person', ' A Person ']],
    ['finalMessage', 'x'.repeat(1_000), 'x'.repeat(1_001)],
    ['finalMessage', 'x', ''],
    [
      'finalMessageTranslations',
      { de: 'Danke!', 'pt-BR': 'Obrigado!' },
      { german: '', 'not a language': 'x' },
    ],
    ['tags', phrases(20), phrases(21)],
    ['attempts', 10, 11],
    ['attempts', 1, 0],
    ['reactivateAfter', { minutes: 1 }, { minutes: 0 }],
    ['reactivateAfter', { minutes: 525_600 }, { minutes: 525_601 }],
    ['createTask', { title: 'x', dueInMinutes: 1 }, { title: 'x', dueInMinutes: 0 }],
    ['createTask', null, { dueInMinutes: 5 }],
    ['ifUnavailable', { type: 'queue' }, { type: 'nobody' }],
  ])('scenario %s takes %j and refuses %j', (field, good, bad) => {
    expect(scenarioInput.safeParse({ ...scenario, [field]: good }).success).toBe(true)
    expect(scenarioInput.safeParse({ ...scenario, [field]: bad }).success).toBe(false)
  })

  test.each([
    ['waitSeconds', 0, -1],
    ['waitSeconds', 300, 301],
    ['messageCap', 1, 0],
    ['messageCap', 100, 101],
    ['mode', 'suggestive', 'on'],
  ])('bot %s takes %j and refuses %j', (field, good, bad) => {
    expect(botInput.safeParse({ name: 'Shop bot', [field]: good }).success).toBe(true)
    expect(botInput.safeParse({ name: 'Shop bot', [field]: bad }).success).toBe(false)
  })

  test('hours are seven days', () => {
    const hours = (days: number) => ({
      availability: 'available',
      hours: {
        timeZone: 'Europe/Berlin',
        days: Array.from({ length: days }, () => [{ from: '09:00', to: '24:00' }]),
      },
    })
    expect(availabilityInput.safeParse(hours(7)).success).toBe(true)
    expect(availabilityInput.safeParse(hours(6)).success).toBe(false)
  })

  test('a webhook goes to an HTTP address', () => {
    expect(webhookInput.safeParse({ url: 'https://example.com/x' }).success).toBe(true)
    expect(webhookInput.safeParse({ url: 'ftp://example.com/x' }).success).toBe(false)
  })
})

describe('requests', () => {
  test('refuse fields that they do not know, and name them', () => {
    expect(messagesOf(botInput, { name: 'Shop bot', colour: 'red' })).toEqual([
      ': Unrecognized key: "colour"',
    ])
    expect(messagesOf(newMessage, { kind: 'note', text: 'x', answered: true })).toEqual([
      ': Unrecognized key: "answered"',
    ])
  })

  test.each(['takeOver', 'handOver', 'handBack', 'sleep', 'wake', 'resolve', 'reopen'] as const)(
    '%s needs nothing',
    (id) => {
      expect(endpoints[id].body.safeParse({}).success).toBe(true)
    },
  )

  test('claim needs a user, assign an assignee, snooze an end', () => {
    expect(endpoints.claim.body.safeParse({}).success).toBe(false)
    expect(endpoints.assign.body.safeParse({}).success).toBe(false)
    expect(endpoints.snooze.body.safeParse({}).success).toBe(false)
    expect(endpoints.snooze.body.safeParse({ minutes: 5 }).success).toBe(true)
    expect(endpoints.snooze.body.safeParse({ until: '2026-03-02T10:00:00+01:00' }).success).toBe(true)
    expect(endpoints.snooze.body.safeParse({ minutes: 5, until: '2026-03-02T10:00:00Z' }).success).toBe(false)
  })

  test('an empty answer of a bot is an answer; empty words of a person are none', () => {
    expect(newMessage.safeParse({ kind: 'bot_reply', text: '' }).success).toBe(true)
    expect(newMessage.safeParse({ kind: 'reply', text: ' \n' }).success).toBe(false)
  })

  test('the view mine says whose', () => {
    expect(messagesOf(conversationQuery, { view: 'mine' })).toEqual([
      'userId: The view `mine` needs `userId`: whose conversations?',
    ])
  })

  test('a trial has a text or turns', () => {
    expect(tryInput.safeParse({ text: 'Hi' }).success).toBe(true)
    expect(tryInput.safeParse({ turns: [{ from: 'contact', text: 'Hi' }] }).success).toBe(true)
    expect(tryInput.safeParse({}).success).toBe(false)
    expect(tryInput.safeParse({ text: 'Hi', turns: [{ from: 'contact', text: 'Hi' }] }).success).toBe(false)
  })

  test('numbers, flags and lists in a query are read from text', () => {
    expect(taskQuery.parse({ limit: '20', done: 'false' })).toEqual({ limit: 20, done: false })
    expect(taskQuery.safeParse({ limit: '0' }).success).toBe(false)
    expect(taskQuery.safeParse({ done: 'perhaps' }).success).toBe(false)
    expect(eventQuery.parse({ types: 'message.created, bot.turn' }).types).toEqual([
      'message.created',
      'bot.turn',
    ])
    expect(eventQuery.safeParse({ types: 'message.creatd' }).success).toBe(false)
  })
})

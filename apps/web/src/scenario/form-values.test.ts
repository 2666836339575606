import type { Scenario } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import {
  differingFields,
  faultsOf,
  patchOf,
  refusedFaults,
  triedOf,
  valuesOf,
  withDraft,
} from './form-values.ts'

const scenario: Scenario = {
  id: '018f0000-0000-7000-8000-000000000001',
  botId: '018f0000-0000-7000-8000-000000000002',
  kind: 'human_requested',
  name: 'Wants a person',
  enabled: true,
  triggerCondition: 'Asks for a person.',
  examplePhrases: ['a person please', 'somebody real'],
  assignTo: { type: 'user', userId: '018f0000-0000-7000-8000-000000000003' },
  keepPresentOwner: true,
  ifUnavailable: { type: 'team', teamId: '018f0000-0000-7000-8000-000000000004' },
  finalMessage: 'Somebody will be with you.',
  finalMessageTranslations: { de: 'Gleich ist jemand da.' },
  absenceMessage: 'We are back {back_at}.',
  absenceMessageTranslations: { de: 'Wir sind {back_at} zurück.' },
  pauseBot: true,
  reactivateAfter: { minutes: 120, countFrom: 'handover' },
  createTask: { title: 'Call back', text: '', dueInMinutes: 1440 },
  tags: ['human_handover'],
  attempts: 2,
  // biome-ignore lint/suspicious/noThenProperty: it holds a word
  responseTarget: { minutes: 15, then: 'fallback' },
  position: 0,
  revision: 3,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
}
const values = valuesOf(scenario)

describe('R7 what the editor holds', () => {
  test('is every field of the scenario, and gives it back unchanged', () => {
    const { id, botId, kind, position, revision, createdAt, updatedAt, ...fields } = scenario
    expect(patchOf(values)).toEqual(fields)
    const bare = { ...scenario, reactivateAfter: null, createTask: null, responseTarget: null }
    expect(patchOf(valuesOf(bare))).toMatchObject({
      reactivateAfter: null,
      createTask: null,
      responseTarget: null,
    })
  })

  test('shows times in the largest unit that leaves a whole number', () => {
    expect(values.reactivateAfter).toEqual({ count: '2', unit: 'hours' })
    expect(values.taskDue).toEqual({ count: '1', unit: 'days' })
    expect(values.target).toEqual({ count: '15', unit: 'minutes' })
  })

  test('leaves out phrases and translations that are empty, and the space around words', () => {
    const phrases = [{ text: ' a person ' }, { text: '  ' }, { text: 'somebody' }]
    const translations = [
      { locale: '', text: '' },
      { locale: ' fr ', text: ' Bien. ' },
    ]
    expect(patchOf({ ...values, phrases, translations })).toMatchObject({
      examplePhrases: ['a person', 'somebody'],
      finalMessageTranslations: { fr: 'Bien.' },
    })
  })

  test('keeps what was typed in a part that is switched off', () => {
    const off = { ...values, createsTask: false, taskTitle: 'Write a letter' }
    expect(patchOf(off).createTask).toBeNull()
    expect(patchOf({ ...off, createsTask: true }).createTask).toMatchObject({ title: 'Write a letter' })
  })

  test('is tried as it stands, half-typed', () => {
    const half = { ...values, name: '', attempts: '', phrases: [{ text: '' }, { text: 'a per' }] }
    expect(triedOf(scenario, half)).toMatchObject({ attempts: 1, examplePhrases: ['', 'a per'] })
  })
})

describe('what is wrong', () => {
  test('is nothing with a saved scenario', () => {
    expect(faultsOf(values)).toEqual(new Map())
  })

  test('stands at the field that it is about', () => {
    const wrong = faultsOf({
      ...values,
      name: ' ',
      attempts: '',
      reactivateAfter: { count: '400', unit: 'days' },
      taskDue: { count: '1.5', unit: 'minutes' },
      taskTitle: '',
      translations: [{ locale: 'German', text: '' }],
    })
    expect([...wrong.keys()].toSorted()).toEqual([
      'attempts',
      'name',
      'reactivateAfter.count',
      'taskDue.count',
      'taskTitle',
      'translations.0.text',
    ])
    expect(wrong.get('attempts')).toBe('Give a whole number from 1 to 10.')
  })

  test('counts phrases as they stand on screen, with the empty ones', () => {
    const phrases = [{ text: '' }, { text: 'fine' }, { text: 'x'.repeat(301) }]
    expect([...faultsOf({ ...values, phrases }).keys()]).toEqual(['phrases.2.text'])
  })

  test('is shown at the field when the server says it, too', () => {
    const errors = [
      { path: 'body.createTask.title', message: 'Is missing.' },
      { path: 'body.examplePhrases', message: 'Too many.' },
      { path: 'body.name', message: 'Is taken.' },
    ]
    expect([...refusedFaults(errors, values)]).toEqual([
      ['taskTitle', 'Is missing.'],
      ['phrases', 'Too many.'],
      ['name', 'Is taken.'],
    ])
  })
})

describe('R9 a draft', () => {
  test('lies over the scenario', () => {
    expect(withDraft(values, { name: 'Half a na' })).toEqual({ ...values, name: 'Half a na' })
  })

  test('of another form leaves out what does not fit', () => {
    const content = { name: 7, tags: 'one', phrases: null, unknown: true, attempts: '3' }
    expect(withDraft(values, content)).toEqual({ ...values, attempts: '3' })
  })

  test('differs in the fields that somebody changed', () => {
    const mine = patchOf({ ...values, name: 'Other', target: { count: '5', unit: 'minutes' } })
    expect(differingFields(mine, patchOf(values))).toEqual(['name', 'responseTarget'])
  })
})

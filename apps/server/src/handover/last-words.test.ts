import { describe, expect, test } from 'vitest'
import { type Absence, lastWords } from './last-words.ts'
import { plainSettings } from './plan-handover.ts'

const settings = {
  ...plainSettings,
  final_message: 'Someone will be with you.',
  final_message_translations: { de: 'Gleich ist jemand da.' },
  absence_message: 'Nobody is here. We are back {back_at}. Leave us your question.',
  absence_message_translations: { de: 'Gerade ist niemand da. Wir sind {back_at} zurück.' },
}
const now = new Date('2026-03-02T20:00:00Z')

function absence(backAt: string | null): Absence {
  return { backAt: backAt === null ? null : new Date(backAt), timeZone: 'Europe/Berlin', now }
}

describe('R16 what the contact hears when nobody can come', () => {
  test('is the final message where somebody can, in their language', () => {
    expect(lastWords(settings, null, null)).toBe('Someone will be with you.')
    expect(lastWords(settings, 'de-AT', null)).toBe('Gleich ist jemand da.')
  })

  test.each([
    ['2026-03-02T22:30:00Z', null, 'We are back 23:30.'],
    ['2026-03-03T08:00:00Z', null, 'We are back Tuesday 09:00.'],
    ['2026-03-03T08:00:00Z', 'de', 'Wir sind Dienstag, 09:00 zurück.'],
    // After the night on which clocks are set forward.
    ['2026-03-30T07:00:00Z', null, 'We are back 30 March at 09:00.'],
  ])('says when somebody is back, by the clock of the workspace: %s', (backAt, locale, said) => {
    expect(lastWords(settings, locale, absence(backAt))).toContain(said)
  })

  test('takes a tag that is no language for none', () => {
    const odd = { ...settings, absence_message_translations: { 'pt-1a': '{back_at}' } }
    expect(lastWords(odd, 'pt-1a', absence('2026-03-02T22:30:00Z'))).toBe('23:30')
  })

  test('promises no time where none is known', () => {
    expect(lastWords(settings, null, absence(null))).toBe('Nobody is here. Leave us your question.')
    const only = { ...settings, absence_message: 'We are back {back_at}.' }
    expect(lastWords(only, null, absence(null))).toBe('Someone will be with you.')
  })

  test('is the final message, too, where nothing else was written', () => {
    const none = { ...settings, absence_message: '' }
    expect(lastWords(none, null, absence('2026-03-03T08:00:00Z'))).toBe('Someone will be with you.')
  })
})

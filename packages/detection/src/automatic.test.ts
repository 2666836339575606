import { describe, expect, test } from 'vitest'
import { isAutomaticReply, isLoop, type TimedTurn } from './automatic.ts'

describe('R17 an automatic reply is recognised', () => {
  test.each([
    'Automatic reply: Your order 4711',
    'Out of Office: back on Monday',
    'Out of office autoreply\nThank you for your message.',
    'AUTO-REPLY I am travelling.',
    'Abwesenheitsnotiz: Vielen Dank für Ihre Nachricht.',
    'Réponse automatique : merci de votre message',
    'Respuesta automática: gracias',
    'Risposta automatica',
    'Resposta automática: obrigado',
    'Automatisch antwoord: dank u',
    'Automatiskt svar: tack',
    'Automatyczna odpowiedź: dziękuję',
    'Автоматический ответ: спасибо',
    'رد تلقائي: شكرا',
    '自動返信：ただいま不在です',
    '自动回复：您好，我正在休假',
    '자동응답: 부재중입니다',
    'Hello, I am currently out of the office and will return on Monday. For urgent matters please contact a colleague.',
    'Ich bin derzeit nicht im Büro und ab dem 3. Mai wieder zurück. In dringenden Fällen wenden Sie sich an die Zentrale.',
    'Je suis actuellement absente du bureau jusqu’au 12 mai.',
    'Ik ben momenteel afwezig tot maandag. Voor spoed belt u kantoor.',
  ])('%s', (text) => {
    expect(isAutomaticReply(text)).toBe(true)
  })

  test.each([
    'I am out of office until Monday, can you deliver on Tuesday?',
    'I got an automatic reply from you and nothing else',
    'My husband is out of the office, call me instead',
    'Your out of office message says nothing',
    'automatic',
    'I will be away until Friday',
    'Ich bin nicht im Büro, geht es auch morgen?',
    'The automatic door reply light is broken',
    '',
    'x'.repeat(200_000),
  ])('and what a person writes is not: %s', (text) => {
    expect(isAutomaticReply(text)).toBe(false)
  })
})

/** A bot's answer and the contact's, `after` milliseconds later, so many times. */
function exchange(times: number, text: (at: number) => string, after: number): TimedTurn[] {
  return Array.from({ length: times }, (_, at) => [
    { from: 'bot' as const, text: 'How can I help?', at: at * 60_000 },
    { from: 'contact' as const, text: text(at), at: at * 60_000 + after },
  ]).flat()
}

describe('R17 a loop with another machine is recognised', () => {
  test('that says the same each time, but for its numbers', () => {
    const same = (at: number) => `Your request was filed under ${at}.`
    expect(isLoop(exchange(4, same, 30_000))).toBe(true)
    expect(isLoop(exchange(3, same, 30_000))).toBe(false)
  })

  test('that answers quicker than anybody types', () => {
    const words = ['apples', 'pears', 'plums', 'figs']
    const quick = (at: number) => `We have taken note of your message about ${words[at]}.`
    expect(isLoop(exchange(4, quick, 900))).toBe(true)
    expect(isLoop(exchange(4, quick, 9_000))).toBe(false)
  })

  test('and what people do is none: short answers, a burst, a colleague between', () => {
    expect(isLoop(exchange(6, () => 'yes', 800))).toBe(false)
    const same = exchange(4, () => 'I still want my money back', 30_000)
    expect(isLoop([...same, { from: 'contact', text: 'Hello?', at: 1e9 }])).toBe(false)
    const withPerson = same.map((turn, at) => (at === 4 ? { ...turn, from: 'user' as const } : turn))
    expect(isLoop(withPerson)).toBe(false)
  })
})

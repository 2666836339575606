import { describe, expect, it } from 'vitest'
import { createDetector } from './detector.ts'
import type { Assessment, AssessOptions, DetectorScenario, Turn } from './types.ts'

/** A conversation: the contact begins, and contact and bot take turns. */
function talk(...texts: string[]): Turn[] {
  return texts.map((text, index) => ({ from: index % 2 === 0 ? 'contact' : 'bot', text }))
}

function assess(
  turns: Turn[],
  scenario: Partial<DetectorScenario> = {},
  options: AssessOptions = {},
): Assessment {
  const whole: DetectorScenario = { id: 'failed', kind: 'failed_to_resolve', examplePhrases: [], ...scenario }
  return createDetector({ scenarios: [whole] }).assess(turns, options)
}

const twice = talk(
  'How do I reset my password?',
  'Go to the settings.',
  'that did not help',
  'Use the link in the mail.',
  'still not working',
)

describe('failed attempts', () => {
  it('are answers that the contact says did not help', () => {
    expect(assess(twice)).toMatchObject({
      decision: 'hand_over',
      failedAttempts: 2,
      scores: [{ score: 1, threshold: 1, evidence: [{ turn: 2, reason: 'did_not_help' }, { turn: 4 }] }],
    })
  })

  it.each([
    ['Wo ist mein Paket?', 'das hilft mir nicht', 'funktioniert immer noch nicht'],
    ['Où est mon colis ?', "ça ne m'aide pas", "ce n'est pas ma question"],
    ['¿Dónde está mi paquete?', 'eso no me ayuda', 'sigue sin funcionar'],
    ["Dov'è il mio pacco?", 'questo non mi aiuta', 'non era quello che volevo'],
    ['Onde está o meu pacote?', 'isso não ajuda', 'continua sem funcionar'],
    ['Waar is mijn pakket?', 'dat helpt niet', 'het werkt nog steeds niet'],
    ['Gdzie jest moja paczka?', 'to nie pomaga', 'nadal nie działa'],
  ])('are told in other languages: %s', (question, first, second) => {
    expect(assess(talk(question, 'A.', first, 'B.', second)).failedAttempts).toBe(2)
  })

  it('are answers after which the contact asks the same again', () => {
    const turns = talk('How do I reset my password?', 'Go to the settings.', 'how can i reset the password')

    expect(assess(turns)).toMatchObject({
      failedAttempts: 1,
      scores: [{ evidence: [{ reason: 'asked_again' }] }],
    })
  })

  it('are answers that only repeat the one before', () => {
    const answer = 'You can find all of that in your settings.'
    const repeated = talk('How do I reset it?', answer, 'and the other one?', answer)

    expect(assess(repeated).scores[0]?.evidence).toMatchObject([{ turn: 3, reason: 'bot_repeated_itself' }])
  })

  it('are not answers that differ by a number only', () => {
    const booked = (hour: number) =>
      `Good choice: the round window table beneath our old chestnut tree, with candles, fresh flowers, blankets and ` +
      `live piano music, is booked under your name, tomorrow evening, at ${hour} sharp. Parking costs nothing behind ` +
      `the bakery; dogs, prams, wheelchairs, guitars, birthday cakes and grandparents are welcome indoors.`

    expect(assess(talk('a table please', booked(7), 'later', booked(8))).failedAttempts).toBe(0)
    expect(assess(talk('a table please', booked(7), 'later', booked(7))).failedAttempts).toBe(1)
  })

  it('are not told by words that mean something else in another language', () => {
    const turns = talk(
      'Where has my order got to?',
      'It is on its way.',
      'I am a big fan of your shop, it is so lovely',
    )

    expect(assess(turns).failedAttempts).toBe(0)
  })

  it('are turns that the bot says are no answer', () => {
    const turns: Turn[] = [
      { from: 'contact', text: 'Do you ship to Malta?' },
      { from: 'bot', text: 'Hm.', answered: false },
    ]

    expect(assess(turns).failedAttempts).toBe(1)
  })

  it('count half when the contact is only frustrated', () => {
    const turns = talk('How do I reset it?', 'Go to the settings.', 'this is ridiculous')

    expect(assess(turns)).toMatchObject({ failedAttempts: 0.5, decision: 'answer' })
  })

  it('count once, however often one answer is complained about', () => {
    const turns: Turn[] = [
      ...talk('How do I reset it?', 'Go to the settings.', 'that did not help'),
      { from: 'contact', text: 'this is ridiculous' },
      { from: 'contact', text: 'you did not answer my question' },
    ]

    expect(assess(turns).failedAttempts).toBe(1)
  })

  it('take praise after a wrong answer for irony', () => {
    const turns: Turn[] = [
      { from: 'contact', text: 'Where is it?' },
      { from: 'bot', text: 'Hm.', answered: false },
      { from: 'contact', text: 'great, very helpful' },
    ]

    expect(assess(turns).failedAttempts).toBe(1)
  })

  it('need an answer: a problem that is described is none', () => {
    const greeted: Turn[] = [
      { from: 'bot', text: 'Hello, how can I help?' },
      { from: 'contact', text: 'my printer still does not work' },
      { from: 'bot', text: 'Which printer is it?' },
      { from: 'contact', text: 'it still does not work, a small one' },
    ]

    expect(assess(greeted).failedAttempts).toBe(0)
  })

  it('are known by the phrases of the scenario', () => {
    const turns = talk('How do I reset it?', 'Go to the settings.', 'mauve alert over here')
    const examplePhrases = ['Mauve alert']

    expect(assess(turns, { examplePhrases }).failedAttempts).toBe(1)
    expect(assess(turns).failedAttempts).toBe(0)
  })
})

describe('the count', () => {
  it.each([
    [1, true],
    [2, true],
    [3, false],
  ])('fires at %d attempts: %s', (attempts, fires) => {
    expect(assess(twice, { attempts }).decision === 'hand_over').toBe(fires)
  })

  it('still fires when it is past the number', () => {
    expect(assess([...twice, { from: 'bot', text: 'Hm.', answered: false }]).decision).toBe('hand_over')
  })

  it.each([
    'thanks, that worked',
    'another question: do you ship to Malta?',
    'Do you ship abroad by any chance?',
  ])('starts anew after: %s', (text) => {
    const turns = talk(
      'How do I reset my password?',
      'Go to the settings.',
      'that did not help',
      'Use the link in the mail.',
      text,
    )

    expect(assess(turns).failedAttempts).toBe(0)
  })

  it('starts anew when a user has spoken', () => {
    expect(assess([...twice, { from: 'user', text: 'I am here now.' }]).failedAttempts).toBe(0)
  })

  it('leaves out what lies before the watermark', () => {
    expect(assess(twice, {}, { watermark: 3 }).failedAttempts).toBe(0)
  })
})

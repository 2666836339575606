import { describe, expect, it } from 'vitest'
import { createDetector } from './detector.ts'
import type { Assessment, DetectorScenario, Turn } from './types.ts'

const person: DetectorScenario = { id: 'person', kind: 'human_requested', examplePhrases: [] }
const lack: DetectorScenario = { id: 'lack', kind: 'lack_of_information', examplePhrases: [] }

function reply(offer: string, text: string): Assessment {
  const turns: Turn[] = [
    { from: 'contact', text: 'hm' },
    { from: 'bot', text: offer },
    { from: 'contact', text },
  ]
  return createDetector({ scenarios: [person] }).assess(turns)
}

describe("the contact's answer to an offer of a person", () => {
  const offer = 'Shall I connect you with a colleague?'

  it.each(['yes please', 'ok', 'sure', 'go ahead', 'yeah that would be great', '👍', 'Yes, my name is Ada'])(
    'accepts: %s',
    (text) => {
      expect(reply(offer, text)).toMatchObject({ decision: 'hand_over', scenarioId: 'person' })
    },
  )

  it.each([
    'no, go on',
    'no thanks',
    'not yet',
    'yes but first tell me what it costs?',
    'where is my parcel now?',
  ])('does not accept: %s', (text) => {
    expect(reply(offer, text).decision).toBe('answer')
  })

  it.each([
    ['Möchten Sie mit einem Mitarbeiter sprechen?', 'ja gerne'],
    ['Souhaitez-vous parler à un conseiller ?', 'oui'],
    ['¿Quieres que te pase con un agente?', 'sí'],
    ['Vuole parlare con un operatore?', 'sì grazie'],
    ['Quer que eu te transfira para um atendente?', 'pode ser'],
    ['Zal ik u doorverbinden met een medewerker?', 'graag'],
    ['Czy mam połączyć Cię z konsultantem?', 'tak'],
    ['Apakah Anda ingin berbicara dengan agen?', 'ya'],
    ['需要我帮您转接人工客服吗？', '好的'],
    ['担当者におつなぎしましょうか？', 'はい'],
    ['상담원에게 연결해 드릴까요?', '네'],
  ])('%s – %s', (asked, text) => {
    expect(reply(asked, text).decision).toBe('hand_over')
  })

  it('is no request when the bot offered something else', () => {
    expect(reply('Shall I send you the form?', 'yes please').decision).toBe('answer')
  })

  it('says that it declines', () => {
    expect(reply(offer, 'no thanks').scores[0]?.evidence).toMatchObject([
      { turn: 2, speaks: 'against', reason: 'declines_offer' },
    ])
  })
})

describe('the bot promising a person', () => {
  const promised = (text: string, scenarios: DetectorScenario[]) =>
    createDetector({ scenarios }).assess([
      { from: 'contact', text: 'where is it?' },
      { from: 'bot', text },
    ])

  it.each([
    'A colleague will get back to you shortly.',
    "I'll connect you with one of our agents.",
    'I have forwarded your request to our support team.',
    'Ein Mitarbeiter wird sich bei Ihnen melden.',
    'Je vous mets en relation avec un conseiller.',
    'Un agente se pondrá en contacto contigo.',
    'La metto in contatto con un operatore.',
    'Um atendente entrará em contato.',
    'Ik verbind u door met een medewerker.',
    'Łączę z konsultantem.',
  ])('hands over: %s', (text) => {
    const assessment = promised(text, [lack, person])

    expect(assessment).toMatchObject({ decision: 'hand_over', scenarioId: 'person' })
    expect(assessment.scores[1]?.evidence).toMatchObject([{ turn: 1, reason: 'promised_person' }])
  })

  it.each([
    'Would you like to speak to an agent?',
    'If you want, I can connect you with an agent.',
    'Our team will contact you once your order has shipped.',
    'You can talk to our agents from 9 to 5.',
    'The driver will call you before delivery.',
    'I am unable to connect you to a human.',
  ])('is not: %s', (text) => {
    expect(promised(text, [person]).decision).toBe('answer')
  })

  it('fires lack of information where nobody asked for requests', () => {
    const assessment = promised('A colleague will get back to you shortly.', [lack])

    expect(assessment).toMatchObject({ decision: 'hand_over', scenarioId: 'lack' })
    expect(assessment.scores[0]?.evidence).toMatchObject([{ reason: 'promised_person' }])
  })
})

import { describe, expect, it } from 'vitest'
import { createDetector } from './detector.ts'
import type { Assessment } from './types.ts'

const detector = createDetector({
  scenarios: [{ id: 'person', kind: 'human_requested', examplePhrases: [] }],
})

function assess(text: string): Assessment {
  return detector.assess([{ from: 'contact', text }])
}

function reasonsIn(text: string): string[] {
  return assess(text).scores.flatMap(({ evidence }) => evidence.map(({ reason }) => reason))
}

const requests = {
  en: [
    "I'd like to speak with a human being",
    "Why can't I just talk to a human?",
    'it is not working, let me talk to somebody',
    'I do not know how to reach an agent',
    'get me your manager',
    'HUMAN!!!',
    'Could someone from your team call me back?',
    'is there a person I can speak to?',
    'stop this bot and give me an operator',
    "don't send me to the bot again, let me talk to a manager",
    '“I want to talk to an agent”',
  ],
  de: [
    'Ich möchte mit jemandem sprechen',
    'ich moechte mit einem Mitarbeiter reden',
    'Warum kann ich nicht mit einem Menschen sprechen?',
    'Bitte rufen Sie mich zurück',
    'Das klappt nicht ich will mit einem Menschen sprechen',
  ],
  fr: [
    "Je veux parler à quelqu'un",
    'passez moi un conseiller svp',
    'ça ne marche pas je veux parler à un humain',
    'je ne veux pas parler à un robot',
  ],
  es: [
    '¿me puedes pasar con un agente?',
    'no funciona, quiero hablar con un asesor',
    'no quiero hablar con un bot',
  ],
  it: ['mi passi un operatore per favore', 'non voglio parlare con un bot', 'posso parlare con qualcuno?'],
  pt: ['me transfere para um humano', 'não quero falar com robô', 'posso falar com uma pessoa?'],
  nl: [
    'Ik wil een medewerker spreken',
    'verbind me door met een medewerker',
    'ik wil niet met een robot praten',
  ],
  pl: [
    'Poproszę z konsultantem',
    'czy mogę rozmawiać z człowiekiem',
    'nie mam ochoty, nie chcę gadać z botem',
  ],
  sv: ['Jag vill prata med en människa', 'koppla mig till kundtjänst'],
  da: ['Jeg vil gerne tale med en medarbejder', 'kan jeg snakke med et menneske'],
  cs: ['chci mluvit s člověkem', 'spojte mě s operátorem'],
  ru: ['Хочу поговорить с человеком', 'позовите оператора'],
  uk: ['Хочу поговорити з людиною', "з'єднайте мене з оператором"],
  tr: ['bir insanla konuşmak istiyorum', 'beni temsilciye bağlayın'],
  id: ['saya mau bicara dengan orang', 'tolong hubungkan saya dengan agen'],
  he: ['אני רוצה לדבר עם נציג', 'אפשר נציג אנושי?'],
  ar: ['أريد التحدث إلى شخص حقيقي', 'ممكن اتكلم مع موظف خدمة العملاء'],
  zh: ['转人工', '我想和真人说话'],
  ja: ['人間と話したい', 'オペレーターに繋いでください'],
  ko: ['상담원 연결해 주세요', '사람이랑 얘기하고 싶어요'],
}

const negated = [
  "Don't transfer me to an agent",
  "I'd rather not talk to a person",
  'please do not call me',
  'Do I need to speak to a representative to change my name?',
  'Ich möchte nicht mit einem Menschen sprechen',
  'je ne veux pas parler à un conseiller',
  'no me pases con nadie',
  'non voglio parlare con un operatore',
  'não quero falar com atendente',
  'ik wil niet met een medewerker praten',
  'nie chcę rozmawiać z konsultantem',
  'не соединяйте меня с оператором',
  'temsilciye bağlanmak istemiyorum',
  'saya tidak mau bicara dengan agen',
  'אני לא רוצה לדבר עם נציג',
  'لا اريد التحدث مع موظف',
  '不要转人工',
  '人間と話したくない',
  '상담원 연결하지 마세요',
]

const challenges = [
  'are you human?',
  'am I chatting with a real person now?',
  'tell me, are you a bot or a person',
  'bist du ein Mensch?',
  'êtes-vous un humain ?',
  '¿eres humano?',
  'sei un umano?',
  'czy jesteś człowiekiem?',
  '你是真人吗',
  'あなたは人間ですか',
]

const mentions = [
  'my agent told me to write here',
  'my estate agent said the form is wrong',
  'I spoke to an agent yesterday and she said it was fine',
  'what is the phone number of your customer service?',
  'what are the opening hours of the front desk',
  'I need the customer service number',
  'give me the name of the operator',
  'I was talking to my manager about this order',
  'someone stole my bicycle',
  'can I transfer money to another person?',
  'book a table for four people',
  'the human resources department sent me',
  'Mein Berater hat gesagt ich soll hier schreiben',
  'Wie ist die Telefonnummer vom Kundenservice?',
  'quel est le numéro du service client',
  'cuál es el teléfono de atención al cliente',
  'jaki jest numer do obsługi klienta',
  '客服电话是多少',
]

describe.each(Object.entries(requests))('a request for a person, in %s', (_, texts) => {
  it.each(texts)('%s', (text) => {
    expect(assess(text).decision).toBe('hand_over')
  })
})

describe('what is no request', () => {
  it.each(negated)('a negation: %s', (text) => {
    expect(assess(text).decision).toBe('answer')
  })

  it.each(challenges)('the question what one talks to: %s', (text) => {
    expect(assess(text).decision).toBe('answer')
  })

  it.each(mentions)('a mention: %s', (text) => {
    expect(assess(text).decision).toBe('answer')
  })

  it('a request that is quoted from somewhere', () => {
    const text = 'your page has "talk to an agent" on it, but no button'

    expect(assess(text).decision).toBe('answer')
    expect(reasonsIn(text)).toContain('quoted')
  })

  it('a request that is taken back in the same breath', () => {
    expect(assess('can I talk to an agent? never mind, found it').decision).toBe('answer')
    expect(assess('never mind that. Can I talk to an agent?').decision).toBe('hand_over')
  })
})

describe('the evidence', () => {
  it('marks the words that ask', () => {
    const text = 'Hello 👋 – je voudrais  parler à un CONSEILLER !'
    const [evidence] = assess(text).scores[0]?.evidence ?? []

    expect(text.slice(evidence?.start, evidence?.end)).toBe('parler à un CONSEILLER')
    expect(evidence).toMatchObject({ turn: 0, speaks: 'for', reason: 'asks_for_person' })
  })

  it('says when the contact refuses the bot', () => {
    expect(reasonsIn("I don't want to talk to a machine")).toEqual(['refuses_bot'])
  })

  it('says what speaks against', () => {
    expect(reasonsIn("please don't connect me with an agent")).toContain('negated')
    expect(reasonsIn('are you human?')).toContain('asks_if_bot')
    expect(reasonsIn('what does a travel agent cost?')).toContain('mention')
  })
})

describe('unclear wishes', () => {
  it.each(['how can I contact you?', 'can anyone help me with this?'])(
    'are answered by an offer: %s',
    (text) => {
      expect(assess(text)).toMatchObject({ decision: 'offer', scenarioId: 'person' })
      expect(reasonsIn(text)).toContain('may_want_person')
    },
  )
})

describe('misspelt requests', () => {
  it.each(['can i talk to a humna', 'please let me spaek to an agnet', 'I need an oprator'])(
    'count: %s',
    (text) => {
      expect(assess(text).decision).toBe('hand_over')
    },
  )

  it('are understood when nothing else is there', () => {
    expect(assess('oprator').decision).not.toBe('answer')
  })
})

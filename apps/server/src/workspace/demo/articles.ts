import type { ArticleInput } from '@baton/contract'

type DemoArticle = Pick<ArticleInput, 'title' | 'text'> & Partial<ArticleInput>

/** What the shop's bot knows. What is not here it hands over. */
export const articles: readonly DemoArticle[] = [
  {
    title: 'Opening hours',
    text: 'The shop is open Monday to Friday from 9 to 18, on Saturday until 14.',
    questions: ['What are your opening hours?', 'When are you open?', 'Are you open on Saturday?'],
  },
  {
    title: 'How to reach us',
    text: 'Write to us here, or come by the shop.',
    questions: ['How can I contact you?', 'What is your address?'],
  },
  {
    title: 'Delivery',
    text: 'Delivery takes two to three working days, and is free from 60 euros.',
    questions: [
      'How long does it take until you deliver the lamp?',
      'How long will you need to deliver it?',
      'When do you deliver my order?',
      'How much is delivery?',
    ],
  },
  {
    title: 'Where your parcel is',
    text: 'You can follow your parcel with the link in the e-mail that says it was sent.',
    questions: [
      'Where is my parcel?',
      'My order has not arrived',
      'My parcel should have been here',
      'How do I track my order?',
    ],
  },
  {
    title: 'Returns',
    text: 'You can send anything back within 30 days. The label is in your parcel.',
    questions: ['How do I return the lamp?', 'Can I send it back?', 'How long can I return something?'],
  },
  {
    title: 'Bulbs',
    text: 'All our lamps take E27 bulbs, but for Firefly, which has its light built in.',
    questions: ['What bulb does it need?', 'Which bulb fits the lamp?'],
  },
  {
    title: 'Dimming',
    text: 'Halo and Lantern can be dimmed with any common dimmer, the others cannot.',
    questions: ['Can the lamp be dimmed?', 'Does it work with a dimmer?'],
  },
  {
    title: 'Invoices',
    text: 'The invoice is attached to the e-mail that confirms your order.',
    questions: ['Where do I find the invoice for my order?', 'I need an invoice'],
  },
  {
    title: 'Warranty',
    text: 'All lamps have a warranty of three years from the day they reach you.',
    questions: ['How long is the warranty?', 'Does the warranty stay the same?'],
  },
  {
    title: 'Ways to pay',
    text: 'You can pay by card, by bank transfer, or when the parcel reaches you.',
    questions: ['How can I pay?', 'Can I pay by card?'],
  },
  {
    title: 'A lamp that flickers',
    text: 'A lamp that flickers mostly has a loose bulb. Switch it off and turn the bulb in tightly.',
    questions: [
      'My lamp flickers',
      'The lamp does not switch on',
      'Why does it flicker?',
      'It still flickers',
    ],
  },
  {
    kind: 'qa',
    title: 'Thank you!',
    text: 'You are welcome. Enjoy the light!',
    questions: ['Thanks!', 'Got it, thanks.', 'Thank you, that is all.'],
  },
  {
    title: 'Lieferung',
    text: 'Die Lieferung dauert zwei bis drei Werktage, ab 60 Euro ohne Versandkosten.',
    questions: ['Wie lange dauert die Lieferung?', 'Wie teuer ist der Versand?'],
    language: 'de',
  },
  {
    title: 'Umtausch',
    text: 'Du kannst alles innerhalb von 30 Tagen kostenlos zurückschicken.',
    questions: ['Kann ich umtauschen?', 'Wie geht der Umtausch?'],
    language: 'de',
  },
  {
    title: 'Livraison',
    text: 'La livraison prend deux à trois jours ouvrés, gratuite dès 60 euros.',
    questions: ['Combien de temps prend la livraison ?'],
    language: 'fr',
  },
  {
    title: 'Envío',
    text: 'El envío tarda de dos a tres días laborables y es gratis desde 60 euros.',
    questions: ['¿Cuánto tarda el envío?'],
    language: 'es',
  },
]

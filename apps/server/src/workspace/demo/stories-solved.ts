import { act, ago, reply, type Story, say } from './story.ts'

const resolve = { do: 'resolve' } as const
const claim = { do: 'claim' } as const
const handBack = { do: 'hand_back' } as const

/** Conversations that nobody has to look at any more: the bot answered, or a person did. */
export const solvedStories: Story[] = [
  // With the bot.
  {
    steps: [say('What are your opening hours?')],
    starts: [ago(13, '10:12'), ago(3, '09:05'), { minutesAgo: 340 }],
  },
  {
    steps: [say('How can I contact you?')],
    starts: [ago(9, '16:40')],
  },
  {
    steps: [
      say('How long does it take until you deliver the {lamp}?'),
      say('And what bulb does it need?', 3),
      say('Thanks!', 2),
    ],
    starts: [ago(12, '11:30'), ago(6, '13:15'), { minutesAgo: 95 }],
  },
  {
    channel: 'app',
    steps: [say('Can the {lamp} be dimmed?'), say('Thank you, that is all.', 4)],
    starts: [ago(11, '18:22'), ago(4, '08:50'), { minutesAgo: 31 }],
  },
  {
    locale: 'de',
    steps: [say('Wie lange dauert die Lieferung nach Wien?'), say('Und der Umtausch?', 2)],
    starts: [ago(8, '12:05'), { minutesAgo: 210 }],
  },
  {
    locale: 'fr',
    steps: [say('Combien de temps prend la livraison à Lyon ?')],
    starts: [ago(5, '17:33')],
  },
  {
    locale: 'es',
    channel: 'app',
    steps: [say('¿Cuánto tarda el envío a Sevilla?')],
    starts: [ago(2, '20:10')],
  },
  {
    steps: [say('Where do I find the invoice for order {order}?'), say('Got it, thanks.', 5)],
    starts: [ago(10, '09:48'), ago(1, '15:20')],
  },
  // Handed back to the bot.
  {
    steps: [
      say('My {lamp} came with a scratch on its foot.'),
      say('Can I talk to a person about it?', 1),
      act(2, claim),
      reply(1, 'I am sorry about that. Would a new foot do, or shall we send you another lamp?'),
      say('A new foot is fine.', 6),
      reply(2, 'It goes out today. You can keep the old one.'),
      act(3, handBack),
      act(1, { do: 'rate', helped: true }),
      say('How long will you need to deliver it?', 12),
      act(30, { do: 'feedback', verdict: 'needed' }),
    ],
    starts: [ago(7, '10:20'), ago(2, '14:02')],
  },
  {
    steps: [
      say('Do you engrave lamps?'),
      reply(14, 'We do, on the foot of Halo and Willow. It takes three days more and costs 12 euros.'),
      act(1, handBack),
      say('And the warranty stays the same?', 20),
    ],
    starts: [ago(6, '11:11'), ago(1, '10:35')],
  },
  {
    locale: 'de',
    steps: [
      say('Ich möchte bitte mit einem Menschen sprechen.'),
      act(1, claim),
      reply(2, 'Hallo! Worum geht es?'),
      say('Kann ich die {lamp} im Laden ansehen?', 3),
      reply(2, 'Ja, sie steht im Schaufenster. Komm gern vorbei.'),
      act(2, handBack),
      act(60, { do: 'feedback', verdict: 'not_needed', comment: 'The bot could have known this.' }),
    ],
    starts: [ago(4, '15:45'), { minutesAgo: 480 }],
  },
  // Resolved by a person.
  {
    steps: [
      say('Where is my parcel? Order {order} should have been here on Monday.'),
      say('I want to talk to a human, please.', 2),
      act(1, claim),
      reply(2, 'I have asked the carrier. It is in the depot and reaches you tomorrow.'),
      say('Thank you for looking.', 9),
      act(4, resolve),
      act(2, { do: 'rate', helped: true }),
      act(20, { do: 'feedback', verdict: 'needed' }),
    ],
    starts: [ago(13, '14:20'), ago(10, '16:05'), ago(5, '11:20')],
  },
  {
    channel: 'app',
    steps: [
      say('When do you deliver order {order}?'),
      say('The bell of my house is broken, can I tell the driver?', 2),
      reply(28, 'I have written it on the label: he calls you when he is there.'),
      say('Very kind.', 3),
      act(2, resolve),
      act(30, { do: 'feedback', verdict: 'needed' }),
    ],
    starts: [ago(12, '09:30'), ago(8, '10:44')],
  },
  {
    steps: [
      say('I have paid twice for order {order}.'),
      reply(16, 'You have, I am sorry. The second payment is on its way back to you.'),
      say('How long does that take?', 2),
      reply(3, 'Two days, mostly.'),
      act(6, resolve),
      act(1, { do: 'rate', helped: false }),
      act(20, { do: 'feedback', verdict: 'needed' }),
    ],
    starts: [ago(3, '13:31'), ago(1, '12:48')],
  },
  {
    channel: 'app',
    steps: [
      say('The {lamp} does not switch on, it only makes it flicker.'),
      say("That didn't help, it still flickers.", 6),
      reply(9, 'Then its transformer is broken. I am sending you a new one, no need to return the old.'),
      say('Great, thanks.', 15),
      act(5, resolve),
      act(60, { do: 'feedback', verdict: 'too_late', comment: 'A lamp that flickers is never the bulb.' }),
    ],
    starts: [ago(11, '12:12'), ago(9, '11:05'), ago(6, '17:40'), ago(2, '09:15')],
  },
  {
    steps: [
      say('Do you ship to the Faroe Islands?'),
      reply(22, 'We do. It costs 24 euros and takes about a week.'),
      say('Perfect.', 30),
      act(2, resolve),
      act(15, { do: 'feedback', verdict: 'needed' }),
    ],
    starts: [ago(12, '15:50'), ago(9, '09:20'), ago(7, '13:02'), ago(4, '10:10')],
  },
  {
    locale: 'fr',
    steps: [
      say('Je voudrais parler à un conseiller.'),
      act(4, claim),
      reply(3, 'Bonjour ! Comment puis-je vous aider ?'),
      say('Ma commande {order} est incomplète.', 4),
      reply(6, "Je vous envoie la pièce manquante aujourd'hui."),
      act(5, resolve),
      act(10, { do: 'feedback', verdict: 'needed' }),
    ],
    starts: [ago(10, '10:30'), ago(3, '16:25')],
  },
  {
    steps: [
      say('I need forty lamps for a hotel. Who makes offers?'),
      act(1, { do: 'tag', tags: ['wholesale'] }),
      act(3, claim),
      act(2, { do: 'note', text: 'Forty lamps: what can we give them?', mentions: ['north'] }),
      reply(25, 'We gladly make you an offer. Where is the hotel, and which lamps do you like?'),
      say('In Bergen, and the {lamp}.', 40),
      reply(35, 'The offer is in your mail: fifteen in a hundred off, and free delivery.'),
      act(10, resolve),
    ],
    starts: [ago(11, '08:40'), ago(5, '14:14')],
  },
  // The bot woke by itself a day after the last answer of a person.
  {
    steps: [
      say('Can somebody call me back about order {order}?'),
      act(12, claim),
      reply(4, 'I tried to call you and will try again this afternoon.'),
    ],
    starts: [ago(8, '11:50'), ago(4, '12:40')],
  },
]

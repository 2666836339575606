import { act, ago, reply, type Story, say } from './story.ts'

const claim = { do: 'claim' } as const

/** Conversations that a person has to look at now, or soon. */
export const openStories: Story[] = [
  // Waiting, within the target.
  {
    steps: [say('How do I return the {lamp}?'), say('The label is missing. Can I talk to a person?', 1)],
    starts: [{ minutesAgo: 4 }],
  },
  {
    locale: 'es',
    steps: [say('Quiero hablar con una persona, por favor.')],
    starts: [{ minutesAgo: 6 }],
  },
  {
    channel: 'app',
    steps: [say('Is the glass of the {lamp} safe for the dishwasher?')],
    starts: [{ minutesAgo: 12 }],
  },
  // Late.
  {
    steps: [
      say('My parcel is here, but the {lamp} in it is in pieces.'),
      say('I want to speak to somebody, please.', 2),
      say('Hello? Is anybody there?', 14),
    ],
    starts: [{ minutesAgo: 41 }],
  },
  {
    locale: 'de',
    steps: [
      say('Bitte verbinden Sie mich mit einem Mitarbeiter.'),
      say('Es geht um die Rechnung {order}.', 1),
    ],
    starts: [{ minutesAgo: 26 }],
  },
  // Nobody was there to take it.
  {
    steps: [
      act(0, { do: 'availability', availability: 'away' }, 'south'),
      act(0, { do: 'availability', availability: 'away' }, 'west'),
      say('I want to talk to a human about my refund.'),
    ],
    starts: [{ minutesAgo: 19 }],
  },
  {
    channel: 'app',
    steps: [
      say('A real person, please.', 2),
      act(3, { do: 'availability', availability: 'available' }, 'south'),
      act(0, { do: 'availability', availability: 'available' }, 'west'),
    ],
    starts: [{ minutesAgo: 18 }],
  },
  // Claimed.
  {
    steps: [
      say('Order {order} came without its cable. Can I talk to somebody?'),
      act(3, claim),
      reply(2, 'I am sorry. Which plug do you need?'),
      say('The one for Denmark.', 4),
    ],
    starts: [{ minutesAgo: 34 }, { minutesAgo: 77 }],
  },
  {
    locale: 'fr',
    steps: [
      say('Passez-moi une vraie personne.'),
      act(2, claim),
      reply(1, 'Bonjour, je suis là. Que puis-je faire pour vous ?'),
    ],
    starts: [{ minutesAgo: 52 }],
  },
  {
    channel: 'app',
    steps: [
      say('I would like to paint the {lamp}. What paint holds?'),
      act(8, claim, 'centre'),
      act(1, { do: 'note', text: 'Does anybody know? I would say acrylic.', mentions: ['south'] }, 'centre'),
      reply(6, 'Let me ask our workshop. I come back to you today.', 'centre'),
      say('No hurry.', 3),
    ],
    starts: [{ minutesAgo: 128 }],
  },
  {
    steps: [
      say('Where is my parcel? Order {order}.'),
      act(2, { do: 'take_over' }, 'south'),
      reply(3, 'I see it stuck at customs. I am on the phone with them.', 'south'),
      say('Thank you!', 2),
      say('Any news?', 38),
    ],
    starts: [{ minutesAgo: 61 }],
  },
  {
    steps: [
      say('I want to talk to a person about a broken {lamp}.'),
      act(6, claim),
      act(1, { do: 'tag', tags: ['vip'] }),
      reply(5, 'Could you send me a picture of it?'),
    ],
    starts: [{ minutesAgo: 163 }],
  },
  // Snoozed.
  {
    steps: [
      say('When do you have the {lamp} in green again? I want to talk to a person.'),
      act(5, claim),
      reply(4, 'The workshop says next week. I tell you as soon as it is there.'),
      act(1, { do: 'snooze', minutes: 5 * 24 * 60 }),
    ],
    starts: [ago(1, '11:02'), ago(1, '16:18')],
  },
  {
    locale: 'de',
    steps: [
      say('Ich will mit jemandem aus dem Team reden.'),
      act(2, claim),
      reply(3, 'Gern. Worum geht es?'),
      say('Um die Bestellung {order}, bitte erst nächste Woche liefern.', 5),
      reply(2, 'Ist notiert, ich melde mich am Montag.'),
      act(1, { do: 'snooze', minutes: 4 * 24 * 60 }),
    ],
    starts: [ago(1, '09:40'), { minutesAgo: 300 }],
  },
]

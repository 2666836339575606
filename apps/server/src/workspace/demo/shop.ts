import {
  type AvailabilityInput,
  type BotInput,
  type channelInput,
  type Given,
  responseTarget,
  type ScenarioPatch,
  type UserInput,
} from '@baton/contract'

/** The people of the demo's shop, by the names that its stories use. */
export const people = {
  north: { name: 'Agent North', email: 'north@shop.example', role: 'admin' },
  south: { name: 'Agent South', email: 'south@shop.example', role: 'agent' },
  east: { name: 'Agent East', email: 'east@shop.example', role: 'agent' },
  west: { name: 'Agent West', email: 'west@shop.example', role: 'agent' },
  centre: { name: 'Agent Centre', email: 'centre@shop.example', role: 'agent' },
} as const satisfies Record<string, UserInput>
export type Person = keyof typeof people

const nineToFive = [{ from: '09:00', to: '17:00' }]

/** Who is not simply there: one with hours, one away. */
export function availabilityOf(timeZone: string): Partial<Record<Person, AvailabilityInput>> {
  const days = [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []]
  return {
    east: { availability: 'away', hours: { timeZone, days }, capacity: 4 },
    west: { availability: 'available', capacity: 6 },
  }
}

/** A bot that quotes its articles, so that the demo needs no model and says the same each time. */
export const shopBot = {
  name: 'Lamp shop bot',
  mode: 'autopilot',
  persona: 'Friendly, brief, and honest about what it does not know.',
  instructions: 'Answers questions about lamps, delivery, returns and invoices of a small shop for lamps.',
  language: 'en',
  waitSeconds: 2,
  messageCap: 75,
  sleepOnUserMessage: true,
  brain: { kind: 'knowledge' },
} as const satisfies BotInput

/** The chat on the shop's page: see `/demo`. */
export const website = {
  kind: 'web' as const,
  name: 'Website',
  web: {
    greeting: 'Hi! I am the bot of the lamp shop. I can help with delivery, returns, bulbs and invoices.',
    greetings: {
      de: 'Hallo! Ich bin der Bot des Lampenladens. Ich helfe bei Lieferung, Umtausch und Rechnungen.',
      fr: 'Bonjour ! Je suis le bot du magasin de lampes. Je vous aide pour la livraison et les retours.',
      es: '¡Hola! Soy el bot de la tienda de lámparas. Te ayudo con el envío y las devoluciones.',
    },
    suggestions: ['When will my parcel be delivered?', 'How do I return a lamp?'],
  },
} satisfies Given<typeof channelInput>

type Shop = { users: Record<Person, string>; support: string; orders: string }

/** The three scenarios that come with a bot, as the shop has set them. */
export function scenariosOf({ users, support, orders }: Shop): Record<string, ScenarioPatch> {
  return {
    human_requested: {
      enabled: true,
      assignTo: { type: 'team', teamId: support },
      ifUnavailable: { type: 'queue' },
      finalMessage: 'Thank you! Somebody from our team will be with you shortly.',
      finalMessageTranslations: {
        de: 'Danke! Jemand aus unserem Team ist gleich für dich da.',
        fr: "Merci ! Quelqu'un de notre équipe vous répond bientôt.",
        es: '¡Gracias! Alguien de nuestro equipo te atenderá enseguida.',
      },
      reactivateAfter: { minutes: 24 * 60, countFrom: 'last_user_message' },
      createTask: { title: 'Answer within the day', text: '', dueInMinutes: 24 * 60 },
      responseTarget: responseWithin(10),
    },
    lack_of_information: {
      enabled: true,
      assignTo: { type: 'team', teamId: orders },
      ifUnavailable: { type: 'team', teamId: support },
      finalMessage: 'I do not know that, but our team does. They will answer you here.',
      reactivateAfter: { minutes: 24 * 60, countFrom: 'last_user_message' },
      responseTarget: responseWithin(30),
    },
    failed_to_resolve: {
      enabled: true,
      assignTo: { type: 'user', userId: users.south },
      ifUnavailable: { type: 'team', teamId: support },
      finalMessage: 'I am sorry that I was no help. A colleague takes over now.',
      createTask: { title: 'Find out what the bot should have said', text: '', dueInMinutes: 3 * 24 * 60 },
      tags: ['human_handover', 'bot_failed'],
      responseTarget: responseWithin(15),
    },
  }
}

function responseWithin(minutes: number) {
  return responseTarget.parse({ minutes })
}

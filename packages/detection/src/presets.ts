import type { Preset } from './types.ts'

/** The scenarios that come ready with a bot, in order of priority. They are disabled until an admin enables them. */
export const presets: readonly Preset[] = [
  {
    kind: 'human_requested',
    name: 'Human requested',
    triggerCondition:
      'The contact asks to talk to a person, to be connected or called back, or does not want to talk to a bot.',
    examplePhrases: [
      'Could I please speak with a person?',
      'Connect me with someone from your team',
      "I'd rather not deal with a bot",
      'Please have somebody call me back',
      'Ich würde gern mit einem Menschen reden',
      'Bitte verbinden Sie mich mit einem Mitarbeiter',
      'Je voudrais parler à un conseiller',
      'Passez-moi une vraie personne',
      'Quiero hablar con una persona',
      'Pásame con un agente, por favor',
      'Vorrei parlare con un operatore',
      'Quero falar com um atendente',
      'Ik wil graag een medewerker spreken',
      'Proszę mnie połączyć z konsultantem',
    ],
  },
  {
    kind: 'lack_of_information',
    name: 'Lack of information',
    triggerCondition:
      'The bot does not have what it needs to answer: it says so, is unsure of its answer, gives none, or promises that a person will.',
    examplePhrases: [
      "I don't have any information about that",
      "I'm not sure how to answer that",
      'Dazu habe ich leider keine Informationen',
      "Je n'ai pas d'information à ce sujet",
      'No tengo información sobre eso',
      'Non ho informazioni su questo argomento',
      'Não tenho informações sobre isso',
      'Daar heb ik geen informatie over',
      'Nie mam informacji na ten temat',
    ],
  },
  {
    kind: 'failed_to_resolve',
    name: 'Failed to resolve',
    triggerCondition: 'The bot has tried several times, and the contact says or shows that it did not help.',
    examplePhrases: [
      "That's not at all what I asked about",
      "That didn't help, it still doesn't work",
      'Das war nicht meine Frage',
      "Ça ne m'aide pas",
      'Eso no es lo que pregunté',
      'Non era questa la mia domanda',
      'Isso não resolveu o meu problema',
      'Dat is niet wat ik vroeg',
      'Nie o to pytałem',
    ],
    attempts: 2,
  },
]

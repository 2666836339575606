import { z } from 'zod'
import { actor, id, instant, line, tag, withoutDoubles } from './scalar.ts'

const yearInMinutes = 365 * 24 * 60

export const scenarioKind = z
  .enum(['human_requested', 'lack_of_information', 'failed_to_resolve', 'custom'])
  .meta({
    description:
      '`human_requested`: the contact asks for a person. `lack_of_information`: the bot does not have what it needs. ' +
      '`failed_to_resolve`: several attempts did not help. `custom`: a condition of your own.',
  })
export type ScenarioKind = z.output<typeof scenarioKind>

const toUser = z.strictObject({ type: z.literal('user'), userId: id })
const toTeam = z.strictObject({ type: z.literal('team'), teamId: id })

export const assignTo = z
  .discriminatedUnion('type', [toUser, toTeam, z.strictObject({ type: z.literal('nobody') })])
  .meta({
    id: 'AssignTo',
    description: 'A user, a team (the member with the fewest open handovers gets it), or nobody.',
    examples: [{ type: 'nobody' }],
  })

export const fallback = z
  .discriminatedUnion('type', [toUser, toTeam, z.strictObject({ type: z.literal('queue') })])
  .meta({
    id: 'Fallback',
    description: 'Who gets it when the assignee cannot. The queue is *Needs a human*, and tells all admins.',
    examples: [{ type: 'queue' }],
  })

export const reactivation = z
  .strictObject({
    minutes: z
      .int()
      .min(1)
      .max(yearInMinutes)
      .meta({ examples: [1440] }),
    countFrom: z.enum(['handover', 'last_user_message']).default('last_user_message'),
  })
  .meta({ description: 'When the bot wakes by itself. Null: not before somebody wakes it or hands back.' })

export const scenarioTask = z
  .strictObject({
    title: line(200).meta({ examples: ['Call back'] }),
    text: z.string().trim().max(2_000).default(''),
    dueInMinutes: z.int().min(1).max(yearInMinutes).default(1440),
  })
  .meta({ description: 'The task that a handover makes on the contact. Null: none.' })
export type ScenarioTask = z.output<typeof scenarioTask>

export const responseTarget = z
  .strictObject({
    minutes: z
      .int()
      .min(1)
      .max(yearInMinutes)
      .meta({ examples: [15] }),
    // biome-ignore lint/suspicious/noThenProperty: it holds a word, so nothing takes it for a promise.
    then: z.enum(['remind', 'fallback']).default('remind'),
  })
  .meta({
    description:
      'By when a person should have claimed the handover, and what happens when nobody has. Null: no target.',
  })
export type ResponseTarget = z.output<typeof responseTarget>

export const locale = z
  .string()
  .regex(/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i, { error: 'Give a language tag such as de or pt-BR.' })
const finalMessage = line(1_000).meta({
  description: 'The last thing the contact hears of the bot.',
  examples: ['Thank you! Someone from the team will get back to you.'],
})

export const examplePhrases = z
  .array(line(300))
  .max(50)
  .refine(withoutDoubles, { error: 'A phrase is in the list twice.' })
  .meta({
    description: 'What a contact might write, in any languages. No phrase twice.',
    examples: [['I want to talk to a person', 'Can somebody call me?']],
  })

export const triggerCondition = z
  .string()
  .trim()
  .max(1_000)
  .meta({
    description: 'When it fires, in plain language.',
    examples: ['The customer asks to talk to a person.'],
  })

export const attempts = z.int().min(1).max(10).meta({
  description: 'How many attempts of the bot must have failed. Only `failed_to_resolve` reads it.',
})

/** What can be changed. The kind of a scenario stays. */
const fields = {
  name: line(80).meta({
    description: 'No two scenarios of a bot have the same.',
    examples: ['Wants a person'],
  }),
  enabled: z.boolean().meta({ description: 'Only an enabled scenario fires.', examples: [true] }),
  triggerCondition,
  examplePhrases,
  assignTo,
  keepPresentOwner: z.boolean().meta({
    description: 'Whether a conversation that has an owner stays with them, if they can take it.',
  }),
  ifUnavailable: fallback,
  finalMessage,
  finalMessageTranslations: z
    .record(locale, line(1_000))
    .refine((translations) => Object.keys(translations).length <= 50, {
      error: 'Give at most 50 translations.',
    })
    .meta({
      description: 'The final message by language tag.',
      examples: [{ de: 'Danke! Jemand vom Team meldet sich bei Ihnen.' }],
    }),
  absenceMessage: z
    .string()
    .trim()
    .max(1_000)
    .meta({
      description:
        'What the contact hears in place of the final message when nobody can take it now. `{back_at}` becomes the time at ' +
        'which somebody is back; a sentence with it is left out where that is not known. Empty: the final message.',
      examples: ['Nobody is here right now. We are back {back_at}.'],
    }),
  absenceMessageTranslations: z
    .record(locale, line(1_000))
    .refine((translations) => Object.keys(translations).length <= 50, {
      error: 'Give at most 50 translations.',
    })
    .meta({
      description: 'The same by language tag.',
      examples: [{ de: 'Gerade ist niemand da. Wir sind {back_at} zurück.' }],
    }),
  pauseBot: z.boolean().meta({
    description: 'False: the conversation is flagged and assigned, and the bot goes on.',
  }),
  reactivateAfter: reactivation.nullable(),
  createTask: scenarioTask.nullable(),
  tags: z
    .array(tag)
    .max(20)
    .refine(withoutDoubles, { error: 'A tag is in the list twice.' })
    .meta({ description: 'Put on the contact.', examples: [['human_handover']] }),
  attempts,
  responseTarget: responseTarget.nullable(),
}

export const scenarioInput = z
  .strictObject({
    kind: scenarioKind,
    userId: actor,
    draftId: id
      .nullish()
      .meta({ description: 'The draft that it was written in: its `scenarioId` becomes the id.' }),
    ...fields,
    enabled: fields.enabled.default(false),
    triggerCondition: fields.triggerCondition.default(''),
    examplePhrases: fields.examplePhrases.default([]),
    assignTo: fields.assignTo.default({ type: 'nobody' }),
    keepPresentOwner: fields.keepPresentOwner.default(true),
    ifUnavailable: fields.ifUnavailable.default({ type: 'queue' }),
    finalMessage: fields.finalMessage.default('Thank you! Someone from the team will get back to you.'),
    finalMessageTranslations: fields.finalMessageTranslations.default({}),
    absenceMessage: fields.absenceMessage.default(''),
    absenceMessageTranslations: fields.absenceMessageTranslations.default({}),
    pauseBot: fields.pauseBot.default(true),
    reactivateAfter: fields.reactivateAfter.default(null),
    createTask: fields.createTask.default(null),
    tags: fields.tags.default(['human_handover']),
    attempts: fields.attempts.default(2),
    responseTarget: fields.responseTarget.default(null),
  })
  .meta({ id: 'ScenarioInput' })
export type ScenarioInput = z.output<typeof scenarioInput>

export const scenarioPatch = z
  .strictObject({ ...fields, userId: actor })
  .partial()
  .meta({
    id: 'ScenarioPatch',
    examples: [{ enabled: true, finalMessage: 'One moment, I am fetching a colleague.' }],
  })
export type ScenarioPatch = z.output<typeof scenarioPatch>

export const scenario = z
  .object({
    id,
    botId: id,
    kind: scenarioKind,
    ...fields,
    position: z.int().meta({ description: 'When several fire on one turn, the lowest wins.', examples: [0] }),
    revision: z.int().meta({ description: 'Rises with each change. Also the ETag.', examples: [1] }),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Scenario' })
export type Scenario = z.output<typeof scenario>

export const scenarioOrder = z.strictObject({
  scenarioIds: z.array(id).max(6).meta({ description: 'Each scenario of the bot once, first to last.' }),
})

const readinessFinding = z
  .object({
    code: z.enum([
      'bot_not_on_autopilot',
      'bot_on_no_channel',
      'bot_has_no_model',
      'bot_has_no_articles',
      'bot_has_no_call_secret',
      'scenario_disabled',
      'too_few_phrases',
      'bot_not_paused',
      'final_message_missing',
      'no_assignee',
      'assignee_not_found',
      'assignee_deactivated',
      'assignee_no_permission',
      'assignee_away',
      'assignee_time_off',
      'assignee_holiday',
      'assignee_outside_hours',
      'assignee_at_capacity',
      'assignee_nobody_in_team',
      'assignee_not_told',
      'phrase_too_short',
      'phrase_too_general',
      'phrase_overlaps',
      'phrase_duplicate',
    ]),
    severity: z.enum(['error', 'warning']).meta({
      description: '`error`: it does not work. `warning`: it works, perhaps not as you mean.',
    }),
    message: z.string().meta({ examples: ['The scenario is disabled.'] }),
    fix: z.string().meta({ description: 'What to do about it.', examples: ['Enable it.'] }),
    phraseIndex: z.int().optional().meta({ description: 'Which example phrase it is about.' }),
  })
  .meta({ id: 'ReadinessFinding' })
export type ReadinessFinding = z.output<typeof readinessFinding>

export const readiness = z
  .object({
    bot: z
      .array(readinessFinding)
      .meta({ description: 'What keeps every scenario of the bot from working.' }),
    scenarios: z.array(
      z.object({
        scenarioId: id,
        name: z.string().meta({ examples: ['Wants a person'] }),
        enabled: z.boolean(),
        findings: z.array(readinessFinding),
      }),
    ),
  })
  .meta({ id: 'Readiness' })
export type Readiness = z.output<typeof readiness>
